/** The name of a group: a cluster's number, a segment's name. */
export type Label = string | number;

/**
 * How well two labelings of the same rows agree, whatever the names: 1 for the same groups, 0 on average by chance,
 * below it for less. `null` for fewer than 2 rows, of which no pair can be together or apart.
 *
 * Method: L. Hubert and P. Arabie, "Comparing partitions" (1985).
 *
 * @throws RangeError when the labelings differ in length
 * @example adjustedRandIndex([0, 0, 1, 1], ["b", "b", "a", "a"]) => 1
 */
export function adjustedRandIndex(a: ArrayLike<Label>, b: ArrayLike<Label>): number | null {
  const rows = a.length;
  if (b.length !== rows) throw new RangeError(`${rows} labels expected: ${b.length}`);
  if (rows < 2) return null;
  const [codesA, codesB] = [codes(a), codes(b)];
  const both = new Float64Array(rows);
  const countB = codesB.reduce((most, code) => Math.max(most, code), 0) + 1;
  for (let row = 0; row < rows; row++) both[row] = codesA[row] * countB + codesB[row];
  const [pairsA, pairsB, together] = [sameCode(codesA), sameCode(codesB), sameCode(both)];
  const pairs = (rows * (rows - 1)) / 2;
  const chance = pairsA * pairsB;
  const most = (pairs * (pairsA + pairsB)) / 2;
  return most === chance ? 1 : (pairs * together - chance) / (most - chance);
}

/** A number for each label, by its first place. */
function codes(labels: ArrayLike<Label>): Float64Array {
  const known = new Map<Label, number>();
  const found = new Float64Array(labels.length);
  for (let row = 0; row < labels.length; row++) {
    const code = known.get(labels[row]) ?? known.size;
    if (code === known.size) known.set(labels[row], code);
    found[row] = code;
  }
  return found;
}

/** How many pairs of rows have the same code. */
function sameCode(codes: Float64Array): number {
  const counts = new Map<number, number>();
  let sum = 0;
  for (const code of codes) {
    const before = counts.get(code) ?? 0;
    sum += before;
    counts.set(code, before + 1);
  }
  return sum;
}
