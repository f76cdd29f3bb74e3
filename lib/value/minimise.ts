import type {Objective} from "./derivatives.js";
import {gradient} from "./derivatives.js";

/** A minimum as far as it was found. */
export interface Minimum {
  at: Float64Array;
  value: number;
  /** The largest slope that is left. */
  slope: number;
  iterations: number;
  /** Whether that is below the tolerance, and no variable ran off. */
  converged: boolean;
}

export interface MinimiseOptions {
  /** Slope of a variable that counts as level, in shares of the value where that is above 1. */
  tolerance?: number;
  maxIterations?: number;
  /** Distance of a variable from its start beyond which it is running off, and the search is given up. */
  range?: number;
}

/** No step moves a variable farther, so that a poor first guess of the curvature does not throw it away. */
const farthest = 2;

/**
 * A local minimum of a smooth function of a few variables of the order of 1: the method of Broyden, Fletcher, Goldfarb
 * and Shanno (Nocedal and Wright, "Numerical optimization", 2006, ch. 6) with central differences and backtracking.
 * Where the function has no value it may give NaN or Infinity: no step ends there.
 * @example minimise(([x, y]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [-1.2, 1]).at => [1, 1]
 */
export function minimise(
  f: Objective,
  start: ArrayLike<number>,
  {tolerance = 1e-7, maxIterations = 300, range = Infinity}: MinimiseOptions = {}
): Minimum {
  const size = start.length;
  let at = Float64Array.from(start);
  let value = f(at);
  if (!Number.isFinite(value)) return {at, value, slope: Infinity, iterations: 0, converged: false};
  let slopes = gradient(f, at);
  let inverse = identity(size, 1);
  let fresh = true;
  const isOff = () => at.some((part, j) => Math.abs(part - start[j]) > range);
  const result = (iterations: number): Minimum => {
    const slope = largest(slopes);
    const level = slope <= tolerance * Math.max(1, Math.abs(value));
    return {at, value, slope, iterations, converged: level && !isOff()};
  };

  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    if (isOff() || result(0).converged) return result(iteration - 1);
    let move = inverse.map((row) => -dot(row, slopes));
    if (!(dot(move, slopes) < 0)) {
      inverse = identity(size, 1);
      fresh = true;
      move = Array.from(slopes, (slope) => -slope);
    }
    const length = largest(move);
    const limit = fresh ? Math.min(farthest, 0.5) : farthest;
    if (length > limit) move = move.map((part) => (part * limit) / length);
    const there = downhill(f, at, value, move, dot(move, slopes));
    if (!there) {
      if (fresh) return result(iteration);
      inverse = identity(size, 1);
      fresh = true;
      continue;
    }
    const before = slopes;
    slopes = gradient(f, there.at);
    const moved = there.at.map((part, j) => part - at[j]);
    const turned = slopes.map((slope, j) => slope - before[j]);
    ({at, value} = there);
    const bend = dot(moved, turned);
    if (bend > 1e-12 * Math.sqrt(dot(moved, moved) * dot(turned, turned))) {
      if (fresh) inverse = identity(size, bend / dot(turned, turned));
      update(inverse, moved, turned, bend);
      fresh = false;
    }
  }
  return result(maxIterations);
}

/** The first point on the way, halving it, that is enough lower (Armijo's rule); `null` where none is. */
function downhill(f: Objective, at: Float64Array, value: number, move: number[], slope: number) {
  for (let share = 1; share > 1e-10; share /= 2) {
    const there = at.map((part, j) => part + share * move[j]);
    const reached = f(there);
    if (reached <= value + 1e-4 * share * slope && reached < value) return {at: there, value: reached};
  }
  return null;
}

function update(inverse: number[][], moved: Float64Array, turned: Float64Array, bend: number): void {
  const along = inverse.map((row) => dot(row, turned));
  const scale = (1 + dot(along, turned) / bend) / bend;
  for (let j = 0; j < along.length; j++)
    for (let k = 0; k < along.length; k++)
      inverse[j][k] += scale * moved[j] * moved[k] - (along[j] * moved[k] + moved[j] * along[k]) / bend;
}

const identity = (size: number, scale: number): number[][] =>
  Array.from({length: size}, (_, j) => Array.from({length: size}, (_, k) => (j === k ? scale : 0)));

const largest = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j] * b[j];
  return sum;
}
