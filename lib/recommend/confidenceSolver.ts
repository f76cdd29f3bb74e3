import {finish} from "../learn/finish.js";
import {solvePositive} from "../stats/solvePositive.js";
import {gramOf} from "./gramOf.js";
import {invertPositive} from "./invertPositive.js";

/** Solves for one row's factors with all of the other side's held. */
export interface ConfidenceSolver {
  /**
   * Puts into `out` the factors x that make Σ c (p - x · y)² + regularisation |x|² least, over all y: p and c are 1 and
   * 1 + `confidence` for those at `indices`, 0 and 1 for all others. All 0 without indices.
   */
  solve: (indices: Int32Array, confidence: ArrayLike<number>, out: Float64Array) => void;
  /** The solution of the same system for another right-hand side: what x · right is made of. */
  weigh: (indices: Int32Array, confidence: ArrayLike<number>, right: Float64Array) => Float64Array;
}

/**
 * Prepares the least squares of implicit feedback (Hu, Koren and Volinsky 2008) for one side's factors. A row with
 * fewer purchases than factors is solved through a system as large as its purchases (the identity of Woodbury 1950):
 * most people have one.
 * @param factors Y, `width` values each, one after the other
 * @param regularisation above 0
 */
export function confidenceSolver(
  factors: Float64Array,
  width: number,
  regularisation: number
): ConfidenceSolver {
  const base = gramOf(factors, width);
  for (let i = 0; i < width; i++) base[i * width + i] += regularisation;
  const inverse = base.slice();
  if (!finish(invertPositive(inverse, width))) throw new RangeError("factors without bounds");
  const system = (indices: Int32Array, confidence: ArrayLike<number>): Float64Array => {
    const sum = base.slice();
    indices.forEach((index, place) => {
      for (let i = 0; i < width; i++) {
        const value = confidence[place] * factors[index * width + i];
        for (let j = 0; j < width; j++) sum[i * width + j] += value * factors[index * width + j];
      }
    });
    return sum;
  };
  const solved = (matrix: Float64Array, right: Float64Array): Float64Array => {
    const x = solvePositive(matrix, right);
    if (!x) throw new RangeError("not positive definite");
    return x;
  };
  const solve: ConfidenceSolver["solve"] = (indices, confidence, out) => {
    out.fill(0);
    const count = indices.length;
    if (count < width) {
      const turned = new Float64Array(count * width);
      for (let a = 0; a < count; a++)
        for (let i = 0; i < width; i++) {
          let sum = 0;
          for (let j = 0; j < width; j++) sum += inverse[i * width + j] * factors[indices[a] * width + j];
          turned[a * width + i] = sum;
        }
      const small = new Float64Array(count * count);
      for (let a = 0; a < count; a++)
        for (let b = 0; b < count; b++) {
          let sum = a === b ? 1 / confidence[a] : 0;
          for (let i = 0; i < width; i++) sum += factors[indices[a] * width + i] * turned[b * width + i];
          small[a * count + b] = sum;
        }
      const shares = solved(
        small,
        Float64Array.from(indices, (_, a) => 1 + 1 / confidence[a])
      );
      for (let a = 0; a < count; a++)
        for (let i = 0; i < width; i++) out[i] += shares[a] * turned[a * width + i];
    } else {
      const right = new Float64Array(width);
      indices.forEach((index, place) => {
        for (let i = 0; i < width; i++) right[i] += (1 + confidence[place]) * factors[index * width + i];
      });
      out.set(solved(system(indices, confidence), right));
    }
  };
  return {solve, weigh: (indices, confidence, right) => solved(system(indices, confidence), right)};
}
