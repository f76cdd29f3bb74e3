import {formatCount} from "../../format.js";
import {randomStream} from "../../random/streams.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import {checkSpec} from "../checkSpec.js";
import type {ModelSpec} from "../families.js";

/** The names of a specification's numbers. */
type NumberIn<S> = {[K in keyof S]: S[K] extends number ? K : never}[keyof S] & string;

/** Values to try, parameter by parameter. */
export type Axes<S extends ModelSpec> = {readonly [K in NumberIn<S>]?: readonly number[]};

/** A range to draw from, evenly or evenly by order of magnitude; or values that are equally likely. */
export type Range =
  readonly number[] | {low: number; high: number; scale?: "linear" | "log"; whole?: boolean};

/** What to draw from, parameter by parameter. */
export type Space<S extends ModelSpec> = {readonly [K in NumberIn<S>]?: Range};

/** Beyond that a search takes hours, and a table of it helps nobody. */
const mostCandidates = 2000;
/** How often a candidate is drawn again where it was there before. */
const attempts = 50;

const tooMany = (count: number) =>
  fail(
    "too-many",
    `The search has ${formatCount(count)} candidates, and at most ${formatCount(mostCandidates)} can be tried: take fewer values.`
  );

/**
 * Every combination of the values, the first axis changing slowest; what no axis names stays as in `spec`. Fails, with
 * a sentence, on an axis without values, on parameters out of bounds, and on more than 2,000 candidates.
 * @example gridOf(briefSpecs.logistic, {C: [0.005, 1], l1Ratio: [0, 1]}).value.length => 4
 */
export function gridOf<S extends ModelSpec>(spec: S, axes: Axes<S>): Result<S[]> {
  let grid: S[] = [spec];
  for (const [name, values] of Object.entries<readonly number[] | undefined>(axes)) {
    if (!values) continue;
    if (!values.length) return fail("empty", `There is no value of ${name} to try.`);
    if (grid.length * values.length > mostCandidates) return tooMany(grid.length * values.length);
    grid = grid.flatMap((candidate) => [...new Set(values)].map((value) => ({...candidate, [name]: value})));
  }
  return checked(grid);
}

/**
 * Candidates drawn at random, all different; fewer where the space holds no more. Each has a stream of its own, so
 * that a longer search begins with a shorter one's candidates. Fails, with a sentence, on empty or wrong ranges, on
 * parameters out of bounds, and on more than 2,000 candidates.
 * @example randomOf(briefSpecs.logistic, {C: {low: 0.001, high: 10, scale: "log"}}, 20, 1).value.length => 20
 */
export function randomOf<S extends ModelSpec>(
  spec: S,
  space: Space<S>,
  count: number,
  seed: number
): Result<S[]> {
  if (!Number.isInteger(count) || count < 1)
    return fail("count", `The number of candidates must be a whole number from 1, not ${count}`);
  if (count > mostCandidates) return tooMany(count);
  const ranges = Object.entries<Range | undefined>(space).flatMap(([name, range]) =>
    range ? [{name, range}] : []
  );
  for (const {name, range} of ranges) {
    const problem = wrong(range);
    if (problem) return fail("range", `The range of ${name} ${problem}.`);
  }
  const drawn = new Map<string, S>();
  for (let index = 0; index < count; index++) {
    const random = randomStream("search.candidates", seed, index);
    for (let attempt = 0; attempt < attempts; attempt++) {
      const values = Object.fromEntries(ranges.map(({name, range}) => [name, draw(range, random)]));
      const key = JSON.stringify(values);
      if (drawn.has(key)) continue;
      drawn.set(key, {...spec, ...values});
      break;
    }
  }
  return checked([...drawn.values()]);
}

function checked<S extends ModelSpec>(specs: S[]): Result<S[]> {
  for (const spec of specs) {
    const sound = checkSpec(spec);
    if (!sound.ok) return sound;
  }
  return ok(specs);
}

function wrong(range: Range): string | undefined {
  if ("low" in range) {
    const {low, high, scale} = range;
    if (!(Number.isFinite(low) && Number.isFinite(high) && low <= high))
      return "must go from a number up to one";
    return scale === "log" && low <= 0 ? "must be above 0 to be drawn by order of magnitude" : undefined;
  }
  return range.length ? undefined : "has no value";
}

function draw(range: Range, random: () => number): number {
  const u = random();
  if (!("low" in range)) return range[Math.floor(u * range.length)];
  const {low, high, scale, whole} = range;
  if (scale === "log") {
    const value = low * (high / low) ** u;
    return whole ? Math.min(high, Math.round(value)) : value;
  }
  return whole ? low + Math.floor(u * (high - low + 1)) : low + u * (high - low);
}
