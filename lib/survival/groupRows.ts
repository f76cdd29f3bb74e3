import type {Groups} from "./observations.js";

/**
 * How many rows each group has. Throws at a code without a name.
 * @example [...groupRows({codes: Uint8Array.of(1, 1), names: ["a", "b"]}, 2)] => [0, 2]
 */
export function groupRows({codes, names}: Groups, rows: number): Uint32Array {
  if (codes.length !== rows) throw new RangeError(`as many group codes as rows: ${codes.length} and ${rows}`);
  const counts = new Uint32Array(names.length);
  for (const code of codes) {
    if (!(code >= 0 && code < names.length)) throw new RangeError(`group code: ${code}`);
    counts[code]++;
  }
  return counts;
}
