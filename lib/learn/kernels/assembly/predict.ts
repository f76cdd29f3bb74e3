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
 * The same for trees of any size, walked eight rows at a time, which hides how long a step takes, as many steps as the tree is deep: a leaf leads to
 * itself. `nodes` holds 32 bytes a node: where its column starts in the block, in bytes (i32), threshold (f32), right
 * and left child, in bytes (i32), missing goes left (i32), unused, value (f64). `roots` holds 8 bytes a tree: its
 * root, in bytes (i32), and its depth (i32). `rows` is rounded up to a multiple of 8.
 */
export function walkBlock(
  values: usize,
  rows: i32,
  nodes: usize,
  roots: usize,
  count: i32,
  scores: usize
): void {
  for (let tree: i32 = 0; tree < count; tree++) {
    const root: i32 = load<i32>(roots + ((<usize>tree) << 3));
    const depth: i32 = load<i32>(roots + ((<usize>tree) << 3), 4);
    for (let row: i32 = 0; row < rows; row += 8) {
      const from: usize = values + ((<usize>row) << 2);
      let a: i32 = root;
      let b: i32 = root;
      let c: i32 = root;
      let d: i32 = root;
      let e: i32 = root;
      let f: i32 = root;
      let g: i32 = root;
      let h: i32 = root;
      for (let step: i32 = 0; step < depth; step++) {
        a = child(nodes + <usize>a, from);
        b = child(nodes + <usize>b, from + 4);
        c = child(nodes + <usize>c, from + 8);
        d = child(nodes + <usize>d, from + 12);
        e = child(nodes + <usize>e, from + 16);
        f = child(nodes + <usize>f, from + 20);
        g = child(nodes + <usize>g, from + 24);
        h = child(nodes + <usize>h, from + 28);
      }
      const score: usize = scores + ((<usize>row) << 3);
      store<f64>(score, load<f64>(score) + load<f64>(nodes + <usize>a, 24));
      store<f64>(score, load<f64>(score, 8) + load<f64>(nodes + <usize>b, 24), 8);
      store<f64>(score, load<f64>(score, 16) + load<f64>(nodes + <usize>c, 24), 16);
      store<f64>(score, load<f64>(score, 24) + load<f64>(nodes + <usize>d, 24), 24);
      store<f64>(score, load<f64>(score, 32) + load<f64>(nodes + <usize>e, 24), 32);
      store<f64>(score, load<f64>(score, 40) + load<f64>(nodes + <usize>f, 24), 40);
      store<f64>(score, load<f64>(score, 48) + load<f64>(nodes + <usize>g, 24), 48);
      store<f64>(score, load<f64>(score, 56) + load<f64>(nodes + <usize>h, 24), 56);
    }
  }
}

/** The child that a row goes to, whose values start at `row`; without a branch, which could not be predicted. */
function child(node: usize, row: usize): i32 {
  const value: f32 = load<f32>(row + <usize>load<i32>(node));
  const left: i32 = i32(value < load<f32>(node, 4)) | (load<i32>(node, 16) & i32(value !== value));
  return load<i32>(node + ((<usize>left) << 2), 8);
}
