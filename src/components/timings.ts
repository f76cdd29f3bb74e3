/** Milliseconds of what was done in this tab, by what it was. */
export type Timings = Record<string, number[]>;

const switchKey = "vitrine.timings.on";
const key = "vitrine.timings";
const mostKept = 500;

/** What the tab may not keep, as with storage turned off, is not kept. */
function stored(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function store(name: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, text);
  } catch {
    // A full or forbidden store keeps nothing: timings are a help, not a result.
  }
}

/** Whether the reader has asked for timings in this tab. They stay in it: nothing is sent anywhere. */
export const timingsOn = (): boolean => stored(switchKey) === "yes";

/** Turns timings on or off; off, what was kept is forgotten. */
export function turnTimings(on: boolean): void {
  store(switchKey, on ? "yes" : null);
  if (!on) clearTimings();
}

/** What was kept. */
export function timings(): Timings {
  try {
    return JSON.parse(stored(key) ?? "{}") as Timings;
  } catch {
    return {};
  }
}

/** Forgets what was kept. */
export function clearTimings(): void {
  store(key, null);
  globalThis.dispatchEvent(new Event(timingsChange));
}

/** Told of on the window whenever something was timed. */
export const timingsChange = "vitrine-timings";

/**
 * Gives a promise back, and times it where the reader has asked for that: as a measure for the browser's own tools and
 * in the tab's storage.
 * @example timed("query", answerOf(text))
 */
export function timed<T>(what: string, work: Promise<T>): Promise<T> {
  if (!timingsOn()) return work;
  const start = performance.now();
  const done = () => {
    const end = performance.now();
    performance.measure(`vitrine: ${what}`, {start, end});
    const all = timings();
    all[what] = [...(all[what] ?? []), end - start].slice(-mostKept);
    store(key, JSON.stringify(all));
    globalThis.dispatchEvent(new Event(timingsChange));
  };
  work.then(done, done);
  return work;
}

const training = /^(fit|train|study|run)/;
const scoring = /^(serve|score|decision|predict)/;

/** What a worker's method does. @example kindOf("fit") => "training" */
export const kindOf = (method: string): string =>
  training.test(method) ? "training" : scoring.test(method) ? "scoring" : "other work in the background";

/** A worker whose calls are timed. */
export const timedWorker = <Remote extends object>(worker: Remote): Remote =>
  new Proxy(worker, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof name !== "string" || typeof method !== "function" || name === "then" || name === "has")
        return method;
      return (...values: unknown[]) =>
        timed(kindOf(name), (method as (...values: unknown[]) => Promise<unknown>)(...values));
    }
  });
