/** Room in memory that nothing else uses, in whole pages of 64 kB; a negative number if memory cannot grow so far. */
export function scoreRoom(bytes: i32): i32 {
  const page = memory.grow((bytes + 0xffff) >>> 16);
  return page < 0 ? -1 : page << 16;
}

/**
 * Scores a block of rows with many trees. Rows stand in lanes of four: `values` holds the block column by column,
 * `stride` rows each. A tree of at most 32 leaves keeps, for each row, a bit for each leaf that may still be the
 * row's own; each split clears the left leaves' bits where a row goes right, and the lowest bit left is the leaf
 * (Lucchese and others 2015, QuickScorer). Splits that no row reaches clear bits that do not matter.
 *
 * `splits` holds 16 bytes a split: column (i32), threshold (f32), leaves to clear (u32), missing goes left (i32).
 * `trees` holds 16 bytes a tree: first split (i32), splits (i32), first leaf (i32), unused. `leaves` are f64.
 */
export function scoreBlock(
  values: usize,
  stride: i32,
  rows: i32,
  splits: usize,
  leaves: usize,
  trees: usize,
  count: i32,
  scores: usize,
  masks: usize
): void {
  const lanes: i32 = (rows + 3) >> 2;
  for (let tree: i32 = 0; tree < count; tree++) {
    const first: i32 = load<i32>(trees + ((<usize>tree) << 4));
    const size: i32 = load<i32>(trees + ((<usize>tree) << 4), 4);
    const leaf: usize = leaves + ((<usize>load<i32>(trees + ((<usize>tree) << 4), 8)) << 3);
    memory.fill(masks, 0xff, (<usize>lanes) << 4);
    for (let i: i32 = 0; i < size; i++) {
      const split: usize = splits + ((<usize>(first + i)) << 4);
      const column: usize = values + ((<usize>load<i32>(split) * <usize>stride) << 2);
      const threshold: v128 = f32x4.splat(load<f32>(split, 4));
      const clear: v128 = i32x4.splat(load<i32>(split, 8));
      if (load<i32>(split, 12)) {
        for (let lane: i32 = 0; lane < lanes; lane++) {
          const at: usize = (<usize>lane) << 4;
          const right: v128 = f32x4.ge(v128.load(column + at), threshold);
          v128.store(masks + at, v128.andnot(v128.load(masks + at), v128.and(right, clear)));
        }
      } else {
        for (let lane: i32 = 0; lane < lanes; lane++) {
          const at: usize = (<usize>lane) << 4;
          const left: v128 = f32x4.lt(v128.load(column + at), threshold);
          v128.store(masks + at, v128.andnot(v128.load(masks + at), v128.andnot(clear, left)));
        }
      }
    }
    for (let row: i32 = 0; row < rows; row++) {
      const own: usize = (<usize>ctz<i32>(load<i32>(masks + ((<usize>row) << 2)))) << 3;
      const at: usize = scores + ((<usize>row) << 3);
      store<f64>(at, load<f64>(at) + load<f64>(leaf + own));
    }
  }
}

/**
 * The same for trees of any size, walked node by node. `nodes` holds 20 bytes a node: column (i32, -1 in a leaf),
 * threshold (f32), left and right child (i32), missing goes left (i32); `leaves` holds a value a node.
 */
export function walkBlock(
  values: usize,
  stride: i32,
  rows: i32,
  nodes: usize,
  leaves: usize,
  roots: usize,
  count: i32,
  scores: usize
): void {
  for (let tree: i32 = 0; tree < count; tree++) {
    const root: i32 = load<i32>(roots + ((<usize>tree) << 2));
    for (let row: i32 = 0; row < rows; row++) {
      let at: i32 = root;
      for (;;) {
        const node: usize = nodes + <usize>at * 20;
        const column: i32 = load<i32>(node);
        if (column < 0) break;
        const value: f32 = load<f32>(values + ((<usize>(column * stride + row)) << 2));
        const threshold: f32 = load<f32>(node, 4);
        const left: bool = load<i32>(node, 16) ? !(value >= threshold) : value < threshold;
        at = select<i32>(load<i32>(node, 8), load<i32>(node, 12), left);
      }
      const score: usize = scores + ((<usize>row) << 3);
      store<f64>(score, load<f64>(score) + load<f64>(leaves + ((<usize>at) << 3)));
    }
  }
}
