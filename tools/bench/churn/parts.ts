import {loadavg} from "node:os";
import {median} from "d3";
import {verdict} from "../measure.js";
import type {Bench} from "./browser.js";
import type {Size} from "./matrix.js";
import type {Native, NativeTask} from "./native.js";

/** What a part of the bench works with. */
export interface Scene {
  bench: Bench;
  size: Size;
  /** Undefined where XGBoost and scikit-learn are not installed. */
  native?: Native;
  /** How often each side runs; medians are told. */
  runs: number;
}

/** Runs both sides in turn, the tab first. */
export async function inTurns<T>(
  {native, runs}: Scene,
  ours: () => Promise<T>,
  theirs: (native: Native) => Promise<Record<string, NativeTask>>
): Promise<{ours: T[]; theirs: Record<string, NativeTask>[]}> {
  const results: {ours: T[]; theirs: Record<string, NativeTask>[]} = {ours: [], theirs: []};
  for (let run = 0; run < runs; run++) {
    results.ours.push(await ours());
    if (native) results.theirs.push(await theirs(native));
  }
  return results;
}

/** The median of some milliseconds. */
export const middle = <T>(runs: readonly T[], of: (run: T) => number): number => median(runs, of) ?? NaN;

export const time = (ms: number): string =>
  ms < 10 ? `${ms.toFixed(2)} ms` : ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`;

/** "1.23 s against 2.34 s, ratio 0.53 [goal <= 1: met]", or ours alone. */
export function against(ours: number, theirs: number | undefined, goal: number): string {
  if (theirs === undefined || Number.isNaN(theirs)) return time(ours);
  const ratio = ours / theirs;
  return `${time(ours)} against ${time(theirs)}, ratio ${ratio.toFixed(2)} ${verdict(ratio <= goal, goal)}`;
}

/** A line of the report with the machine's load, which says how far to believe it. */
export const say = (text: string): void => console.log(`${text} (load ${loadavg()[0].toFixed(1)})`);
