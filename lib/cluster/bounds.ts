import type {Points} from "./points.js";
import {squaredDistance} from "./squaredDistance.js";

/** Rows on their way to their clusters. */
export interface Assignment {
  labels: Int32Array;
  /** Of each row: at least its distance from its own centre, at most that from any other. */
  upper: Float64Array;
  lower: Float64Array;
  /** Of each cluster: the sum of its rows, a row each, and how many they are. */
  sums: Float64Array;
  sizes: Int32Array;
}

/** Every row with the nearest of the centres. @example firstAssignment(points, centres).labels => a centre for each row */
export function firstAssignment(points: Points, centres: Float64Array): Assignment {
  const {rows, width} = points;
  const k = centres.length / width;
  const assignment: Assignment = {
    labels: new Int32Array(rows),
    upper: new Float64Array(rows).fill(Infinity),
    lower: new Float64Array(rows),
    sums: new Float64Array(k * width),
    sizes: new Int32Array(k)
  };
  reassign(points, centres, assignment);
  sumRows(points, assignment);
  return assignment;
}

/**
 * Moves rows to the nearest of the centres and gives how many moved; a row as near to another as to its own stays. A
 * row's distances are measured only where its bounds leave the nearest centre open.
 *
 * Method: G. Hamerly, "Making k-means even faster" (2010).
 *
 * @example reassign(points, centres, firstAssignment(points, centres)) => 0
 */
export function reassign({values, rows, width}: Points, centres: Float64Array, moving: Assignment): number {
  const {labels, upper, lower, sums, sizes} = moving;
  const k = sizes.length;
  const half = halfToNext(centres, k, width);
  let moved = 0;
  for (let row = 0; row < rows; row++) {
    const own = labels[row];
    const safe = Math.max(half[own], lower[row]);
    if (upper[row] <= safe) continue;
    const from = row * width;
    let best = squaredDistance(values, from, centres, own * width, width);
    upper[row] = Math.sqrt(best);
    if (upper[row] <= safe) continue;
    let [nearest, second] = [own, Infinity];
    for (let c = 0; c < k; c++) {
      if (c === own) continue;
      const distance = squaredDistance(values, from, centres, c * width, width);
      if (distance < best) {
        second = best;
        best = distance;
        nearest = c;
      } else if (distance < second) second = distance;
    }
    lower[row] = Math.sqrt(second);
    if (nearest === own) continue;
    upper[row] = Math.sqrt(best);
    labels[row] = nearest;
    moved++;
    sizes[own]--;
    sizes[nearest]++;
    for (let j = 0; j < width; j++) {
      sums[own * width + j] -= values[from + j];
      sums[nearest * width + j] += values[from + j];
    }
  }
  return moved;
}

/**
 * Sums and sizes anew: adding and taking away rows one by one leaves rounding behind.
 * @example sumRows(points, assignment); assignment.sizes => rows of each cluster
 */
export function sumRows({values, rows, width}: Points, {labels, sums, sizes}: Assignment): void {
  sums.fill(0);
  sizes.fill(0);
  for (let row = 0; row < rows; row++) {
    const at = labels[row] * width;
    sizes[labels[row]]++;
    for (let j = 0; j < width; j++) sums[at + j] += values[row * width + j];
  }
}

/**
 * Loosens the bounds by how far the centres have moved.
 * @param moves the distance that each centre moved
 * @example loosen(assignment, Float64Array.of(0, 0)) => bounds as they were
 */
export function loosen({labels, upper, lower}: Assignment, moves: Float64Array): void {
  let [furthest, second] = [0, 0];
  for (let c = 1; c < moves.length; c++)
    if (moves[c] > moves[furthest]) {
      second = moves[furthest];
      furthest = c;
    } else second = Math.max(second, moves[c]);
  for (let row = 0; row < labels.length; row++) {
    upper[row] += moves[labels[row]];
    lower[row] -= labels[row] === furthest ? second : moves[furthest];
  }
}

/** Half of each centre's distance from the next one; infinite for one alone. */
function halfToNext(centres: Float64Array, k: number, width: number): Float64Array {
  const half = new Float64Array(k).fill(Infinity);
  for (let c = 0; c < k; c++)
    for (let other = 0; other < c; other++) {
      let sum = 0;
      for (let j = 0; j < width; j++) sum += (centres[c * width + j] - centres[other * width + j]) ** 2;
      const distance = Math.sqrt(sum) / 2;
      half[c] = Math.min(half[c], distance);
      half[other] = Math.min(half[other], distance);
    }
  return half;
}
