/**
 * Adds the inner products of a block's columns to their matrix of sums, where column <= row (and a little beyond).
 * Each product is two sums, of the even rows and of the odd ones.
 *
 * block: f64, column by column, `stride` (even) rows each; rows: how many of them to take, even; width: of columns,
 * a multiple of 4; gram: f64, `width` squared, row by row. Addresses are multiples of 16.
 */
export function addGram(block: usize, stride: i32, rows: i32, width: i32, gram: usize): void {
  const column = (<usize>stride) << 3;
  const end = (<usize>rows) << 3;
  const below = (<usize>width) << 3;
  for (let j = 0; j < width; j += 4) {
    for (let k = 0; k <= j + 2; k += 2) {
      let a = block + <usize>j * column;
      let b = block + <usize>k * column;
      const last = a + end;
      let s00 = f64x2.splat(0);
      let s01 = f64x2.splat(0);
      let s10 = f64x2.splat(0);
      let s11 = f64x2.splat(0);
      let s20 = f64x2.splat(0);
      let s21 = f64x2.splat(0);
      let s30 = f64x2.splat(0);
      let s31 = f64x2.splat(0);
      while (a < last) {
        const a0 = v128.load(a);
        const a1 = v128.load(a + column);
        const a2 = v128.load(a + 2 * column);
        const a3 = v128.load(a + 3 * column);
        const b0 = v128.load(b);
        s00 = f64x2.add(s00, f64x2.mul(a0, b0));
        s10 = f64x2.add(s10, f64x2.mul(a1, b0));
        s20 = f64x2.add(s20, f64x2.mul(a2, b0));
        s30 = f64x2.add(s30, f64x2.mul(a3, b0));
        const b1 = v128.load(b + column);
        s01 = f64x2.add(s01, f64x2.mul(a0, b1));
        s11 = f64x2.add(s11, f64x2.mul(a1, b1));
        s21 = f64x2.add(s21, f64x2.mul(a2, b1));
        s31 = f64x2.add(s31, f64x2.mul(a3, b1));
        a += 16;
        b += 16;
      }
      const to = gram + ((<usize>(j * width + k)) << 3);
      addBoth(to, s00, s01);
      addBoth(to + below, s10, s11);
      addBoth(to + 2 * below, s20, s21);
      addBoth(to + 3 * below, s30, s31);
    }
  }
}

/** Adds the sum of each vector's lanes to two numbers that stand side by side. */
function addBoth(to: usize, first: v128, second: v128): void {
  const even = v128.shuffle<f64>(first, second, 0, 2);
  const odd = v128.shuffle<f64>(first, second, 1, 3);
  v128.store(to, f64x2.add(v128.load(to), f64x2.add(even, odd)));
}
