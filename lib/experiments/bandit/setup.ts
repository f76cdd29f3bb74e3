import {formatCount, formatNumber} from "../../format.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";

/** What is assumed about a race of policies. */
export interface BanditSetup {
  /** The true conversion rate of each arm: known to the simulation, not to the policies. */
  rates: number[];
  /** Visitors in all. */
  horizon: number;
  /** Visitors assigned before any of their outcomes is known. */
  batch: number;
  /** How often the whole is repeated. */
  runs: number;
  /** Share of visitors that epsilon-greedy sends to an arm at random. */
  epsilon: number;
  /** Visitors after which that share has halved, as epsilon / (1 + visitors / halving); 0 keeps it. */
  halving: number;
  /** Visitors of each arm in the test after which the best is taken for good; 0 leaves that policy out. */
  explore: number;
  seed: number;
}

/** Smallest and largest value of each number. */
export const banditBounds = {
  arms: {min: 2, max: 10},
  horizon: {min: 100, max: 200_000},
  batch: {min: 1, max: 50_000},
  runs: {min: 1, max: 1000},
  epsilon: {min: 0, max: 1},
  halving: {min: 0, max: 1_000_000},
  explore: {min: 0, max: 100_000},
  seed: {min: 0, max: 999_999}
} as const;

/** Visitors of all runs together that a tab simulates in reasonable time. */
const mostVisitors = 20_000_000;

/** Rates as a reader may write them. */
export const exampleRates = [0.1, 0.12, 0.11].map((rate) => formatNumber(rate, 2)).join("; ");
const example = `write the rates like ${exampleRates} or 10 %; 12 %; 11 %`;

/**
 * Rates of arms out of a reader's text, apart by semicolons, lines, blanks, or commas with a blank; each with a decimal
 * comma or a point. Commas without a blank are refused where they could be decimal ones.
 * @example readRateList("0,10; 0,12 ; 11 %").value => [0.1, 0.12, 0.11]
 * @example readRateList("0,1, 0,2").value => [0.1, 0.2]
 */
export function readRateList(text: string): Result<number[]> {
  const parts = text
    .trim()
    .replace(/\s+%/g, "%")
    .split(/[;\n]/.test(text) ? /[;\n]+/ : /,?\s+/)
    .flatMap((part) => part.split(/^[^,]*\.[^,]*(,[^,]*\.[^,]*)*$/.test(part) ? "," : /(?<=%),/))
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const {min, max} = banditBounds.arms;
  if (parts.length === 1 && parts[0].split(",").length > 2)
    return fail(
      "rates",
      `The commas of “${parts[0].slice(0, 30)}” may be decimal signs or stand between rates: set the rates apart by semicolons, like ${exampleRates}.`
    );
  if (parts.length < min || parts.length > max)
    return fail(
      "rates",
      `Give the rates of ${min} to ${max} arms, and there ${parts.length === 1 ? "is" : "are"} ${formatCount(parts.length)}: ${example}.`
    );
  const rates: number[] = [];
  for (const part of parts) {
    const found = /^(\d{0,20}(?:[.,]\d{1,20})?)(%?)$/.exec(part);
    const rate = found?.[1] ? Number(found[1].replace(",", ".")) / (found[2] ? 100 : 1) : NaN;
    if (!Number.isFinite(rate)) return fail("rates", `“${part.slice(0, 30)}” is not a rate: ${example}.`);
    if (rate > 1) return fail("rates", `“${part.slice(0, 30)}” is above 1, more than everybody: ${example}.`);
    rates.push(rate);
  }
  return ok(rates);
}

/**
 * Whether a setup can be simulated.
 * @example checkSetup({...setup, batch: 500, horizon: 100}).ok => false
 */
export function checkSetup(setup: BanditSetup): Result<BanditSetup> {
  const {rates, horizon, batch, runs, explore} = setup;
  const {min, max} = banditBounds.arms;
  if (rates.length < min || rates.length > max || !rates.every((rate) => rate >= 0 && rate <= 1))
    return fail("rates", `Give ${min} to ${max} rates from 0 to 1: ${example}.`);
  for (const name of ["horizon", "batch", "runs", "epsilon", "halving", "explore", "seed"] as const) {
    const {min: least, max: most} = banditBounds[name];
    const whole = name === "epsilon" || Number.isSafeInteger(setup[name]);
    if (!(setup[name] >= least && setup[name] <= most && whole))
      return fail(
        "setup",
        `The input “${name}” must be a ${whole ? "" : "whole "}number from ${formatCount(least)} to ${formatCount(most)}.`
      );
  }
  if (batch > horizon)
    return fail(
      "batch",
      `A batch of ${formatCount(batch)} visitors is more than all ${formatCount(horizon)}: make it smaller.`
    );
  if (explore * rates.length > horizon)
    return fail(
      "explore",
      `A test of ${formatCount(explore)} visitors in each of ${formatCount(rates.length)} arms needs ${formatCount(explore * rates.length)}, more than all ${formatCount(horizon)}: make it shorter, or 0 to leave it out.`
    );
  if (horizon * runs > mostVisitors)
    return fail(
      "size",
      `${formatCount(runs)} runs of ${formatCount(horizon)} visitors are too many for a tab: keep runs times visitors within ${formatCount(mostVisitors)}.`
    );
  return ok(setup);
}
