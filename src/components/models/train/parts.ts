import {formatDay, formatNumber} from "../../../lib/format.js";
import type {MetricName} from "../../../lib/metrics/measure.js";
import {familyColor} from "../../colors.js";
import {familyNames} from "../../../lib/lab/names.js";
import type {DrawnModel} from "../../../lib/lab/results.js";
import {figureTable} from "../figureTable.js";
import type {LabOutcome} from "../../../lib/lab/train.js";

const shown = [
  {name: "rocAuc", label: "ROC-AUC", decimals: 3},
  {name: "averagePrecision", label: "PR-AUC", decimals: 3},
  {name: "logLoss", label: "log loss", decimals: 4}
] as const satisfies readonly {name: MetricName; label: string; decimals: number}[];

/**
 * The mean and standard deviation (with n - 1) of numbers; null where one is missing, or too few.
 * @example spread([1, 3]) => {mean: 2, deviation: 1.4142135623730951}
 */
export function spread(values: readonly (number | null)[]): {mean: number | null; deviation: number | null} {
  const known = values.filter((value) => value !== null);
  if (!known.length || known.length < values.length) return {mean: null, deviation: null};
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {mean, deviation: known.length > 1 ? Math.sqrt(squares / (known.length - 1)) : null};
}

/** What each fold or window is called. */
function partNames({choice, splits, data}: LabOutcome): string[] {
  if (choice.validation === "folds") return splits.map((_, fold) => `Fold ${fold + 1}`);
  return splits.map(({test}) => {
    let first = Infinity;
    for (const row of test) first = Math.min(first, data.examples.times[row]);
    return `From ${formatDay(new Date(first))}`;
  });
}

/** The families' metrics in each fold or window, with mean and deviation beside the figure of all rows together. */
export function partsTable(outcome: LabOutcome, drawn: readonly DrawnModel[]): HTMLElement {
  const names = partNames(outcome);
  const rows = shown.flatMap(({name, label, decimals}) =>
    drawn.map(({family, curves, scorecard}) => {
      const values = curves.parts.map((part) => part[name]);
      return {
        ...{family, label, decimals, values, ...spread(values)},
        pooled: scorecard.metrics[name].value
      };
    })
  );
  type Row = (typeof rows)[number];
  const figure = (value: (row: Row) => number | null) => (row: Row) => ({
    text: formatNumber(value(row), row.decimals)
  });
  const windows = outcome.choice.validation === "windows";
  return figureTable({
    caption: windows ? "From window to window" : "From fold to fold",
    name: "models-parts",
    note: `Each ${windows ? "window is judged by a model of the rows before it" : "fold is judged by a model of the four others"}. SD: standard deviation between them. All together: the probabilities of all rows in one ranking, though they come from ${names.length} models; the tables above show these.`,
    rows,
    head: ({family, label}) => ({text: `${familyNames[family]}, ${label}`, color: familyColor(family)}),
    columns: [
      ...names.map((label, part) => ({label, figure: figure(({values}) => values[part])})),
      {label: "Mean", figure: figure(({mean}) => mean)},
      {label: "SD", figure: figure(({deviation}) => deviation)},
      {label: "All together", figure: figure(({pooled}) => pooled)}
    ],
    data: () =>
      rows.map(({family, label, values, mean, deviation, pooled}) => ({
        ...{model: familyNames[family], metric: label},
        ...Object.fromEntries(values.map((value, part) => [names[part], value])),
        ...{mean, deviation, pooled}
      }))
  });
}
