let works = 0;

const count = (change: 1 | -1) => {
  works += change;
  const root = (globalThis as {document?: Document}).document?.documentElement;
  root?.toggleAttribute("data-at-work", works > 0);
};

/**
 * Marks the page as at work until a promise is settled, by `data-at-work` on its root: for those who wait until it has
 * come to rest, as a cell that waits for its rows shows nothing of that. Gives the promise back.
 * @example atWork(fetchRows())
 */
export function atWork<T>(work: Promise<T>): Promise<T> {
  count(1);
  const done = () => count(-1);
  work.then(done, done);
  return work;
}
