/**
 * Decimals that tell the ticks of an axis apart, at least two: those of the step of 1, 2 or 5 that about so many ticks take.
 * @example tickDecimals(0.199, 0.231, 5) => 3
 */
export function tickDecimals(low: number, high: number, ticks: number): number {
  const step = Math.abs(high - low) / ticks;
  if (!(step > 0) || !Number.isFinite(step)) return 2;
  const power = Math.floor(Math.log10(step));
  const carried = step / 10 ** power >= Math.sqrt(50) ? 1 : 0;
  return Math.min(12, Math.max(2, -(power + carried)));
}
