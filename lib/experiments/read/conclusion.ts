import {formatCount, formatRate, formatRates} from "../../format.js";
import type {Sides} from "../arms.js";
import type {Comparison} from "./comparison.js";
import type {Reading} from "./readTest.js";
import {amountChange, amountText, changeText, intervalText, levelText, pointsText, pText} from "./words.js";

const pointsPlain = (difference: number) => pointsText(difference);
const pointsFine = (difference: number) => pointsText(difference, 1);

/** How an experiment's figures read, by what they are. */
export const figureWords = (kind: Reading["kind"]) =>
  kind === "proportion"
    ? {
        value: formatRate,
        change: pointsPlain,
        finer: pointsFine,
        what: "rate"
      }
    : {
        value: amountText,
        change: amountChange,
        finer: amountChange,
        what: kind === "mean" ? "mean" : "ratio"
      };

/** "difference" with its interval: "+5,0 pp (95 % interval +1,3 pp to +8,6 pp)". */
export function differenceText({difference, intervals}: Comparison, {kind, level}: Reading): string {
  const {change} = figureWords(kind);
  const [first] = intervals;
  return first
    ? `${change(difference)} (${levelText(level)} interval ${intervalText(first.interval, change)})`
    : change(difference);
}

/** Why the interval and the verdict seem to say different things, where they do. */
function intervalAside({intervals: [first], tests}: Comparison, {tested}: Reading, found: boolean): string {
  if (!first) return "";
  const {low, high} = first.interval;
  const holdsZero = (low ?? -Infinity) <= 0 && (high ?? Infinity) >= 0;
  if (holdsZero !== found) return "";
  return tested > 1
    ? " The interval is of this comparison alone, the p of all of them."
    : ` The interval and ${tests[0]?.name ?? "the test"} rest on different formulas; the test decides.`;
}

/**
 * What is found of one treatment, in plain words.
 * @example comparisonSentence(reading.comparisons[0], reading, "two-sided") => "“variant” has a higher rate than …"
 */
export function comparisonSentence(comparison: Comparison, reading: Reading, sides: Sides): string {
  const {control, treatment, adjusted, p, problem, relative, controlValue, treatmentValue} = comparison;
  if (problem !== null || adjusted === null || p === null) return problem ?? "";
  const {value, what} = figureWords(reading.kind);
  const alpha = 1 - reading.level;
  const [treated, untreated] =
    reading.kind === "proportion"
      ? formatRates(treatmentValue, controlValue)
      : [value(treatmentValue), value(controlValue)];
  const figures = `${treated} against ${untreated}, a difference of ${differenceText(comparison, reading)}${
    typeof relative === "string" ? "" : `, ${changeText(relative.estimate)} relative`
  }`;
  const several =
    reading.tested > 1
      ? `; p ${pText(adjusted)} after adjusting for ${formatCount(reading.tested)} tests`
      : "";
  const evidence = `p ${pText(p)}${several}`;
  const beyond =
    alpha > 0.05 + 1e-9 ? "That is beyond the level you chose" : "Chance alone would rarely do that";
  const aside = intervalAside(comparison, reading, adjusted < alpha + 1e-12);
  if (adjusted < alpha + 1e-12)
    return `“${treatment}” has a ${comparison.difference > 0 ? "higher" : "lower"} ${what} than “${control}”: ${figures}. ${beyond} (${evidence}).${aside}`;
  const asked =
    sides === "two-sided" ? "differs from" : sides === "greater" ? "is higher than" : "is lower than";
  return `It is not shown that the ${what} of “${treatment}” ${asked} that of “${control}”: ${figures}; chance alone could do that (${evidence}). That is no proof of no effect: whatever the interval holds remains possible.${aside}`;
}

/** The answer of a reading: first whether it can be trusted, then what each treatment did. */
export function conclusion(reading: Reading, sides: Sides): string[] {
  const found = reading.comparisons.map((comparison) => comparisonSentence(comparison, reading, sides));
  return reading.split.alarm ? [`Do not go by this test. ${reading.split.sentence}`, ...found] : found;
}

const observational =
  "All of this holds if chance alone decided who came to which arm. Where users chose, or were chosen, the groups differed before: then a difference says what goes together, not what the treatment did.";

/** What to know before going by a reading, a sentence each. */
export function cautions(reading: Reading): string[] {
  const least = Math.min(...reading.arms.map(({users}) => users));
  const few = reading.arms.some(
    ({converted, users}) => converted !== null && Math.min(converted, users - converted) < 10
  );
  return [
    observational,
    ...(reading.kind !== "proportion" && least < 30
      ? [
          `The smallest arm has ${formatCount(least)} users: with so few, a mean’s interval is only rough unless values are spread evenly.`
        ]
      : []),
    ...(few
      ? ["An arm has fewer than 10 conversions or non-conversions: its relative change is only rough."]
      : [])
  ];
}
