/** What a long work says on the way. */
export interface TextProgress {
  share: number;
  doing: string;
}

/**
 * A part of a longer work, by where it begins and how much of the whole it is.
 * @example part(sparseLogistic(matrix, labels), 0.5, 0.5, "fitting") => yields {share: 0.5 and up, doing: "fitting"}
 */
export function* part<T>(
  work: Generator<{share: number; doing?: string}, T>,
  from: number,
  size: number,
  name: string
): Generator<TextProgress, T> {
  for (;;) {
    const {done, value} = work.next();
    if (done) return value;
    yield {share: from + size * value.share, doing: value.doing ? `${name}: ${value.doing}` : name};
  }
}
