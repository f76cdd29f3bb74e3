import {modelBase, rowShap, scoreUnit} from "../../../lib/explain/modelShap.js";
import type {Waterfall} from "../../../lib/explain/waterfall.js";
import {waterfall} from "../../../lib/explain/waterfall.js";
import {formatCount, formatNumber, withUnit} from "../../../lib/format.js";
import type {ExampleColumn} from "../../../lib/learn/examples.js";
import type {TrainedModel} from "../../../lib/model/model.js";
import {scoreColumns} from "../../../lib/model/model.js";

/** How a row's score comes about, in the unit of `scoreUnit`, and the calibrated probability that it means. */
export interface RowScore {
  fall: Waterfall;
  contributions: Map<string, number>;
  /** Of label 1. */
  probability: number;
}

/** Explains one row, at once: on the main thread. */
export function scoreOf(
  model: TrainedModel,
  columns: readonly Pick<ExampleColumn, "feature">[],
  row: Float32Array,
  base = modelBase(model)
): RowScore {
  const contributions = new Map<string, number>();
  rowShap(model, row).forEach((value, j) => {
    const {feature} = columns[j];
    contributions.set(feature, (contributions.get(feature) ?? 0) + value);
  });
  const [probability] = scoreColumns(
    model,
    Array.from(row, (value) => Float32Array.of(value)),
    1
  );
  const steps = [...contributions].map(([feature, contribution]) => ({feature, contribution}));
  return {fall: waterfall(base, steps), contributions, probability};
}

/** How a score is written: log-odds, or of a forest a probability. @example scoreText(model, 1.5) => "1.50" */
export const scoreText = (model: TrainedModel, score: number): string => {
  const size = `${score < 0 ? "−" : ""}${formatNumber(Math.abs(score), 2)}`;
  return scoreUnit(model).factor === 1 ? size : withUnit(size, "%");
};

/** A feature as one row has it: a number (NaN where it is missing), or a category's level. */
export function featureValue(
  columns: readonly ExampleColumn[],
  row: Float32Array,
  feature: string
): number | string {
  const own = columns.flatMap((column, j) => (column.feature === feature ? [j] : []));
  if (columns[own[0]].kind !== "level") return row[own[0]];
  const at = own.find((j) => row[j] === 1);
  return at === undefined ? "(none)" : columns[at].name.slice(feature.length + 1);
}

/** A contribution to three digits that count. @example sizeText(0.05041) => "0.0504" */
export function sizeText(value: number): string {
  if (value === 0) return "0";
  const decimals = 2 - Math.floor(Math.log10(Math.abs(value)));
  return `${value < 0 ? "−" : ""}${formatNumber(Math.abs(value), Math.min(6, Math.max(2, decimals)))}`;
}

/** The same with its sign. @example signedText(0.05041) => "+0.0504" */
export const signedText = (value: number): string => `${value > 0 ? "+" : ""}${sizeText(value)}`;

/** A feature's value for readers. @example valueText(NaN) => "missing" */
export function valueText(value: number | string): string {
  if (typeof value === "string") return value;
  if (Number.isNaN(value)) return "missing";
  const size = Math.abs(value);
  const text = Number.isInteger(value) ? formatCount(size) : formatNumber(size, size < 1 ? 3 : 2);
  return value < 0 ? `−${text}` : text;
}
