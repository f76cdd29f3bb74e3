import {sharesOf} from "./psi.js";

/**
 * Jensen-Shannon distance of counts by category: the root of the mean Kullback-Leibler divergence from their mixture
 * (Endres and Schindelin 2003), as scipy.spatial.distance.jensenshannon and, with base 2, Evidently: 0 for the same
 * shares, 1 for none in common. Null where either side counts nothing.
 * @param base of the logarithm
 * @example jensenShannon([1, 0, 0], [0, 1, 0]) => 1
 */
export function jensenShannon(a: readonly number[], b: readonly number[], base = 2): number | null {
  if (a.length !== b.length) throw new RangeError(`not the same categories: ${a.length} and ${b.length}`);
  const [p, q] = [sharesOf(a), sharesOf(b)];
  if (!p || !q) return null;
  const divergence = p.reduce((sum, share, i) => {
    const middle = (share + q[i]) / 2;
    return sum + part(share, middle) + part(q[i], middle);
  }, 0);
  return Math.sqrt(Math.max(0, divergence) / 2 / Math.log(base));
}

const part = (share: number, middle: number): number => (share > 0 ? share * Math.log(share / middle) : 0);
