/** How far something long is. */
export interface Progress {
  /** Share done, 0 to 1. */
  share: number;
  doing?: string;
}

const reportMilliseconds = 80;

/** Runs work to its end, telling how far it is now and then. */
export function driven<T>(work: Generator<Progress, T>, report: (progress: Progress) => unknown): T {
  let told = performance.now();
  for (;;) {
    const {done, value} = work.next();
    if (done) return value;
    if (performance.now() - told < reportMilliseconds) continue;
    told = performance.now();
    report(value);
  }
}
