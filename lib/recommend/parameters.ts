import {segmentNames} from "../rfm/segments.js";
import type {StateValues} from "../state/parameter.js";
import {choice, day, flag, integer, real, text} from "../state/parameters.js";
import type {Span} from "../state/shared.js";
import {sharedParameters} from "../state/shared.js";
import {dateOf, dayOf} from "../days.js";
import {itemLevels} from "./purchasesAt.js";

/** Smallest and largest values of the numbers. Shares are in per cent. */
export const recommendBounds = {
  k: [1, 50],
  factors: [2, 128],
  neighbours: [1, 1000],
  shrinkage: [0, 1000],
  halfLife: [1, 730],
  together: [1, 1000],
  lambda: [1, 10_000],
  alpha: [1, 200],
  regularisation: [1, 1000],
  share: [0, 100],
  seed: [0, 999_999]
} as const;

const within = ([min, max]: readonly [number, number]) => ({min, max});

/** Days between the default first day to find purchases on and the day on which the data end. */
const held = 180;

/** What a reader chooses on the page of recommendations. */
export function recommendParameters(span: Span) {
  const first = dayOf(new Date(`${span.first_purchase.slice(0, 10)}T00:00:00Z`)) + 1;
  const later = Math.max(first, dayOf(new Date(`${span.cutoff.slice(0, 10)}T00:00:00Z`)) - held);
  const iso = (number: number) => dateOf(number).toISOString().slice(0, 10);
  return {
    items: choice("product", itemLevels),
    split: choice("date", ["date", "last"]),
    from: day(iso(later), {min: iso(first), max: span.last_purchase.slice(0, 10)}),
    bought: choice("out", ["out", "in"]),
    merge: flag(false),
    k: integer(10, within(recommendBounds.k)),
    factors: integer(32, within(recommendBounds.factors)),
    neighbours: integer(100, within(recommendBounds.neighbours)),
    shrinkage: real(10, within(recommendBounds.shrinkage)),
    half: integer(30, within(recommendBounds.halfLife)),
    together: integer(2, within(recommendBounds.together)),
    lambda: real(100, within(recommendBounds.lambda)),
    alpha: real(40, within(recommendBounds.alpha)),
    reg: real(10, within(recommendBounds.regularisation)),
    blend: integer(50, within(recommendBounds.share)),
    seed: integer(1, within(recommendBounds.seed)),
    state: sharedParameters(span).state,
    segment: choice("all", ["all", ...segmentNames]),
    city: text("", {max: 60}),
    customer: text("", {max: 40}),
    factor: flag(false),
    like: text("", {max: 60}),
    pairs: choice("order", ["order", "person"]),
    shown: real(100, within(recommendBounds.share)),
    accept: real(1, within(recommendBounds.share)),
    extra: real(50, within(recommendBounds.share))
  };
}

export type RecommendValues = StateValues<ReturnType<typeof recommendParameters>>;

/** How models are fitted. */
export interface RecommendSettings {
  factors: number;
  neighbours: number;
  shrinkage: number;
  /** Days. */
  halfLife: number;
  /** Baskets with both items that a rule needs. */
  together: number;
  lambda: number;
  alpha: number;
  regularisation: number;
  /** Weight of item kNN in the blend, 0 to 1; the rest is popularity in the person's own categories. */
  blend: number;
  seed: number;
}
