/** Bytes of a group's sums: 256 codes, a gradient and a hessian in f64 each. */
const groupBytes: usize = 4096;
/**
 * The sums of eight groups at a fixed address, which saves an addition a sum, and small enough for the nearest cache.
 */
const tile: usize = memory.data(32768, 16);

/** Where so many bytes may be written, 16-byte aligned; 0 if memory cannot grow so far. For one call an instance. */
export function treesReserve(bytes: usize): usize {
  const start = (__heap_base + 15) & ~15;
  const pages = <i32>((start + bytes + 0xffff) >> 16) - memory.size();
  return pages > 0 && memory.grow(pages) < 0 ? 0 : start;
}

/** Puts gradients and hessians side by side, and sums them over the sample in its order, into `totals` (two f64). */
export function treesPair(
  gradients: usize,
  hessians: usize,
  rows: usize,
  pairs: usize,
  order: usize,
  sample: usize,
  totals: usize
): void {
  for (let row: usize = 0; row < rows; row++) {
    store<f32>(pairs + (row << 3), load<f32>(gradients + (row << 2)));
    store<f32>(pairs + (row << 3), load<f32>(hessians + (row << 2)), 4);
  }
  let sum = f64x2.splat(0);
  for (let i: usize = 0; i < sample; i++) {
    const row = <usize>load<u32>(order + (i << 2));
    sum = f64x2.add(sum, f64x2.promote_low_f32x4(v128.load_zero<u64>(pairs + (row << 3))));
  }
  v128.store(totals, sum);
}

/** Copies the pairs of a node's rows to one place. */
export function treesGather(pairs: usize, order: usize, begin: usize, end: usize, gathered: usize): void {
  for (let i = begin; i < end; i++) {
    const row = <usize>load<u32>(order + (i << 2));
    store<u64>(gathered + ((i - begin) << 3), load<u64>(pairs + (row << 3)));
  }
}

/** Sums up all rows, in order, for two planes of four groups each; `sums` takes eight groups. */
export function treesSumTwo(pairs: usize, rows: usize, a: usize, b: usize, sums: usize): void {
  memory.fill(tile, 0, 8 * groupBytes);
  for (let row: usize = 0; row < rows; row++) {
    const pair = f64x2.promote_low_f32x4(v128.load_zero<u64>(pairs + (row << 3)));
    const x = load<u32>(a + (row << 2));
    const y = load<u32>(b + (row << 2));
    const a0 = (x << 4) & 0xff0;
    v128.store(a0, f64x2.add(v128.load(a0, tile), pair), tile);
    const a1 = (x >>> 4) & 0xff0;
    v128.store(a1, f64x2.add(v128.load(a1, tile + groupBytes), pair), tile + groupBytes);
    const a2 = (x >>> 12) & 0xff0;
    v128.store(a2, f64x2.add(v128.load(a2, tile + 2 * groupBytes), pair), tile + 2 * groupBytes);
    const a3 = (x >>> 20) & 0xff0;
    v128.store(a3, f64x2.add(v128.load(a3, tile + 3 * groupBytes), pair), tile + 3 * groupBytes);
    const b0 = (y << 4) & 0xff0;
    v128.store(b0, f64x2.add(v128.load(b0, tile + 4 * groupBytes), pair), tile + 4 * groupBytes);
    const b1 = (y >>> 4) & 0xff0;
    v128.store(b1, f64x2.add(v128.load(b1, tile + 5 * groupBytes), pair), tile + 5 * groupBytes);
    const b2 = (y >>> 12) & 0xff0;
    v128.store(b2, f64x2.add(v128.load(b2, tile + 6 * groupBytes), pair), tile + 6 * groupBytes);
    const b3 = (y >>> 20) & 0xff0;
    v128.store(b3, f64x2.add(v128.load(b3, tile + 7 * groupBytes), pair), tile + 7 * groupBytes);
  }
  memory.copy(sums, tile, 8 * groupBytes);
}

/** The same for the rows of a node, whose pairs are gathered. */
export function treesSumTwoOf(
  gathered: usize,
  rows: usize,
  count: usize,
  a: usize,
  b: usize,
  sums: usize
): void {
  memory.fill(tile, 0, 8 * groupBytes);
  for (let i: usize = 0; i < count; i++) {
    const pair = f64x2.promote_low_f32x4(v128.load_zero<u64>(gathered + (i << 3)));
    const row = (<usize>load<u32>(rows + (i << 2))) << 2;
    const x = load<u32>(a + row);
    const y = load<u32>(b + row);
    const a0 = (x << 4) & 0xff0;
    v128.store(a0, f64x2.add(v128.load(a0, tile), pair), tile);
    const a1 = (x >>> 4) & 0xff0;
    v128.store(a1, f64x2.add(v128.load(a1, tile + groupBytes), pair), tile + groupBytes);
    const a2 = (x >>> 12) & 0xff0;
    v128.store(a2, f64x2.add(v128.load(a2, tile + 2 * groupBytes), pair), tile + 2 * groupBytes);
    const a3 = (x >>> 20) & 0xff0;
    v128.store(a3, f64x2.add(v128.load(a3, tile + 3 * groupBytes), pair), tile + 3 * groupBytes);
    const b0 = (y << 4) & 0xff0;
    v128.store(b0, f64x2.add(v128.load(b0, tile + 4 * groupBytes), pair), tile + 4 * groupBytes);
    const b1 = (y >>> 4) & 0xff0;
    v128.store(b1, f64x2.add(v128.load(b1, tile + 5 * groupBytes), pair), tile + 5 * groupBytes);
    const b2 = (y >>> 12) & 0xff0;
    v128.store(b2, f64x2.add(v128.load(b2, tile + 6 * groupBytes), pair), tile + 6 * groupBytes);
    const b3 = (y >>> 20) & 0xff0;
    v128.store(b3, f64x2.add(v128.load(b3, tile + 7 * groupBytes), pair), tile + 7 * groupBytes);
  }
  memory.copy(sums, tile, 8 * groupBytes);
}

/** One plane of a node. */
export function treesSumOneOf(gathered: usize, rows: usize, count: usize, a: usize, sums: usize): void {
  memory.fill(tile, 0, 4 * groupBytes);
  for (let i: usize = 0; i < count; i++) {
    const pair = f64x2.promote_low_f32x4(v128.load_zero<u64>(gathered + (i << 3)));
    const x = load<u32>(a + ((<usize>load<u32>(rows + (i << 2))) << 2));
    const a0 = (x << 4) & 0xff0;
    v128.store(a0, f64x2.add(v128.load(a0, tile), pair), tile);
    const a1 = (x >>> 4) & 0xff0;
    v128.store(a1, f64x2.add(v128.load(a1, tile + groupBytes), pair), tile + groupBytes);
    const a2 = (x >>> 12) & 0xff0;
    v128.store(a2, f64x2.add(v128.load(a2, tile + 2 * groupBytes), pair), tile + 2 * groupBytes);
    const a3 = (x >>> 20) & 0xff0;
    v128.store(a3, f64x2.add(v128.load(a3, tile + 3 * groupBytes), pair), tile + 3 * groupBytes);
  }
  memory.copy(sums, tile, 4 * groupBytes);
}

/** One group with codes of two bytes, `size` of them. */
export function treesSumWideOf(
  gathered: usize,
  rows: usize,
  count: usize,
  codes: usize,
  size: usize,
  sums: usize
): void {
  memory.fill(sums, 0, size << 4);
  for (let i: usize = 0; i < count; i++) {
    const pair = f64x2.promote_low_f32x4(v128.load_zero<u64>(gathered + (i << 3)));
    const row = <usize>load<u32>(rows + (i << 2));
    const at = sums + ((<usize>load<u16>(codes + (row << 1))) << 4);
    v128.store(at, f64x2.add(v128.load(at), pair));
  }
}

/** Takes sums off others: f64 as long as `bytes` go (a multiple of 16). */
export function treesSubtract(from: usize, less: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16)
    v128.store(from + at, f64x2.sub(v128.load(from + at), v128.load(less + at)));
}
