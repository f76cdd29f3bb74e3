import {betaCdf} from "../../distributions/beta.js";
import type {BetaPosterior} from "./posterior.js";
import {logOdds} from "./posterior.js";
import {nodes} from "./quadrature.js";
import {rootOf} from "../../stats/root.js";

/** The difference of two rates: in rates, or as a share of the control's (0.1 is ten per cent more). */
export type DifferenceKind = "absolute" | "relative";

/** The distribution of a treatment's effect on a rate. */
export interface Difference {
  /** The chance that the effect is at most so large. */
  cdf: (effect: number) => number;
  density: (effect: number) => number;
  /** The effect that lies above the true one with this chance. */
  quantile: (chance: number) => number;
}

/**
 * The distribution of the difference of two independent rates, or of the relative lift, by quadrature over the narrower
 * of the two; nothing is drawn. Its moments are not given: the mean of a relative lift need not exist.
 * @example difference(betaBelief("A", 1, 1), betaBelief("B", 1, 1), "absolute").cdf(0) => 0.5
 */
export function difference(
  control: BetaPosterior,
  treatment: BetaPosterior,
  kind: DifferenceKind
): Difference {
  const overControl = control.scale <= treatment.scale;
  const [narrow, wide] = overControl ? [control, treatment] : [treatment, control];
  const other = partner(kind, overControl);
  const points = (effect: number) => {
    const inside = other
      .kinks(effect)
      .filter((rate) => rate > 0 && rate < 1)
      .map(logOdds)
      .filter((t) => t > narrow.low && t < narrow.high);
    const edges = [narrow.low, ...inside.sort((a, b) => a - b), narrow.high];
    return nodes(edges, () => 2 * narrow.scale);
  };
  const integral = (effect: number, f: (rate: number) => number) =>
    points(effect).reduce(
      (sum, {at, weight}) => sum + weight * narrow.density(at) * f(narrow.valueAt(at)),
      0
    );
  const cdf = (effect: number) => {
    if (effect <= -1) return 0;
    const below = integral(effect, (rate) => rateCdf(wide, other.rate(rate, effect)));
    return Math.min(1, Math.max(0, overControl ? below : 1 - below));
  };
  return {
    cdf,
    density: (effect) =>
      effect <= -1
        ? 0
        : integral(effect, (rate) => rateDensity(wide, other.rate(rate, effect)) * other.slope(rate, effect)),
    quantile: (chance) => {
      const short = (effect: number) => cdf(effect) - chance;
      if (kind === "absolute") return rootOf(short, -1, 1, {x: 1e-9 * (control.sd + treatment.sd)});
      const least = Math.log(treatment.valueAt(treatment.low) / control.valueAt(control.high));
      const most = Math.log(treatment.valueAt(treatment.high) / control.valueAt(control.low));
      return Math.expm1(rootOf((ratio) => short(Math.expm1(ratio)), least, most, {x: 1e-10}));
    }
  };
}

/** How the wider arm's rate follows from the narrower one's and the effect. */
function partner(kind: DifferenceKind, overControl: boolean) {
  if (kind === "absolute") {
    const sign = overControl ? 1 : -1;
    return {
      rate: (rate: number, effect: number) => rate + sign * effect,
      slope: () => 1,
      kinks: (effect: number) => [-sign * effect, 1 - sign * effect]
    };
  }
  return overControl
    ? {
        rate: (rate: number, effect: number) => rate * (1 + effect),
        slope: (rate: number) => rate,
        kinks: (effect: number) => [1 / (1 + effect)]
      }
    : {
        rate: (rate: number, effect: number) => rate / (1 + effect),
        slope: (rate: number, effect: number) => rate / (1 + effect) ** 2,
        kinks: (effect: number) => [1 + effect]
      };
}

const rateCdf = ({a, b}: BetaPosterior, rate: number): number =>
  rate <= 0 ? 0 : rate >= 1 ? 1 : betaCdf(rate, a, b);

const rateDensity = (belief: BetaPosterior, rate: number): number =>
  rate <= 0 || rate >= 1 ? 0 : belief.density(logOdds(rate)) / (rate * (1 - rate));
