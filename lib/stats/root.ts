/** How near is near enough: of the place, and of the value to zero. */
export interface RootTolerance {
  x: number;
  value?: number;
}

/**
 * Where a rising function crosses zero between two points, by false position with the Illinois rule (M. Dowell and
 * P. Jarratt, 1971) and bisection every third step. The end nearest to zero is given back where the function does not
 * cross.
 * @example rootOf((x) => x ** 3 - 8, 0, 10, {x: 1e-12}) => 2
 */
export function rootOf(
  f: (x: number) => number,
  low: number,
  high: number,
  {x: within, value: flat = 0}: RootTolerance
): number {
  let [atLow, atHigh] = [f(low), f(high)];
  if (atLow >= 0) return low;
  if (atHigh <= 0) return high;
  let side = 0;
  for (let i = 0; i < 200 && high - low > within; i++) {
    const guess = (low * atHigh - high * atLow) / (atHigh - atLow);
    const x = i % 3 !== 2 && guess > low && guess < high ? guess : (low + high) / 2;
    const value = f(x);
    if (Math.abs(value) <= flat) return x;
    if (value < 0) {
      [low, atLow] = [x, value];
      if (side === -1) atHigh /= 2;
      side = -1;
    } else {
      [high, atHigh] = [x, value];
      if (side === 1) atLow /= 2;
      side = 1;
    }
  }
  return (low + high) / 2;
}
