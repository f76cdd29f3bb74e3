import type {Examples} from "../../learn/examples.js";
import type {Origin} from "../../learn/validation/rollingOrigins.js";
import type {Split} from "../../learn/validation/split.js";

/**
 * Examples of several cutoffs, which have the same columns, one after the other. Throws an Error where they have not.
 * @example stacked([july, august]).labels.length => july.labels.length + august.labels.length
 */
export function stacked(parts: readonly Examples[]): Examples {
  const [{columns}] = parts;
  if (parts.some((part) => part.columns.length !== columns.length))
    throw new Error("snapshots with different columns");
  const rows = parts.reduce((sum, {labels}) => sum + labels.length, 0);
  const joined = <T extends Float32Array | Float64Array | Uint8Array | Int32Array>(
    into: T,
    read: (part: Examples) => T
  ): T => {
    let from = 0;
    for (const part of parts) {
      into.set(read(part), from);
      from += part.labels.length;
    }
    return into;
  };
  return {
    columns,
    values: columns.map((_, j) => joined(new Float32Array(rows), ({values}) => values[j])),
    labels: joined(new Uint8Array(rows), ({labels}) => labels),
    times: joined(new Float64Array(rows), ({times}) => times),
    keys: joined(new Int32Array(rows), ({keys}) => keys)
  };
}

/**
 * The rows of stacked snapshots that an origin learns from and is judged by.
 * @param sizes rows of each snapshot
 * @example originSplit([2, 1, 3], {train: [0, 1], test: 2}) => {train: [0, 1, 2], test: [3, 4, 5]}
 */
export function originSplit(sizes: readonly number[], {train, test}: Origin): Split {
  const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
  const rowsOf = (snapshot: number) => Array.from({length: sizes[snapshot]}, (_, i) => starts[snapshot] + i);
  return {
    train: Uint32Array.from([...train].sort((a, b) => a - b).flatMap(rowsOf)),
    test: Uint32Array.from(rowsOf(test))
  };
}
