import {midnightOf} from "../../days.js";
import {conditionsOf} from "../../explore/conditions.js";
import {conditionsWords} from "../../explore/words.js";
import {currencySign, formatCount, formatDay, formatMoney, formatNumber, formatShare} from "../../format.js";
import {pointsText} from "../read/words.js";
import type {Campaign} from "./campaign.js";
import type {PopulationChoice} from "./population.js";

/** Whom a campaign is for, within a sentence. @example whoText({segment: "Champions", state: "SP", day: "2018-01-01"}, 120) => "120 Champions in SP as of 1 Jan 2018" */
export function whoText(
  {segment, state, day, population = ""}: Omit<PopulationChoice, "horizon">,
  people: number
): string {
  const who = segment === "all" ? "customers" : segment === "At Risk" ? "customers At Risk" : segment;
  const where = state === "all" ? "" : ` in ${state}`;
  const conditions = population === "" ? undefined : conditionsOf(population);
  const bought = conditions
    ? ` who had bought at least one of these orders (${conditionsWords(conditions)})`
    : "";
  return `${formatCount(people)} ${who}${where} as of ${formatDay(midnightOf(day))}${bought}`;
}

/** What is measured, within a sentence. @example measureText({outcome: "conversion", base: "real"}, 90) => "whether they bought again within 90 days" */
export const measureText = ({outcome, base}: Pick<Campaign, "outcome" | "base">, horizon: number): string =>
  base === "real"
    ? outcome === "conversion"
      ? `whether they bought again within ${formatCount(horizon)} days`
      : `what they spent within ${formatCount(horizon)} days, in ${currencySign}`
    : outcome === "conversion"
      ? "whether they redeemed a coupon (made up)"
      : `what they spent with a coupon, in ${currencySign} (made up)`;

/** A mean in the outcome's unit. @example valueText(0.1, "conversion") => "10.00 %" */
export const valueText = (value: number, outcome: Campaign["outcome"]): string =>
  outcome === "conversion" ? formatShare(value, 2) : formatMoney(value * 100);

/** An effect in the outcome's unit, with its sign. @example effectText(-1.5, "revenue") => "−R$ 1.50" */
export function effectText(value: number, outcome: Campaign["outcome"]): string {
  if (outcome === "conversion") return pointsText(value);
  const size = `${currencySign}\u00a0${formatNumber(Math.abs(value), Math.abs(value) < 1 && value !== 0 ? 3 : 2)}`;
  return /[1-9]/.test(size) ? `${value < 0 ? "−" : "+"}${size}` : size;
}
