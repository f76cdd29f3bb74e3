import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {Sides} from "../arms.js";
import {normalP} from "./tail.js";

export interface MannWhitney {
  /** How many pairs of a treated and a control user the treated one wins, ties counting half: R's W of (treatment, control). */
  w: number;
  z: number;
  p: number;
  /** W over all pairs: the chance that a treated user has more than a control user, ties counting half. */
  superiority: number;
}

/**
 * Whether values of one arm tend to be larger, by their ranks alone: Mann and Whitney's test, by the normal
 * approximation with corrections for ties and continuity (R's wilcox.test with exact = FALSE).
 * @example mannWhitney([1, 2], [1, 2]) => ok({w: 2, z: 0, p: 1, superiority: 0.5})
 */
export function mannWhitney(
  control: ArrayLike<number>,
  treatment: ArrayLike<number>,
  sides: Sides = "two-sided"
): Result<MannWhitney> {
  const [x, y] = [Float64Array.from(treatment).sort(), Float64Array.from(control).sort()];
  const [m, n] = [x.length, y.length];
  if (!m || !n) return fail("users", "An arm has no users: there are no ranks to compare.");
  const {rankSum, tied} = ranks(x, y);
  const all = m + n;
  const w = rankSum - (m * (m + 1)) / 2;
  const variance = ((m * n) / 12) * (all + 1 - tied / (all * (all - 1)));
  if (!(variance > 0))
    return fail("ties", "All users have the same value: ranks cannot tell the arms apart.");
  const off = w - (m * n) / 2;
  const correction = sides === "two-sided" ? Math.sign(off) * 0.5 : sides === "greater" ? 0.5 : -0.5;
  const z = (off - correction) / Math.sqrt(variance);
  return ok({w, z, p: normalP(z, sides), superiority: w / (m * n)});
}

/** The sum of the first's ranks among all, and the sum of t³ - t over groups of ties, of two ascending lists. */
function ranks(x: Float64Array, y: Float64Array): {rankSum: number; tied: number} {
  let [i, j, before, rankSum, tied] = [0, 0, 0, 0, 0];
  while (i < x.length || j < y.length) {
    const value = j >= y.length || (i < x.length && x[i] <= y[j]) ? x[i] : y[j];
    const [startX, startY] = [i, j];
    while (i < x.length && x[i] === value) i++;
    while (j < y.length && y[j] === value) j++;
    const [ofX, group] = [i - startX, i - startX + j - startY];
    rankSum += ofX * (before + (group + 1) / 2);
    tied += group ** 3 - group;
    before += group;
  }
  return {rankSum, tied};
}
