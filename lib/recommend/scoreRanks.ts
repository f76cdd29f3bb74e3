/**
 * The place of each item by its score, 1 for the highest; equal scores share the better place. By radix sort, as this
 * is done for every person.
 * @example scoreRanks(Float32Array.of(0.5, 2, 0.5)) => [2, 1, 2]
 */
export function scoreRanks(scores: Float32Array): Int32Array {
  const count = scores.length;
  const copy = scores.slice();
  const keys = new Uint32Array(copy.buffer);
  for (let i = 0; i < count; i++) {
    // Makes -0 a 0; then the bits of the number, turned so that they ascend as the scores descend.
    copy[i] += 0;
    keys[i] = keys[i] >>> 31 ? keys[i] : ~keys[i] & 0x7fffffff;
  }
  let order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  let other = new Int32Array(count);
  const next = new Int32Array(2049);
  for (let shift = 0; shift < 33; shift += 11) {
    next.fill(0);
    for (let i = 0; i < count; i++) next[((keys[i] >>> shift) & 2047) + 1]++;
    for (let bucket = 0; bucket < 2048; bucket++) next[bucket + 1] += next[bucket];
    for (let place = 0; place < count; place++) {
      const i = order[place];
      other[next[(keys[i] >>> shift) & 2047]++] = i;
    }
    [order, other] = [other, order];
  }
  const ranks = other;
  for (let place = 0, shared = 0; place < count; place++) {
    if (place === 0 || keys[order[place]] !== keys[order[place - 1]]) shared = place + 1;
    ranks[order[place]] = shared;
  }
  return ranks;
}
