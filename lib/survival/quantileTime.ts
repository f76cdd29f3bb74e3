import type {SurvivalCurve} from "./kaplanMeier.js";

/** The time by which a share has had the event, with its 95 % interval; null for what the curve never reaches. */
export interface QuantileTime {
  time: number | null;
  low: number | null;
  high: number | null;
}

/** Shares of people are whole counts over counts: nearer than this they are the same. */
const same = 1e-9;

/**
 * The time by which the share p has had the event; the median for 0.5. Where the curve runs level at exactly 1 - p it
 * is the middle of that stretch, as in R's quantile.survfit. The interval holds the times at which the curve's own
 * limits pass 1 - p (R. Brookmeyer and J. Crowley 1982).
 * @param p 0 < p < 1
 * @example quantileTime(kaplanMeier(Float64Array.of(1, 2, 3), Uint8Array.of(1, 1, 1)), 0.5).time => 2
 */
export function quantileTime({points, lastTime}: SurvivalCurve, p: number): QuantileTime {
  const passed = (height: (place: number) => number): number | null => {
    const first = points.findIndex((_, place) => height(place) <= 1 - p + same);
    if (first < 0) return null;
    const {time} = points[first];
    if (height(first) < 1 - p - same) return time;
    const next = points.findIndex((_, place) => place > first && height(place) < height(first) - same);
    return (time + (next < 0 ? lastTime : points[next].time)) / 2;
  };
  return {
    time: passed((place) => points[place].survival),
    low: passed((place) => points[place].low ?? 0),
    high: passed((place) => points[place].high ?? 1)
  };
}
