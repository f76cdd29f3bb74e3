import type {Progress} from "./driven.js";

/** What work says that may have to wait for a device. */
interface Waiting extends Progress {
  wait?: Promise<unknown>;
}

const reportMilliseconds = 80;

/**
 * Runs work to its end as `driven` does, and hands it what it waits for.
 * @example await drivenWaiting(work, report) => what the work returns
 */
export async function drivenWaiting<T>(
  work: Generator<Waiting, T, unknown>,
  report: (progress: Progress) => unknown
): Promise<T> {
  let told = performance.now();
  let waited: unknown;
  for (;;) {
    const {done, value} = work.next(waited);
    if (done) return value;
    const {wait, ...progress} = value;
    waited = wait ? await wait : undefined;
    if (performance.now() - told < reportMilliseconds) continue;
    told = performance.now();
    report(progress);
  }
}
