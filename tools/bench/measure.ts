import {median} from "d3";

export interface Side {
  name: string;
  /** One run; gives back its own time in milliseconds, or nothing to be timed from outside. */
  run(): Promise<number | void>;
}

async function timed(side: Side): Promise<number> {
  const started = performance.now();
  return (await side.run()) ?? performance.now() - started;
}

/** Runs both sides in turn, so that a busy machine slows both, and gives the medians in milliseconds. */
export async function sideBySide(
  ours: Side,
  theirs: Side,
  runs: number
): Promise<{ours: number; theirs: number}> {
  const times: {ours: number[]; theirs: number[]} = {ours: [], theirs: []};
  for (let i = 0; i < runs; i++) {
    times.ours.push(await timed(ours));
    times.theirs.push(await timed(theirs));
  }
  return {ours: median(times.ours) ?? 0, theirs: median(times.theirs) ?? 0};
}

const ms = (value: number) => (value < 1000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(2)} s`);

/** A line of the report: what was measured, both medians, their ratio and the goal. */
export function report(what: string, {ours, theirs}: {ours: number; theirs: number}, goal: number): void {
  const ratio = ours / theirs;
  console.log(
    `${what}: ${ms(ours)} against ${ms(theirs)}, ratio ${ratio.toFixed(2)} ${verdict(ratio <= goal, goal)}`
  );
}

/** Says whether a goal is met. */
export const verdict = (met: boolean, goal: number | string): string =>
  `[goal <= ${goal}: ${met ? "met" : "MISSED"}]`;
