import type {Labels, Points} from "./points.js";
import {squaredDistance} from "./squaredDistance.js";

/**
 * The nearest of the centres for each row, the first of those that are equally near.
 * @param centres a row each, of the points' width; at least one
 * @example [...nearestCentres({values: Float32Array.of(1, 9), rows: 2, width: 1}, Float64Array.of(0, 10))] => [0, 1]
 */
export function nearestCentres({values, rows, width}: Points, centres: Float64Array): Labels {
  const k = centres.length / width;
  const labels = newLabels(rows, k);
  for (let row = 0; row < rows; row++) {
    let best = Infinity;
    for (let c = 0; c < k; c++) {
      const distance = squaredDistance(values, row * width, centres, c * width, width);
      if (distance < best) {
        best = distance;
        labels[row] = c;
      }
    }
  }
  return labels;
}

/** Labels of `rows` rows among k clusters, all 0: bytes where they suffice. @example newLabels(2, 3) => Uint8Array of 2 */
export const newLabels = (rows: number, k: number): Labels =>
  k <= 256 ? new Uint8Array(rows) : new Int32Array(rows);
