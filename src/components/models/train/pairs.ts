import {formatCount, formatNumber, missing} from "../../../lib/format.js";
import type {Comparison} from "../../../lib/metrics/compareModels.js";
import type {Family} from "../../../lib/learn/families.js";
import {pText} from "../compareWords.js";
import {familyNames} from "../../../lib/lab/names.js";
import type {Figure} from "../figureTable.js";
import {figureTable} from "../figureTable.js";

/** Two families by both metrics. */
interface Pair {
  name: string;
  roc: Comparison;
  precision: Comparison;
}

const nameOf = (family: string) => familyNames[family as Family];

/** With a sign, and with more digits where it is tiny. @example signed(-0.00012) => "−0.00012" */
export const signed = (value: number | null, decimals = 3): string =>
  value === null
    ? missing
    : `${value > 0 ? "+" : value < 0 ? "−" : ""}${formatNumber(Math.abs(value), Math.abs(value) < 0.001 && value ? 5 : decimals)}`;

const difference = ({difference: value, interval}: Comparison): Figure => ({
  text: signed(value),
  small: interval ? `${signed(interval.low)} to ${signed(interval.high)}` : undefined
});

const deLongFigure = ({deLong}: Comparison): Figure => ({
  text: signed(deLong?.z ?? null, 2),
  small: deLong ? `${signed(deLong.interval.low)} to ${signed(deLong.interval.high)}` : undefined
});

/** What a comparison says, in words. */
export function verdictText({a, b, verdict}: Comparison): string {
  if (verdict === "a is better" || verdict === "b is better")
    return `${nameOf(verdict === "a is better" ? a : b)} is better`;
  return verdict;
}

const says = (comparison: Comparison): Figure => ({
  text: verdictText(comparison),
  small: `${pText(comparison.adjusted)} after Holm`
});

/** Every two families compared on the same rows, by ROC-AUC and by PR-AUC. */
export function pairTable(byRoc: readonly Comparison[], byPrecision: readonly Comparison[]): HTMLElement {
  const pairs = byRoc.map((roc, index): Pair => ({
    name: `${nameOf(roc.a)} − ${nameOf(roc.b)}`,
    roc,
    precision: byPrecision[index]
  }));
  return figureTable({
    caption: "Which differences are more than chance",
    name: "models-compared",
    note: `The first model’s figure less the second’s, with a 95 % interval from ${formatCount(1000)} resamples of the rows judged by, the same for both. The p values are adjusted by Holm for the number of pairs; a difference is significant where that p is at most 5 % and the interval leaves out 0. DeLong: the same difference in standard errors by a formula, with its interval; beyond ${formatNumber(1.96, 2)} it is significant before any adjustment.`,
    rows: pairs,
    head: ({name}) => ({text: name}),
    columns: [
      {label: "ROC-AUC", figure: ({roc}) => difference(roc)},
      {label: "Verdict", text: true, figure: ({roc}) => says(roc)},
      {label: "DeLong", hint: "z", figure: ({roc}) => deLongFigure(roc)},
      {label: "PR-AUC", figure: ({precision}) => difference(precision)},
      {label: "Verdict", text: true, figure: ({precision}) => says(precision)}
    ],
    data: () =>
      [...byRoc, ...byPrecision].map(({a, b, metric, difference: value, interval, p, adjusted, verdict}) => ({
        ...{a, b, metric, difference: value, low: interval?.low ?? null, high: interval?.high ?? null},
        ...{p, adjusted, verdict}
      }))
  });
}
