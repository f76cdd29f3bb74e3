/**
 * A signal that gives up a cell's work once the cell runs anew or the page is left.
 * @example const signal = abortedBy(invalidation);
 */
export function abortedBy(invalidation: Promise<unknown>): AbortSignal {
  const controller = new AbortController();
  void invalidation.then(() => controller.abort());
  return controller.signal;
}
