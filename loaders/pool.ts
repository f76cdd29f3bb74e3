/** Lends each of a few resources to one piece of work at a time, first come, first served. */
export class Pool<R> {
  private readonly waiting: ((resource: R) => void)[] = [];

  constructor(private readonly idle: R[]) {}

  /** Runs `work` with a resource of its own as soon as one is free. */
  async use<T>(work: (resource: R) => Promise<T>): Promise<T> {
    const resource = this.idle.pop() ?? (await new Promise<R>((lend) => this.waiting.push(lend)));
    try {
      return await work(resource);
    } finally {
      const next = this.waiting.shift();
      if (next) next(resource);
      else this.idle.push(resource);
    }
  }
}
