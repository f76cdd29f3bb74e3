import type {Conditions} from "../../lib/explore/conditions.js";
import {featuresOf, withExplored} from "../../lib/explore/conditions.js";
import type {Dimension, FeatureDimension} from "../../lib/explore/dimensions.js";
import {
  allDimensions,
  dimensionNamed,
  featureDimensions,
  isFeature,
  toldDimensions
} from "../../lib/explore/dimensions.js";
import {rangeOf} from "../../lib/explore/bands.js";
import type {Estimate, GroupRow, Measure} from "../../lib/explore/measures.js";
import {allMeasures, estimateOf, groupsSql, measureNames, toldMeasures} from "../../lib/explore/measures.js";
import {conditionText, conditionsWords, lowerFirst, valueText} from "../../lib/explore/words.js";
import {formatCount} from "../../lib/format.js";
import {choice} from "../../lib/state/parameters.js";
import {chart} from "../chart.js";
import {groupDots} from "../charts/groupDots.js";
import {selectInput} from "../choiceInput.js";
import {sql} from "../sql.js";
import {manifest} from "../marts.js";
import {exploredWith} from "./explored.js";
import {placeCodes} from "../../lib/state/placeCodes.js";

const groupNames = allDimensions.map(({name}) => name);
const labels = (entries: readonly (readonly [string, {label: string}])[]) =>
  Object.fromEntries(entries.map(([name, {label}]) => [name, label]));

/** What a reader chooses of the breakdown, as it stands in the address. */
export const breakdownParameters = {
  measure: choice("orders", measureNames),
  by: choice(placeCodes.length > 0 ? "state" : "category", groupNames)
};

const headingOf = (name: string) =>
  featureDimensions.some((feature) => feature.name === name) ? "Features of its customer" : "The order";

export const breakdownInputs = {
  measure: () => selectInput(toldMeasures, "Measure", labels(Object.entries(allMeasures)), {headingOf}),
  by: () =>
    selectInput(
      [...toldDimensions, ...featureDimensions].map(({name}) => name),
      "By",
      labels(allDimensions.map((one) => [one.name, one] as const)),
      {headingOf}
    )
};

interface Group extends GroupRow, Estimate {
  label: string;
}

const most = 30;
/** Groups with fewer orders may be on top by chance. */
const fewest = 30;

/** The groups of a selection with a measure of each, and what they are groups of. */
export interface Groups {
  conditions: Conditions;
  measure: Measure;
  dimension: Dimension;
  rows: readonly Group[] & {sql: string};
}

/** The features that a question reads, each once. */
const featuresRead = (conditions: Conditions, measure: string, by: string): readonly FeatureDimension[] => {
  const narrowing = featuresOf(conditions);
  return featureDimensions.filter(
    (dimension) => dimension.name === measure || dimension.name === by || narrowing.includes(dimension)
  );
};

/** Works out a measure of the orders selected by the groups of a dimension. */
export async function groupsOf(conditions: Conditions, name: string, by: string): Promise<Groups> {
  const [measure, dimension] = [allMeasures[name], dimensionNamed(by)];
  const features = featuresRead(conditions, name, by);
  const cuts = (await exploredWith(features)).cuts.get(by) ?? [];
  const text = groupsSql(conditions, measure, dimension, cuts);
  const found = (await sql(text)) as unknown as readonly GroupRow[];
  const label = ({key}: GroupRow): string => {
    if (dimension.kind === "set") return valueText(String(key), dimension);
    if (key === null) return isFeature(dimension) ? "no feature" : "not known";
    return conditionText(rangeOf(cuts, Number(key), Number(key), dimension.whole), dimension);
  };
  const shown = found.slice(0, most).map((row) => ({...row, ...estimateOf(measure, row), label: label(row)}));
  const sorted =
    dimension.kind === "range" || dimension.texts
      ? shown.toSorted((a, b) => Number(a.key ?? Infinity) - Number(b.key ?? Infinity))
      : shown.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
  const query = withExplored(text, (await manifest()).cutoff, features);
  return {conditions, measure, dimension, rows: Object.assign(sorted, {sql: query})};
}

/** Which group has most of the measure, of those large enough to say. */
function finding({measure, dimension, rows}: Groups): string {
  const large = rows.filter(({known, value}) => value !== null && known >= fewest);
  const [best] = large.toSorted((a, b) => Number(b.value) - Number(a.value));
  const what = `${measure.label} by ${lowerFirst(dimension.label)}`;
  return best?.value == null
    ? what
    : `${what}: ${measure.kind === "count" || measure.kind === "total" ? "most" : "highest"} in ${best.label}, ${measure.format(best.value)}`;
}

const interval = ({low, high}: Estimate, {format}: Measure): string =>
  low === null || high === null ? "" : ` (95 % interval ${format(low)} to ${format(high)})`;

/** The groups as a chart, with intervals where the measure is an estimate. */
export function breakdown(groups: Groups): HTMLElement {
  const {conditions, measure, dimension, rows} = groups;
  const estimated = measure.kind === "mean" || measure.kind === "share";
  return chart<Group>({
    name: "breakdown",
    title: finding(groups),
    note: `Selected: ${conditionsWords(conditions)}. ${
      estimated ? `The lines are 95 % intervals; of ${measure.known} alone. ` : ""
    }At most ${formatCount(most)} groups are shown, those with most orders; the title is about those with ${formatCount(fewest)} or more.`,
    data: rows,
    empty: "No order is selected: lift one of the choices.",
    counted: (rows) => `${formatCount(rows.reduce((sum, {known}) => sum + known, 0))} ${measure.known}`,
    columns: {
      label: {label: dimension.label},
      orders: {label: "Orders"},
      known: {label: `Counted: ${measure.known}`},
      value: {label: measure.label, format: measure.format},
      ...(estimated
        ? {
            low: {label: "Interval from", format: measure.format},
            high: {label: "Interval to", format: measure.format}
          }
        : {})
    },
    render: (rows, {width}) =>
      groupDots(
        rows.map((row) => ({
          ...row,
          text: row.value === null ? "–" : measure.format(row.value),
          about: `${row.label}: ${row.value === null ? "–" : measure.format(row.value)}${interval(row, measure)}, ${formatCount(row.known)} ${measure.known}`
        })),
        {width, axis: measure.label, format: measure.format}
      )
  });
}
