import {midnightOf} from "../../../lib/days.js";
import type {Feature} from "../../../lib/features/catalogue.js";
import {columnsOf, features} from "../../../lib/features/catalogue.js";
import {currency, formatCount, formatDay, formatMoney, formatNumber, missing} from "../../../lib/format.js";

type Leak = Feature["leak"];

/** What a feature gives away of the rule label, in a word. */
export const leakNames: Record<Leak, string> = {
  input: "L: goes into it",
  proxy: "P: proxy for it",
  fold: "Safe out of fold",
  safe: "Safe"
};

/** The same in a sentence. */
export const leakSentences: Record<Leak, string> = {
  input: "The brief’s rule is computed from it: a model that sees it learns the rule, not the customer.",
  proxy:
    "It determines the date of the last order, or the number of orders, of most people, so that a model can rebuild the rule from it.",
  fold: "It averages other people’s labels: safe where each row’s value comes from other folds, a leak otherwise.",
  safe: "It neither goes into the brief’s rule nor determines the date or the number of orders."
};

/** How a feature goes with the forward label. */
export const forwardSentences: Record<Feature["forward"], string> = {
  "as it is": "All it looks at was known at the cutoff: safe with the forward label.",
  "earlier window": "With the forward label it is taken from an earlier window, closed by the cutoff."
};

const kindNames: Record<Feature["kind"], string> = {
  integer: "whole number",
  number: "number",
  flag: "yes or no",
  category: "category"
};

/** What kind of value a feature is, with its unit. @example kindOf(features[0]) => "whole number, days" */
export const kindOf = ({kind, unit}: Feature): string => [kindNames[kind], unit].filter(Boolean).join(", ");

/** A number of a feature as a reader reads it, without its unit but for money. @example valueText(features[2], 12.5) => "R$ 12.50" */
export function valueText({unit, kind}: Feature, value: number | null | undefined): string {
  if (value == null || !Number.isFinite(value)) return missing;
  if (unit === currency) return formatMoney(value * 100);
  if (kind === "flag") return value === 1 ? "yes" : value === 0 ? "no" : formatNumber(value, 3);
  if (Number.isInteger(value)) return formatCount(value);
  const size = Math.abs(value);
  return formatNumber(value, size < 1 ? 3 : size < 100 ? 2 : 1);
}

/** The same with its unit. @example withUnit(features[0], 134) => "134 days" */
export function withUnit(feature: Feature, value: number | null | undefined): string {
  const text = valueText(feature, value);
  const bare = feature.unit === undefined || feature.unit === currency || /^[\d-]/.test(feature.unit);
  return bare || text === missing ? text : `${text} ${feature.unit}`;
}

const withLeak = (...leaks: Leak[]) => features.filter(({leak}) => leaks.includes(leak)).length;

/** The page's answer in a sentence. */
export function featuresAnswer(people: number, asof: string): string {
  const columns = features.flatMap(columnsOf).length;
  const [inputs, proxies] = [withLeak("input"), withLeak("proxy")];
  return `Of ${formatCount(people)} people who had bought before ${formatDay(midnightOf(asof))} we know ${features.length} features, ${columns} columns of a matrix; ${inputs} of them go into the brief’s rule label (L) and ${proxies} are proxies for it by dates or counts (P), so that ${features.length - inputs - proxies} are left for a model that is not to give that label away.`;
}

/** How long the tab took. @example tookText(2345) => "2.3 s" */
export const tookText = (milliseconds: number): string => `${formatNumber(milliseconds / 1000, 1)} s`;

/** A size of a file. @example bytesText(33_000_000) => "33 MB" */
export const bytesText = (bytes: number): string =>
  bytes < 1e6
    ? `${formatCount(Math.max(1, bytes / 1e3))} kB`
    : `${formatNumber(bytes / 1e6, bytes < 1e7 ? 1 : 0)} MB`;
