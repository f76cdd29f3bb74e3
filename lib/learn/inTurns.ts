/** What work in turns needs of the world around it. */
export interface TurnTaking {
  /** Milliseconds. */
  now: () => number;
  /** Gives way to other work, such as the message that cancels. */
  pause: () => Promise<void>;
  cancelled: () => boolean;
}

/** How long a turn should be: short enough to cancel within moments, long enough that pauses cost little. */
export const turnMilliseconds = 50;

/**
 * Runs a generator in turns of about 50 ms, with a pause after each; undefined when cancelled. What it yields is
 * handed on as it comes.
 * @example await inTurns(optimum(problem), {now, pause, cancelled: () => false}) => the optimum
 */
export async function inTurns<Y, T>(
  generator: Generator<Y, T>,
  {now, pause, cancelled}: TurnTaking,
  onYield?: (value: Y) => void
): Promise<T | undefined> {
  for (let before = now(); ;) {
    const {done, value} = generator.next();
    if (done) return value;
    onYield?.(value);
    if (now() - before < turnMilliseconds) continue;
    await pause();
    if (cancelled()) return undefined;
    before = now();
  }
}
