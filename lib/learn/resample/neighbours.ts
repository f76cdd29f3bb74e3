import {kernelSearch} from "./kernelSearch.js";
import type {Points} from "./points.js";
import {plainSearch} from "./search.js";

const together = 64;

/**
 * The k nearest other points of some of the points by Euclidean distance in float64, by comparing with every one
 * (trees of boxes or balls do not help at eighty columns); nearest first, of points equally far the one that comes
 * first. Gives way often, with the share done.
 *
 * @param queries numbers of points
 * @param k below the number of points
 * @param module the kernels, for WebAssembly; else plain TypeScript finds the same, more slowly
 * @example [...finish(neighbours(pointsOf([Float32Array.of(0, 5, 1)], Uint32Array.of(0, 1, 2)), Uint32Array.of(0), 2))] => [2, 1]
 */
export function* neighbours(
  points: Points,
  queries: Uint32Array,
  k: number,
  module?: WebAssembly.Module
): Generator<number, Uint32Array> {
  const search = module ? kernelSearch(points, k, together, module) : plainSearch(points, k);
  const found = new Uint32Array(queries.length * k);
  const step = 2 * Math.max(1, Math.floor(search.pace / (together * points.width * 2)));
  for (let first = 0; first < queries.length; first += together) {
    const some = queries.subarray(first, first + together);
    search.ask(some);
    for (let from = 0; from < points.count; from += step) {
      search.look(from, Math.min(points.count, from + step));
      yield (first + (some.length * from) / points.count) / queries.length;
    }
    found.set(search.found(), first * k);
  }
  return found;
}
