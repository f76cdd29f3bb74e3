/** ln 2 in two parts: the first has so few digits that multiples of it are exact. */
const ln2High: f64 = 0.69314718036912381649;
const ln2Low: f64 = 1.90821492927058770002e-10;
const log2e: f64 = 1.4426950408889634;

/** a + b r */
function linear(r: v128, a: f64, b: f64): v128 {
  return f64x2.add(f64x2.splat(a), f64x2.mul(f64x2.splat(b), r));
}

/** e^x in two lanes: the steps of `exponential`. */
function exponential(x: v128): v128 {
  const held = f64x2.pmin(f64x2.pmax(x, f64x2.splat(-708)), f64x2.splat(708));
  const k = f64x2.floor(f64x2.add(f64x2.mul(held, f64x2.splat(log2e)), f64x2.splat(0.5)));
  const r = f64x2.sub(f64x2.sub(held, f64x2.mul(k, f64x2.splat(ln2High))), f64x2.mul(k, f64x2.splat(ln2Low)));
  const r2 = f64x2.mul(r, r);
  const r4 = f64x2.mul(r2, r2);
  const lowest = f64x2.add(linear(r, 1.0, 1.0), f64x2.mul(r2, linear(r, 0.5, 1.0 / 6.0)));
  const low = f64x2.add(
    linear(r, 1.0 / 24.0, 1.0 / 120.0),
    f64x2.mul(r2, linear(r, 1.0 / 720.0, 1.0 / 5040.0))
  );
  const high = f64x2.add(
    f64x2.add(
      linear(r, 1.0 / 40320.0, 1.0 / 362880.0),
      f64x2.mul(r2, linear(r, 1.0 / 3628800.0, 1.0 / 39916800.0))
    ),
    f64x2.mul(r4, f64x2.splat(1.0 / 479001600.0))
  );
  const sum = f64x2.add(lowest, f64x2.mul(r4, f64x2.add(low, f64x2.mul(r4, high))));
  const exponent = i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(k));
  return f64x2.mul(sum, i64x2.shl(i64x2.add(exponent, i64x2.splat(1023)), 52));
}

/** Gradients and hessians of the log loss, two rows at a time (one row past an odd number is written too). */
export function treesLogistic(
  margins: usize,
  labels: usize,
  weights: usize,
  gradients: usize,
  hessians: usize,
  rows: usize
): void {
  const one = f64x2.splat(1);
  for (let row: usize = 0; row < rows; row += 2) {
    const at = row << 2;
    const p = f64x2.div(one, f64x2.add(one, exponential(f64x2.neg(v128.load(margins + (row << 3))))));
    const label = f64x2.promote_low_f32x4(v128.load_zero<u64>(labels + at));
    const weight = f64x2.promote_low_f32x4(v128.load_zero<u64>(weights + at));
    const gradient = f64x2.mul(weight, f64x2.sub(p, label));
    const hessian = f64x2.pmax(f64x2.mul(f64x2.mul(weight, p), f64x2.sub(one, p)), f64x2.splat(1e-16));
    v128.store_lane<u64>(gradients + at, f32x4.demote_f64x2_zero(gradient), 0);
    v128.store_lane<u64>(hessians + at, f32x4.demote_f64x2_zero(hessian), 0);
  }
}
