import {isoDay, millisecondsPerDay} from "../../days.js";
import {populationParameter} from "../../explore/populationParameter.js";
import type {Campaign} from "./campaign.js";
import type {PopulationChoice} from "./population.js";
import {segmentNames} from "../../rfm/segments.js";
import {placeCodes} from "../../state/placeCodes.js";
import type {StateValues} from "../../state/parameter.js";
import {choice, day, integer, real} from "../../state/parameters.js";
import type {Span} from "../../state/shared.js";

/** Smallest and largest values of the numbers; shares and effects in per cent. */
export const practiceBounds = {
  horizon: [1, 540],
  rate: [0, 100],
  history: [0, 3],
  effect: [-100, 1000],
  share: [1, 99],
  days: [1, 365],
  halfLife: [0, 365],
  lost: [0, 50],
  seed: [0, 999_999]
} as const;

const within = ([min, max]: readonly [number, number]) => ({min, max});

/**
 * What a reader chooses about a practice campaign, as it stands in the address: names begin with `p_`. Shares are in
 * per cent; so is the effect where it is relative, else it is in percentage points or in reais a person.
 */
export function practiceParameters({first_purchase, last_purchase, cutoff}: Span) {
  const ends = [cutoff, last_purchase].map((time) => time.slice(0, 10)).sort();
  const first = first_purchase.slice(0, 10);
  const season = isoDay(Date.parse(cutoff.slice(0, 10)) - 90 * millisecondsPerDay);
  return {
    p_segment: choice("Champions", ["all", ...segmentNames]),
    p_state: choice("all", ["all", ...placeCodes]),
    p_population: populationParameter(),
    p_day: day(season > first ? season : ends[1], {min: first, max: ends[1]}),
    p_horizon: integer(90, within(practiceBounds.horizon)),
    p_outcome: choice("conversion", ["conversion", "revenue"]),
    p_base: choice("made-up", ["made-up", "real"]),
    p_rate: real(10, within(practiceBounds.rate)),
    p_history: real(1, within(practiceBounds.history)),
    p_kind: choice("relative", ["relative", "absolute"]),
    p_effect: real(20, within(practiceBounds.effect)),
    p_share: real(50, within(practiceBounds.share)),
    p_days: integer(28, within(practiceBounds.days)),
    p_half: real(0, within(practiceBounds.halfLife)),
    p_lost: real(0, within(practiceBounds.lost)),
    p_assign: choice("random", ["random", "best"]),
    p_seed: integer(1, within(practiceBounds.seed))
  };
}

/** The values of `practiceParameters`. */
export type PracticeChoice = StateValues<ReturnType<typeof practiceParameters>>;

/** The people that a choice is about. */
export const populationChoice = ({
  p_segment,
  p_state,
  p_day,
  p_horizon,
  p_population
}: Pick<
  PracticeChoice,
  "p_segment" | "p_state" | "p_day" | "p_horizon" | "p_population"
>): PopulationChoice => ({
  segment: p_segment,
  state: p_state,
  day: isoDay(p_day),
  horizon: p_horizon,
  ...(p_population === "" ? {} : {population: p_population})
});

/** The campaign that a choice stands for, shares and relative effects as parts of one. */
export function campaignChoice(choice: PracticeChoice): Campaign {
  const {p_outcome: outcome, p_kind: kind, p_effect} = choice;
  return {
    outcome,
    base: choice.p_base,
    rate: choice.p_rate / 100,
    history: choice.p_history,
    kind,
    effect: kind === "relative" || outcome === "conversion" ? p_effect / 100 : p_effect,
    share: choice.p_share / 100,
    days: choice.p_days,
    halfLife: choice.p_half,
    lost: choice.p_lost / 100,
    assignment: choice.p_assign,
    seed: choice.p_seed
  };
}
