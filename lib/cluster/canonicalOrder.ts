import type {LloydRun} from "./lloyd.js";
import type {Labels} from "./points.js";
import {newLabels} from "./nearestCentres.js";

/**
 * The same clusters numbered by size, the largest first; among equally large ones by their centres, the smaller first
 * in the first dimension in which they differ.
 * @example canonicalOrder({centres: Float64Array.of(9, 2), labels: Int32Array.of(1, 1, 0), sizes: Int32Array.of(1, 2)}).labels => [0, 0, 1]
 */
export function canonicalOrder<T extends Pick<LloydRun, "centres" | "labels" | "sizes">>(
  run: T
): Omit<T, "labels"> & {labels: Labels} {
  const {centres, labels, sizes} = run;
  const k = sizes.length;
  const width = centres.length / k;
  const order = Array.from(sizes, (_, c) => c).sort((a, b) => {
    if (sizes[a] !== sizes[b]) return sizes[b] - sizes[a];
    for (let j = 0; j < width; j++) {
      const difference = centres[a * width + j] - centres[b * width + j];
      if (difference) return difference;
    }
    return 0;
  });
  const numbers = new Int32Array(k);
  order.forEach((c, number) => (numbers[c] = number));
  const renamed = newLabels(labels.length, k);
  for (let row = 0; row < labels.length; row++) renamed[row] = numbers[labels[row]];
  const ordered = new Float64Array(centres.length);
  order.forEach((c, number) => ordered.set(centres.subarray(c * width, (c + 1) * width), number * width));
  return {...run, centres: ordered, labels: renamed, sizes: Int32Array.from(order, (c) => sizes[c])};
}
