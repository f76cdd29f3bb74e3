type Codes = Uint8Array | Uint16Array;

/** Moves the rows of a stretch that go left before the others, keeping both in order; gives where the others begin. */
export function partition(
  order: Uint32Array,
  spare: Uint32Array,
  begin: number,
  end: number,
  codes: Codes,
  goesLeft: (code: number) => boolean
): number {
  let middle = begin;
  let right = 0;
  for (let i = begin; i < end; i++) {
    const row = order[i];
    if (goesLeft(codes[row])) order[middle++] = row;
    else spare[right++] = row;
  }
  order.set(spare.subarray(0, right), middle);
  return middle;
}

/** Fills the order with a sample and then the rows that are not in it, ascending; gives the sample's size. */
export function arrange(order: Uint32Array, sample?: Uint32Array): number {
  if (!sample) {
    for (let row = 0; row < order.length; row++) order[row] = row;
    return order.length;
  }
  order.set(sample);
  const inside = new Uint8Array(order.length);
  for (const row of sample) inside[row] = 1;
  for (let row = 0, i = sample.length; row < order.length; row++) if (!inside[row]) order[i++] = row;
  return sample.length;
}
