/** Room in memory that nothing else uses, in whole pages of 64 kB. */
export function nearestRoom(bytes: i32): i32 {
  return memory.grow((bytes + 0xffff) >>> 16) << 16;
}

/** Squared distance in f64: four sums, of the columns 0, 4, 8, ..., of 1, 5, 9, ..., and so on, added in pairs. */
function squaredDistance(a: usize, b: usize, width: i32): f64 {
  let s0: f64 = 0;
  let s1: f64 = 0;
  let s2: f64 = 0;
  let s3: f64 = 0;
  for (let j = 0; j < width; j += 4) {
    const at = (<usize>j) << 2;
    const d0 = <f64>load<f32>(a + at) - <f64>load<f32>(b + at);
    const d1 = <f64>load<f32>(a + at, 4) - <f64>load<f32>(b + at, 4);
    const d2 = <f64>load<f32>(a + at, 8) - <f64>load<f32>(b + at, 8);
    const d3 = <f64>load<f32>(a + at, 12) - <f64>load<f32>(b + at, 12);
    s0 += d0 * d0;
    s1 += d1 * d1;
    s2 += d2 * d2;
    s3 += d3 * d3;
  }
  return s0 + s1 + (s2 + s3);
}

/** Puts a row among a query's k nearest if it is nearer than the last of them; gives the last one's distance. */
function offer(row: i32, distance: f64, k: i32, nearest: usize, distances: usize): f64 {
  let place = k - 1;
  if (!(distance < load<f64>(distances + ((<usize>place) << 3))))
    return load<f64>(distances + ((<usize>place) << 3));
  while (place > 0 && distance < load<f64>(distances + ((<usize>(place - 1)) << 3))) {
    store<f64>(distances + ((<usize>place) << 3), load<f64>(distances + ((<usize>(place - 1)) << 3)));
    store<i32>(nearest + ((<usize>place) << 2), load<i32>(nearest + ((<usize>(place - 1)) << 2)));
    place--;
  }
  store<f64>(distances + ((<usize>place) << 3), distance);
  store<i32>(nearest + ((<usize>place) << 2), row);
  return load<f64>(distances + ((<usize>(k - 1)) << 3));
}

/** The sums of the lanes of four vectors, as one vector. */
function laneSums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 1, 4, 5), v128.shuffle<f32>(a, b, 2, 3, 6, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 1, 4, 5), v128.shuffle<f32>(c, d, 2, 3, 6, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 2, 4, 6), v128.shuffle<f32>(ab, cd, 1, 3, 5, 7));
}

/**
 * Looks among the rows `from` to `to` (`from` even) for the k nearest of `count` queries (a multiple of 4), keeping
 * what was found before. A pair is measured in f64 unless twice its f32 inner product is so far below the sum of its
 * squared norms that no rounding could bring it among the nearest.
 *
 * points: f32, row by row, `width` (a multiple of 4) a row; norms: f32, squared, each lowered by the margin of
 * rounding; queries: i32, row numbers; reach: f32, for each query its lowered norm less the distance to beat;
 * nearest: i32 and distances: f64, k for each query.
 */
export function nearestAmong(
  points: usize,
  width: i32,
  norms: usize,
  from: i32,
  to: i32,
  queries: usize,
  count: i32,
  reach: usize,
  k: i32,
  nearest: usize,
  distances: usize
): void {
  const bytes = (<usize>width) << 2;
  for (let row = from; row < to; row += 2) {
    const p = points + <usize>row * bytes;
    const both = row + 1 < to;
    const norm0 = f32x4.splat(load<f32>(norms + ((<usize>row) << 2)));
    const norm1 = f32x4.splat(load<f32>(norms + ((<usize>row) << 2), 4));
    for (let i = 0; i < count; i += 4) {
      const at = queries + ((<usize>i) << 2);
      const q0 = points + <usize>load<i32>(at) * bytes;
      const q1 = points + <usize>load<i32>(at, 4) * bytes;
      const q2 = points + <usize>load<i32>(at, 8) * bytes;
      const q3 = points + <usize>load<i32>(at, 12) * bytes;
      let a0 = f32x4.splat(0);
      let a1 = f32x4.splat(0);
      let a2 = f32x4.splat(0);
      let a3 = f32x4.splat(0);
      let b0 = f32x4.splat(0);
      let b1 = f32x4.splat(0);
      let b2 = f32x4.splat(0);
      let b3 = f32x4.splat(0);
      for (let j: usize = 0; j < bytes; j += 16) {
        const x = v128.load(p + j);
        const y = v128.load(p + bytes + j);
        const u0 = v128.load(q0 + j);
        const u1 = v128.load(q1 + j);
        const u2 = v128.load(q2 + j);
        const u3 = v128.load(q3 + j);
        a0 = f32x4.add(a0, f32x4.mul(x, u0));
        a1 = f32x4.add(a1, f32x4.mul(x, u1));
        a2 = f32x4.add(a2, f32x4.mul(x, u2));
        a3 = f32x4.add(a3, f32x4.mul(x, u3));
        b0 = f32x4.add(b0, f32x4.mul(y, u0));
        b1 = f32x4.add(b1, f32x4.mul(y, u1));
        b2 = f32x4.add(b2, f32x4.mul(y, u2));
        b3 = f32x4.add(b3, f32x4.mul(y, u3));
      }
      const limit = v128.load(reach + ((<usize>i) << 2));
      const first = laneSums(a0, a1, a2, a3);
      const second = laneSums(b0, b1, b2, b3);
      const near =
        i32x4.bitmask(f32x4.gt(f32x4.add(first, first), f32x4.add(limit, norm0))) |
        (i32x4.bitmask(f32x4.gt(f32x4.add(second, second), f32x4.add(limit, norm1))) << 4);
      if (!near) continue;
      for (let lane = 0; lane < 8; lane++) {
        if (!(near & (1 << lane)) || (lane > 3 && !both)) continue;
        const candidate = lane > 3 ? row + 1 : row;
        const query = i + (lane & 3);
        const own = load<i32>(queries + ((<usize>query) << 2));
        if (candidate === own) continue;
        const worst = offer(
          candidate,
          squaredDistance(points + <usize>candidate * bytes, points + <usize>own * bytes, width),
          k,
          nearest + <usize>(query * k) * 4,
          distances + <usize>(query * k) * 8
        );
        store<f32>(reach + ((<usize>query) << 2), <f32>(<f64>load<f32>(norms + ((<usize>own) << 2)) - worst));
      }
    }
  }
}
