/** What sides take off the loss, two at a time. */
function taken(gradients: v128, hessians: v128, alpha: v128, lambda: v128): v128 {
  const zero = f64x2.splat(0);
  const drawn = f64x2.add(
    f64x2.pmax(f64x2.sub(gradients, alpha), zero),
    f64x2.pmin(f64x2.add(gradients, alpha), zero)
  );
  return f64x2.div(f64x2.mul(drawn, drawn), f64x2.add(hessians, lambda));
}

/**
 * Tries the cuts of one column, two at a time: sums lie `step` times 16 bytes apart from `from` on, and counts, where
 * `fromCounts` is not 0, `step` times 4 bytes. Gives at which step the first of the best cuts lies, if it gains more
 * than the result does so far, and writes its gain and sums there; else -1. The sums past an odd number of steps are
 * read, but not tried.
 */
export function scan(
  from: usize,
  fromCounts: usize,
  step: i32,
  tries: i32,
  gradient: f64,
  hessian: f64,
  rows: i32,
  alpha: f64,
  lambda: f64,
  minHessian: f64,
  minRows: i32,
  parent: f64,
  exact: bool,
  result: usize
): i32 {
  const alphas = f64x2.splat(alpha);
  const lambdas = f64x2.splat(lambda);
  const least = f64x2.splat(minHessian);
  const nodeGradient = f64x2.splat(gradient);
  const nodeHessian = f64x2.splat(hessian);
  const parents = f64x2.splat(parent);
  const roundedParents = f32x4.splat(<f32>parent);
  let best: i32 = -1;
  let gain = load<f64>(result, 16);
  let sum = f64x2.splat(0);
  let count: i32 = 0;
  for (let i: i32 = 0; i < tries; i += 2) {
    const at = from + <usize>((i * step) << 4);
    const first = f64x2.add(sum, v128.load(at));
    sum = f64x2.add(first, v128.load(at + <usize>(step << 4)));
    const hessians = v128.shuffle<f64>(first, sum, 1, 3);
    const otherHessians = f64x2.sub(nodeHessian, hessians);
    let valid = i64x2.bitmask(v128.and(f64x2.ge(hessians, least), f64x2.ge(otherHessians, least)));
    if (i + 1 === tries) valid &= 1;
    if (fromCounts) {
      const atCount = fromCounts + <usize>((i * step) << 2);
      count += load<i32>(atCount);
      if (count < minRows || rows - count < minRows) valid &= 2;
      count += load<i32>(atCount + <usize>(step << 2));
      if (count < minRows || rows - count < minRows) valid &= 1;
    }
    if (!valid) continue;
    const gradients = v128.shuffle<f64>(first, sum, 0, 2);
    const own = taken(gradients, hessians, alphas, lambdas);
    const other = taken(f64x2.sub(nodeGradient, gradients), otherHessians, alphas, lambdas);
    const gains = exact
      ? f64x2.sub(f64x2.add(own, other), parents)
      : f64x2.promote_low_f32x4(
          f32x4.sub(f32x4.add(f32x4.demote_f64x2_zero(own), f32x4.demote_f64x2_zero(other)), roundedParents)
        );
    valid &= i64x2.bitmask(f64x2.gt(gains, f64x2.splat(gain)));
    if (!valid) continue;
    if (valid & 1) {
      gain = f64x2.extract_lane(gains, 0);
      best = i;
      v128.store(result, first, 24);
    }
    if (valid & 2 && f64x2.extract_lane(gains, 1) > gain) {
      gain = f64x2.extract_lane(gains, 1);
      best = i + 1;
      v128.store(result, sum, 24);
    }
  }
  store<f64>(result, gain, 16);
  return best;
}
