/**
 * The items with the highest scores, the best first; of equal ones that with the lower number. Fewer than `count` where
 * there are not as many.
 * @param skip 1 for items to leave out
 * @throws RangeError where a score is NaN
 * @example topItems(Float32Array.of(1, 5, 5), 2) => [1, 2]
 */
export function topItems(scores: Float32Array, count: number, skip?: Uint8Array): Int32Array {
  const best = new Int32Array(Math.min(count, scores.length));
  let [held, bar] = [0, -Infinity];
  for (let item = 0; item < scores.length; item++) {
    const score = scores[item];
    if (score !== score) throw new RangeError(`no score of item ${item}`);
    if (skip?.[item] || (held === best.length && score <= bar)) continue;
    let place = held < best.length ? held++ : held - 1;
    for (; place > 0 && scores[best[place - 1]] < score; place--) best[place] = best[place - 1];
    best[place] = item;
    if (held === best.length) bar = scores[best[held - 1]];
  }
  return best.slice(0, held);
}
