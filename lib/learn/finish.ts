/** Runs a generator to its end and gives what it returns. @example finish(optimum(problem)).converged => true */
export function finish<T>(generator: Generator<unknown, T>): T {
  for (;;) {
    const {done, value} = generator.next();
    if (done) return value;
  }
}
