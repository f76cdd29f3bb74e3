import type {Progress} from "./driven.js";

/**
 * Runs work that is a part of other work and gives what it returns; its progress is told as that of the whole.
 * @param begin share of the whole that was done before
 * @param size share of the whole that the part is
 * @example yield* part(kMeans(points, options), 0.5, 0.5, "Second half") => the clustering
 */
export function* part<T>(
  work: Generator<{share: number}, T>,
  begin: number,
  size: number,
  doing: string
): Generator<Progress, T> {
  for (;;) {
    const {done, value} = work.next();
    if (done) return value;
    yield {share: begin + size * value.share, doing};
  }
}
