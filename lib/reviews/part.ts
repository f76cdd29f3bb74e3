/** What a long work says on the way. */
export interface TextProgress {
  share: number;
  doing: string;
  /** To be waited for: the work goes on with what it gives. */
  wait?: Promise<unknown>;
}

/**
 * A part of a longer work, by where it begins and how much of the whole it is.
 * @example part(sparseLogistic(matrix, labels), 0.5, 0.5, "fitting") => yields {share: 0.5 and up, doing: "fitting"}
 */
export function* part<T>(
  work: Generator<{share: number; doing?: string; wait?: Promise<unknown>}, T, unknown>,
  from: number,
  size: number,
  name: string
): Generator<TextProgress, T, unknown> {
  let waited: unknown;
  for (;;) {
    const {done, value} = work.next(waited);
    if (done) return value;
    const {share, doing, wait} = value;
    waited = yield {
      share: from + size * share,
      doing: doing ? `${name}: ${doing}` : name,
      ...(wait ? {wait} : {})
    };
  }
}
