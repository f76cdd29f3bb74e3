import type {ProportionArm, Sides} from "../arms.js";

/** What Fisher's test gives. */
export interface Fisher {
  p: number;
  /** Conditional maximum-likelihood odds ratio of treatment over control; null where it is not bounded. */
  oddsRatio: number | null;
}

/** Numbers of conversions that the margins admit, near a middle, with the logarithm of their chance but for a constant. */
interface Support {
  first: number;
  log: Float64Array;
}

/**
 * Fisher's exact test of two rates: given how many converted in all, how the arms may share them by chance (R's
 * fisher.test, whose two-sided p adds up what is not likelier than what came).
 * @example fisher({name: "a", users: 4, converted: 1}, {name: "b", users: 4, converted: 3}, "greater").p => 0.24285714
 */
export function fisher(control: ProportionArm, treatment: ProportionArm, sides: Sides = "two-sided"): Fisher {
  const converted = control.converted + treatment.converted;
  const least = Math.max(0, converted - control.users);
  const most = Math.min(converted, treatment.users);
  const seen = treatment.converted;
  if (least === most) return {p: 1, oddsRatio: null};
  /** By the ratio of each chance to the next, which keeps what two large log-gammas would lose of a tie. */
  const near = (middle: number, reach: number): Support => {
    const first = Math.max(least, Math.floor(middle - reach));
    const log = new Float64Array(Math.min(most, Math.ceil(middle + reach)) - first + 1);
    const rest = control.users - converted + first;
    for (let i = 1; i < log.length; i++) {
      const k = first + i;
      const ratio = ((converted - k + 1) / k) * ((treatment.users - k + 1) / (rest + i));
      log[i] = log[i - 1] + Math.log(ratio);
    }
    return {first, log};
  };
  const {mean, reach} = spreadOf(control, treatment);
  const under = near(mean, reach);
  const oddsRatio =
    seen === least
      ? 0
      : seen === most
        ? null
        : mostLikely(near(seen, 8 * Math.sqrt(most - least) + 40), seen);
  return {
    p: tailSum(under, seen, sides),
    oddsRatio
  };
}

/** Where the chances lie that a sum of them needs: beyond its reach they are below any double. */
function spreadOf(control: ProportionArm, treatment: ProportionArm): {mean: number; reach: number} {
  const all = control.users + treatment.users;
  const converted = control.converted + treatment.converted;
  const share = treatment.users / all;
  const sd = Math.sqrt(converted * share * (1 - share) * (1 - converted / all));
  return {mean: converted * share, reach: 40 * sd + 40};
}

/** How often the odds ratio's chances are gone through until it is found. */
const steps = 10;

/**
 * How many chances Fisher's test of two arms goes through, for p and for the odds ratio: some 10 million a second.
 * @example fisherTerms({name: "a", users: 4, converted: 1}, {name: "b", users: 4, converted: 3}) => 55
 */
export function fisherTerms(control: ProportionArm, treatment: ProportionArm): number {
  const converted = control.converted + treatment.converted;
  const support = Math.min(converted, treatment.users) - Math.max(0, converted - control.users) + 1;
  const summed = Math.min(support, 2 * spreadOf(control, treatment).reach);
  return summed + steps * Math.min(support, 16 * Math.sqrt(support) + 80);
}

function tailSum({first, log}: Support, seen: number, sides: Sides): number {
  let [extreme, whole, top] = [0, 0, -Infinity];
  for (const value of log) top = Math.max(top, value);
  const logSeen = log[seen - first] ?? -Infinity;
  log.forEach((value, i) => {
    const chance = Math.exp(value - top);
    whole += chance;
    const counts =
      sides === "two-sided"
        ? value <= logSeen + 1e-7
        : sides === "greater"
          ? first + i >= seen
          : first + i <= seen;
    if (counts) extreme += chance;
  });
  return Math.min(1, extreme / whole);
}

/** The odds ratio under which as many as were seen are expected: Newton's method on its logarithm, kept in bounds. */
function mostLikely({first, log}: Support, seen: number): number {
  let [low, high] = [-700, 700];
  let theta = 0;
  for (let step = 0; step < 200; step++) {
    let top = -Infinity;
    log.forEach((value, i) => (top = Math.max(top, value + (first + i - seen) * theta)));
    let [weight, mean, square] = [0, 0, 0];
    log.forEach((value, i) => {
      const off = first + i - seen;
      const part = Math.exp(value + off * theta - top);
      weight += part;
      mean += part * off;
      square += part * off * off;
    });
    mean /= weight;
    const variance = square / weight - mean * mean;
    if (mean > 0) high = theta;
    else low = theta;
    const newton = theta - mean / variance;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - theta) < 1e-12) break;
    theta = next;
  }
  return Math.exp(theta);
}
