import type {Points} from "./points.js";

/** A search for the nearest points that goes on piece by piece. */
export interface Search {
  /** How many numbers it can look at in some 20 milliseconds. */
  pace: number;
  /** Takes up these queries (numbers of points), forgetting what was found before. */
  ask(queries: Uint32Array): void;
  /** Looks at the points `from` to `to`, after all before them; `from` is even. */
  look(from: number, to: number): void;
  /** The k nearest of each query, nearest first; of points equally far the one that comes first. */
  found(): Uint32Array;
}

/**
 * The plain search. Distances are squared, in float64, as four sums (of the columns 0, 4, 8, ..., of 1, 5, 9, ..., and
 * so on) added in pairs; a point is given up when its sums so far are too large already.
 */
export function plainSearch({width, values}: Points, k: number): Search {
  let queries: Uint32Array = new Uint32Array();
  let nearest = new Uint32Array();
  let distances = new Float64Array();

  function distanceBelow(limit: number, a: number, b: number): number {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let j = 0; j < width; j += 4) {
      const d0 = values[a + j] - values[b + j];
      const d1 = values[a + j + 1] - values[b + j + 1];
      const d2 = values[a + j + 2] - values[b + j + 2];
      const d3 = values[a + j + 3] - values[b + j + 3];
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
      if ((j & 12) === 12 && !(s0 + s1 + (s2 + s3) < limit)) return Infinity;
    }
    return s0 + s1 + (s2 + s3);
  }

  return {
    pace: 8e6,
    ask(some) {
      queries = some;
      nearest = new Uint32Array(some.length * k);
      distances = new Float64Array(some.length * k).fill(Infinity);
    },
    look(from, to) {
      for (let i = 0; i < queries.length; i++) {
        const own = queries[i];
        const last = i * k + k - 1;
        for (let row = from; row < to; row++) {
          const distance = distanceBelow(distances[last], own * width, row * width);
          if (!(distance < distances[last]) || row === own) continue;
          let place = last;
          for (; place > i * k && distance < distances[place - 1]; place--) {
            distances[place] = distances[place - 1];
            nearest[place] = nearest[place - 1];
          }
          distances[place] = distance;
          nearest[place] = row;
        }
      }
    },
    found: () => nearest
  };
}
