import {html} from "npm:htl";
import type {Feature} from "../../../lib/features/catalogue.js";
import {columnsOf, groupOf} from "../../../lib/features/catalogue.js";
import {formatCount, formatNumber, formatShare, formatTyped} from "../../../lib/format.js";
import {quantile} from "../../../lib/metrics/quantile.js";
import {wilsonInterval} from "../../../lib/metrics/wilsonInterval.js";
import {chart} from "../../chart.js";
import {featureHistogram} from "../../charts/featureHistogram.js";
import {labelByGroup} from "../../charts/labelByGroup.js";
import type {GroupShare} from "../../charts/labelByGroup.js";
import {rankedBars} from "../../charts/rankedBars.js";
import {color} from "../../colors.js";
import {copyText} from "../../exports.js";
import type {Answer} from "./data.js";
import type {FeatureValues} from "./shape.js";
import {
  ascending,
  binsOf,
  different,
  fewValues,
  missingName,
  rankingAlone,
  valueCounts,
  valueGroups
} from "./shape.js";
import {forwardSentences, kindOf, leakNames, leakSentences, tookText, valueText, withUnit} from "./text.js";

type Known = Answer<FeatureValues>;
type Bins = "width" | "people";

/** What a feature is, what it gives away, and its SQL to copy. */
export function featureCard(feature: Feature, sqlText: string): HTMLElement {
  const {number, name, definition, absent, leak, forward} = feature;
  const {letter, title} = groupOf(feature);
  const entries: [string, unknown][] = [
    ["Definition", definition],
    ["Group", `${letter} ${title}`],
    ["Type", kindOf(feature)],
    [
      "Columns",
      columnsOf(feature)
        .map(({name}) => name)
        .join(", ")
    ],
    [
      "Without a value",
      absent === "missing"
        ? "Left missing: trees learn a direction for it, other models take the median of the training rows."
        : absent === "never absent"
          ? "Does not occur: everybody has a valid order."
          : `Stands as ${absent}.`
    ],
    [
      "Rule label",
      html`<span class="leak" data-leak=${leak}>${leakNames[leak]}</span> ${leakSentences[leak]}`
    ],
    ["Forward label", forwardSentences[forward]]
  ];
  return html`<section class="card feature-card" aria-label=${name}>
    <h2>${number} ${name}</h2>
    <dl>${entries.flatMap(([term, told]) => [html`<dt>${term}</dt>`, html`<dd>${told}</dd>`])}</dl>
    <button type="button" class="tool" onclick=${() => void copyText(sqlText, "SQL")}>
      Copy the SQL<span class="visually-hidden"> of ${name}</span>
    </button>
  </section>`;
}

/** How a feature's values lie: a histogram of a number, bars of a category or of few values. */
export function distributionChart(feature: Feature, known: Known, by: Bins): HTMLElement {
  const {values} = known.value;
  const people = `${formatCount(values.length)} people`;
  const worked = `Worked out in this tab in ${tookText(known.milliseconds)}.`;
  const shared = {name: "feature-distribution", sql: known.sql, counted: () => people};
  if (!(values instanceof Float64Array)) {
    const rows = valueGroups(known.value, String, feature.levels).sort((a, b) => b.people - a.people);
    return barsChart(feature, rows, {...shared, worked});
  }
  const sorted = ascending(values);
  const gaps = values.length - sorted.length;
  if (different(sorted).length <= fewValues) {
    const rows = valueCounts(sorted, (value) => valueText(feature, value));
    const all = gaps ? [...rows, {name: missingName, people: gaps}] : rows;
    return barsChart(feature, all, {...shared, worked});
  }
  const bins = binsOf(sorted, by, feature.kind === "integer");
  const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share));
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  const beyond = sorted.length - bins.reduce((sum, bin) => sum + bin.people, 0);
  return chart({
    ...shared,
    title: `${feature.name} is ${valueText(feature, low)} to ${withUnit(feature, high)} for half of ${gaps ? "those who have one" : "the people"}`,
    note: `${by === "width" ? "Bins of one width" : "Bins with as many people each, areas stand for people"}; ${formatCount(beyond)} people beyond the outermost ${formatShare(0.005)} at either end are not drawn. ${gaps ? `${formatCount(gaps)} people (${formatShare(gaps / values.length)}) have no value.` : "Nobody lacks a value."} From ${valueText(feature, least)} to ${withUnit(feature, most)}, mean ${withUnit(feature, mean)}, ${formatCount(different(sorted).length)} different values. ${worked}`,
    data: bins,
    render: (rows, {width}) =>
      featureHistogram(rows, {
        width,
        by,
        median,
        label: [feature.name, feature.unit].filter(Boolean).join(", "),
        format: (value) => valueText(feature, value)
      })
  });
}

interface Shared {
  name: string;
  sql: string;
  counted: () => string;
  worked: string;
}

function barsChart(
  feature: Feature,
  rows: readonly {name: string; people: number}[],
  {worked, ...shared}: Shared
): HTMLElement {
  const all = rows.reduce((sum, {people}) => sum + people, 0);
  const most = rows.reduce((a, b) => (b.people > a.people ? b : a));
  return chart({
    ...shared,
    title: `${feature.name} is ${most.name} for ${formatShare(most.people / all)} of the people`,
    note: `People by value. ${worked}`,
    data: rows.map(({name, people}) => ({value: name, people})),
    render: (drawn, {width}) =>
      rankedBars(
        drawn.map(({value, people}) => ({
          label: value,
          value: people,
          text: `${formatCount(people)} · ${formatShare(people / all)}`,
          fill: color(value === missingName ? "other" : "accent")
        })),
        {width}
      )
  });
}

/** From this area on a feature alone all but gives the label away. */
const alarm = 0.98;

/** Smaller groups do not make a title. */
const leastShare = 0.01;

/** The share of each label among people with like values of a feature. */
export function labelChart(
  feature: Feature,
  known: Known,
  {label, horizon}: {label: "rule" | "forward"; horizon: number}
): HTMLElement {
  const groups = valueGroups(known.value, (value) => valueText(feature, value), feature.levels);
  const labels = known.value[label];
  const people = known.value.values.length;
  const rows: GroupShare[] = groups.flatMap(({name, people, ...counts}) => {
    const churned = counts[label];
    if (churned === null) return [];
    const interval = label === "forward" ? wilsonInterval(churned, people) : null;
    return [{group: name, people, churned, share: churned / people, ...interval}];
  });
  const all = rows.reduce((sum, {churned}) => sum + churned, 0) / people;
  const alone = labels && rankingAlone(known.value, labels);
  const span = rows.filter((row) => row.people >= leastShare * people).map(({share}) => share);
  const finding = `${formatShare(Math.min(...span))} to ${formatShare(Math.max(...span))} churned`;
  const auc = alone ? `; alone it ranks them with ROC-AUC ${formatNumber(alone.auc, 3)}` : "";
  const by = label === "rule" ? "By the brief’s rule" : `Within ${formatCount(horizon)} days`;
  return chart({
    name: `feature-${label}`,
    title: labels
      ? `${by}, ${finding}${auc}${label === "rule" && alone && alone.auc >= alarm ? ": it gives the label away" : ""}`
      : `${by}: not known yet`,
    note: `Share with label 1 by ${feature.levels ? "level" : "tenths of the values, equal ones together"}; dashed, of all. The title is of groups with at least 1 % of the people. ${label === "forward" ? "Lines are 95 % intervals (Wilson)." : "Counts, not estimates."}${alone ? ` ROC-AUC: how often a churned person has the ${alone.more} value, of ${formatCount(alone.people)} people with one; ${formatTyped(0.5)} is guessing.` : ""}`,
    sql: known.sql,
    counted: () => `${formatCount(people)} people`,
    empty: "The record ends before the horizon: choose an earlier day or a shorter horizon.",
    data: rows,
    render: (drawn, {width}) => labelByGroup(drawn, {width, all})
  });
}
