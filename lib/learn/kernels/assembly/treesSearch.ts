import {scan} from "./treesScan";

/**
 * The best split of a node, tried column by column, from the left and, where values are missing, from the right.
 *
 * `columns` holds 16 bytes a column (i32): where its sums start, in bins, among `sums` or, where the last number is 1,
 * among `groupedSums`; bins of values; bin of missing values (-1 where there is none).
 * `counts` is 0 where rows are not counted. `result` takes column (i32), bin (i32), missing left (i32), unused, and in
 * f64 gain, gradient and hessian of the side added up. Gives 1 where there is a split.
 */
export function treesSearch(
  sums: usize,
  counts: usize,
  columns: usize,
  count: i32,
  features: usize,
  gradient: f64,
  hessian: f64,
  rows: i32,
  alpha: f64,
  lambda: f64,
  minHessian: f64,
  minRows: i32,
  exact: bool,
  groupedSums: usize,
  groupedCounts: usize,
  result: usize
): bool {
  store<i32>(result, -1);
  store<f64>(result, 0, 16);
  const drawn = Math.max(gradient - alpha, 0) + Math.min(gradient + alpha, 0);
  const parent = (drawn * drawn) / (hessian + lambda);
  for (let column: i32 = 0; column < count; column++) {
    if (!load<u8>(features + <usize>column)) continue;
    const at = columns + <usize>column * 16;
    const first = <usize>load<i32>(at);
    const bins = load<i32>(at, 4);
    const missing = load<i32>(at, 8);
    const grouped = load<i32>(at, 12);
    const own = (grouped ? groupedSums : sums) + (first << 4);
    const ownCounts = counts ? (grouped ? groupedCounts : counts) + (first << 2) : 0;
    for (let fromRight: i32 = 0; fromRight < (missing >= 0 ? 2 : 1); fromRight++) {
      const tries = fromRight || missing < 0 ? bins - 1 : bins;
      let from = own;
      let fromCounts = ownCounts;
      let step: i32 = 1;
      if (fromRight) {
        from += (<usize>(bins - 1)) << 4;
        if (counts) fromCounts += (<usize>(bins - 1)) << 2;
        step = -1;
      }
      const best = scan(
        from,
        fromCounts,
        step,
        tries,
        gradient,
        hessian,
        rows,
        alpha,
        lambda,
        minHessian,
        minRows,
        parent,
        exact,
        result
      );
      if (best < 0) continue;
      store<i32>(result, column);
      store<i32>(result, fromRight ? bins - 2 - best : best, 4);
      store<i32>(result, fromRight, 8);
    }
  }
  return load<i32>(result) >= 0;
}

/**
 * Adds up what a group's codes say of each of its columns, in ascending order of codes. `targets` holds for each code,
 * and then for each column, the bin (u32) among `sums` that the code means.
 */
export function treesExpand(
  from: usize,
  fromCounts: usize,
  codes: usize,
  columns: usize,
  targets: usize,
  sums: usize,
  counts: usize
): void {
  for (let code: usize = 0; code < codes; code++) {
    const own = v128.load(from + (code << 4));
    for (let column: usize = 0; column < columns; column++) {
      const bin = sums + ((<usize>load<u32>(targets)) << 4);
      v128.store(bin, f64x2.add(v128.load(bin), own));
      if (fromCounts) {
        const count = counts + ((<usize>load<u32>(targets)) << 2);
        store<u32>(count, load<u32>(count) + load<u32>(fromCounts + (code << 2)));
      }
      targets += 4;
    }
  }
}
