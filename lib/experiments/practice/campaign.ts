import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {Population} from "./population.js";
import {propensities} from "./propensity.js";

/** A simulated campaign: what is measured, and what is planted. */
export interface Campaign {
  outcome: "conversion" | "revenue";
  /** Whether what people do without treatment is what they really did, or drawn. */
  base: "real" | "made-up";
  /** Share of people who convert without treatment, where it is drawn; between 0 and 1. */
  rate: number;
  /** How strongly a drawn outcome follows the history: 0 not at all; in log odds per standard deviation. */
  history: number;
  kind: "relative" | "absolute";
  /** What the treatment adds: a share of the baseline where relative; else a share of people, or reais a person. */
  effect: number;
  /** Share of people to treat; between 0 and 1. */
  share: number;
  /** Days over which people are reached, each on a day drawn for them. */
  days: number;
  /** Days after which half of the effect is left for those reached then; 0 where it does not wear off. */
  halfLife: number;
  /** Share of the treated who get lost, light buyers before heavy ones; at most one half. */
  lost: number;
  /** By lot, or the best customers to the treatment. */
  assignment: "random" | "best";
  seed: number;
}

/** What was planted: expected means and effects over the whole population. */
export interface Planted {
  outcome: Campaign["outcome"];
  /** Mean without treatment: share who convert, or reais a person. */
  baseline: number;
  /** Mean with treatment less that without. */
  difference: number;
  /** The difference over the baseline. */
  relative: number;
  /** Whether more was asked for than there was room for: everybody converts, or nobody. */
  capped: boolean;
}

/** A campaign ready to be drawn, as often as one likes. */
export interface PreparedCampaign {
  campaign: Campaign;
  population: Population;
  /** Rows of the population in the order of the persons' keys. */
  order: Uint32Array;
  /** Chance to convert without treatment, by row; only where it is drawn. */
  chance: Float64Array | null;
  /** Place by history from 0 (lightest) up to 1, by row. */
  place: Float64Array;
  planted: Planted;
}

const mean = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
};

/**
 * How much of an effect is left on each day.
 * @example decay({days: 3, halfLife: 1}) => [1, 0.5, 0.25]
 */
export const decay = ({days, halfLife}: Pick<Campaign, "days" | "halfLife">): number[] =>
  Array.from({length: days}, (_, day) => (halfLife > 0 ? 0.5 ** (day / halfLife) : 1));

/**
 * Gets a campaign on a population ready: everything that is the same in all its draws, and the truth about it. The
 * truth is the mean over all the people of what treatment is expected to change, not that over the people treated.
 * @example prepareCampaign(people, {...campaign, rate: 0.1, kind: "relative", effect: 0.2}).value.planted.difference => 0.02
 */
export function prepareCampaign(population: Population, campaign: Campaign): Result<PreparedCampaign> {
  const {person, before, after, again} = population;
  const chance = campaign.base === "made-up" ? propensities(before, campaign.rate, campaign.history) : null;
  const baseline =
    campaign.outcome === "conversion"
      ? mean(chance ?? again)
      : mean(chance ? before.map((spent, i) => spent * chance[i]) : after);
  const {kind, effect, outcome} = campaign;
  if (baseline === 0 && (kind === "relative" || outcome === "revenue"))
    return fail(
      "baseline",
      "Nobody of these people bought again in that time, so that there is nothing for an effect to multiply: choose a made-up baseline, a longer horizon or a larger population."
    );
  const asked = kind === "relative" ? effect * baseline : effect;
  const room = outcome === "conversion" ? 1 - baseline : Infinity;
  const full = Math.max(-baseline, Math.min(room, asked));
  const difference = full * mean(decay(campaign));
  const order = Uint32Array.from(person.keys()).sort((a, b) => person[a] - person[b]);
  return ok({
    campaign,
    population,
    order,
    chance,
    place: places(population),
    planted: {
      outcome,
      baseline,
      difference,
      relative: baseline > 0 ? difference / baseline : 0,
      capped: full !== asked
    }
  });
}

/** Each row's place by what was spent before, ties by key, from 0 up to 1 - 1/n. */
function places({person, before}: Population): Float64Array {
  const rising = Uint32Array.from(person.keys()).sort(
    (a, b) => before[a] - before[b] || person[a] - person[b]
  );
  const place = new Float64Array(rising.length);
  rising.forEach((row, rank) => (place[row] = rank / rising.length));
  return place;
}
