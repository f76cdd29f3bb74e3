/**
 * Prepares a draw of indices in proportion to weights: the result maps a uniform number in [0, 1) to an index.
 * Preparing takes time in proportion to the weights, a draw takes constant time.
 *
 * Method: the alias method of A. J. Walker (1977) as M. D. Vose (1991) builds it.
 *
 * @param weights not negative, at least one above zero
 * @throws RangeError when no weight is above zero
 * @example weighted([1, 0, 3])(0.9) => 2
 */
export function weighted(weights: ArrayLike<number>): (uniform: number) => number {
  const count = weights.length;
  let total = 0;
  let heaviest = 0;
  for (let i = 0; i < count; i++) {
    total += weights[i];
    if (weights[i] > weights[heaviest]) heaviest = i;
  }
  if (!(total > 0)) throw new RangeError(`no weight above zero among ${count}`);
  const keep = new Float64Array(count);
  const alias = new Int32Array(count);
  const small: number[] = [];
  const large: number[] = [];
  for (let i = 0; i < count; i++) {
    keep[i] = (weights[i] * count) / total;
    alias[i] = i;
    (keep[i] < 1 ? small : large).push(i);
  }
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop() as number;
    const rich = large[large.length - 1];
    alias[poor] = rich;
    keep[rich] -= 1 - keep[poor];
    if (keep[rich] < 1) small.push(large.pop() as number);
  }
  for (const i of large) keep[i] = 1;
  for (const i of small) {
    keep[i] = weights[i] > 0 ? 1 : 0;
    alias[i] = heaviest;
  }
  return (uniform) => {
    const scaled = uniform * count;
    const index = Math.floor(scaled);
    return scaled - index < keep[index] ? index : alias[index];
  };
}
