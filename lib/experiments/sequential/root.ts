/**
 * Where a falling function crosses 0, by regula falsi with the Illinois rule (M. Dowell and P. Jarratt, 1971) and a
 * halving now and then; the nearer end where it does not cross.
 * @example rootOf((x) => 2 - x * x, 0, 2) => Math.SQRT2
 */
export function rootOf(value: (x: number) => number, low: number, high: number): number {
  let [atLow, atHigh] = [value(low), value(high)];
  if (atLow <= 0) return low;
  if (atHigh >= 0) return high;
  let kept: "low" | "high" | undefined;
  for (let i = 0; i < 200 && high - low > 1e-11; i++) {
    const middle = i % 4 === 3 ? (low + high) / 2 : (low * atHigh - high * atLow) / (atHigh - atLow);
    const at = value(middle);
    if (Math.abs(at) < 1e-12) return middle;
    if (at > 0) {
      [low, atLow] = [middle, at];
      if (kept === "high") atHigh /= 2;
      kept = "high";
    } else {
      [high, atHigh] = [middle, at];
      if (kept === "low") atLow /= 2;
      kept = "low";
    }
  }
  return (low + high) / 2;
}
