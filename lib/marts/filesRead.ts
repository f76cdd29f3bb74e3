import type {ManifestInput} from "./manifest.js";

/**
 * The files that were read: what was made of the lines of one table of transactions is none.
 * @example filesRead([{file: "orders.csv", rows: 5, bytes: 90}, {file: "orders.csv: sellers", rows: 1, bytes: 0}]).length => 1
 */
export function filesRead<T extends Pick<ManifestInput, "rows" | "bytes">>(inputs: readonly T[]): T[] {
  const isTable = inputs.some(({rows, bytes}) => bytes === 0 && rows > 0);
  return isTable ? inputs.filter(({bytes}) => bytes > 0) : [...inputs];
}
