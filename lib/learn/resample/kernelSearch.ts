import type {Points} from "./points.js";
import type {Search} from "./search.js";

interface NearestKernel {
  memory: WebAssembly.Memory;
  nearestRoom(bytes: number): number;
  nearestAmong(
    points: number,
    width: number,
    norms: number,
    from: number,
    to: number,
    queries: number,
    count: number,
    reach: number,
    k: number,
    nearest: number,
    distances: number
  ): void;
}

/**
 * The search in WebAssembly: the same neighbours as `plainSearch`.
 * @param most the largest number of queries at a time
 */
export function kernelSearch(points: Points, k: number, most: number, module: WebAssembly.Module): Search {
  const {width, values} = points;
  const kernel = new WebAssembly.Instance(module).exports as unknown as NearestKernel;
  const room = 4 * Math.ceil(most / 4);
  const at = {
    points: kernel.nearestRoom(4 * values.length),
    norms: kernel.nearestRoom((4 * values.length) / width),
    queries: kernel.nearestRoom(4 * room),
    reach: kernel.nearestRoom(4 * room),
    nearest: kernel.nearestRoom(4 * room * k),
    distances: kernel.nearestRoom(8 * room * k)
  };
  const {buffer} = kernel.memory;
  new Float32Array(buffer, at.points, values.length).set(values);
  const norms = new Float32Array(buffer, at.norms, values.length / width);
  // Twice a bound on what rounding to float32 can do to norms and an inner product, relative to the norms.
  const kept = 1 - (width + 32) * 2 ** -23;
  for (let row = 0; row < norms.length; row++) {
    let norm = 0;
    for (let j = row * width; j < (row + 1) * width; j++) norm += values[j] * values[j];
    norms[row] = norm * kept;
  }
  const queries = new Int32Array(buffer, at.queries, room);
  let asked = 0;

  return {
    pace: 60e6,
    ask(some) {
      asked = some.length;
      queries.fill(some[asked - 1] ?? 0);
      queries.set(some);
      new Float32Array(buffer, at.reach, room).fill(-Infinity);
      new Float64Array(buffer, at.distances, room * k).fill(Infinity);
    },
    look(from, to) {
      const {points, norms, queries, reach, nearest, distances} = at;
      const count = 4 * Math.ceil(asked / 4);
      kernel.nearestAmong(points, width, norms, from, to, queries, count, reach, k, nearest, distances);
    },
    found: () => new Uint32Array(buffer, at.nearest, asked * k).slice()
  };
}
