import {hypergeometricLogPmf} from "../../distributions/hypergeometric.js";
import type {ProportionArm, Sides} from "../arms.js";

/** What Fisher's test gives. */
export interface Fisher {
  p: number;
  /** Conditional maximum-likelihood odds ratio of treatment over control; null where it is not bounded. */
  oddsRatio: number | null;
}

/** Numbers of conversions that the margins admit, near a middle, with the logarithm of their chance. */
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
  const all = control.users + treatment.users;
  const converted = control.converted + treatment.converted;
  const least = Math.max(0, converted - control.users);
  const most = Math.min(converted, treatment.users);
  const seen = treatment.converted;
  if (least === most) return {p: 1, oddsRatio: null};
  const near = (middle: number, reach: number): Support => {
    const first = Math.max(least, Math.floor(middle - reach));
    const length = Math.min(most, Math.ceil(middle + reach)) - first + 1;
    const log = new Float64Array(length);
    for (let i = 0; i < length; i++)
      log[i] = hypergeometricLogPmf(first + i, all, converted, treatment.users);
    return {first, log};
  };
  const share = treatment.users / all;
  const sd = Math.sqrt(converted * share * (1 - share) * (1 - converted / all));
  const under = near(converted * share, 40 * sd + 40);
  const oddsRatio =
    seen === least
      ? 0
      : seen === most
        ? null
        : mostLikely(near(seen, 8 * Math.sqrt(most - least) + 40), seen);
  return {
    p: tailSum(under, seen, hypergeometricLogPmf(seen, all, converted, treatment.users), sides),
    oddsRatio
  };
}

function tailSum({first, log}: Support, seen: number, logSeen: number, sides: Sides): number {
  let [extreme, whole] = [0, 0];
  log.forEach((value, i) => {
    const chance = Math.exp(value);
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
