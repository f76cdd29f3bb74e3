import type {DayOrder} from "../reading/dayField.js";
import type {DecimalSign} from "../reading/numberField.js";
import type {Column} from "./tables.js";
import {dayForm, dayParts} from "./daySql.js";
import {isNumeric} from "./numberBounds.js";
import {numberForm, numberParts, numberValue, plainCharacters} from "./numberSql.js";
import {bounded, filled, formed} from "./values.js";
import {trimmed} from "./absentSql.js";

/** How a column writes its numbers and its days. */
export interface Style {
  decimal: DecimalSign;
  order: DayOrder;
}

/** The style of the published files. */
export const publishedStyle: Style = {decimal: ".", order: "day-month-year"};

/** The name of a raw column. */
export const cellName = (index: number) => `c${index}`;

/** The names of what a cell becomes, step by step: its text, trimmed; without words for nothing; its parts; their form. */
export const stepName = (
  step: "trimmed" | "filled" | "parts" | "form" | "number" | "formed",
  index: number
) => `${step}_${index}`;

const layered = (from: string, layers: readonly (readonly string[])[]) =>
  layers
    .filter((layer) => layer.length > 0)
    .reduce((inner, layer) => `SELECT *, ${layer.join(", ")} FROM (${inner})`, `FROM ${from}`);

/** SQL of raw cells beside their text without words for nothing, their parts and the form of these. */
export function partsSql(from: string, columns: readonly Column[]): string {
  const entries = [...columns.entries()];
  const text = (at: number) => stepName("filled", at);
  const parts = (at: number) => stepName("parts", at);
  return layered(from, [
    entries.map(([at]) => `${trimmed(cellName(at))} AS ${stepName("trimmed", at)}`),
    entries.map(([at, {kind}]) => {
      const value = filled(kind, cellName(at), stepName("trimmed", at));
      return `${isNumeric(kind) ? plainCharacters(value) : value} AS ${text(at)}`;
    }),
    entries.flatMap(([at, {kind}]) => {
      if (isNumeric(kind)) return [`${numberParts(text(at))} AS ${parts(at)}`];
      return kind.is === "time" ? [`${dayParts(text(at))} AS ${parts(at)}`] : [];
    }),
    entries.flatMap(([at, {kind}]) => {
      if (isNumeric(kind)) return [`${numberForm(parts(at))} AS ${stepName("form", at)}`];
      return kind.is === "time" ? [`${dayForm(parts(at))} AS ${stepName("form", at)}`] : [];
    })
  ]);
}

/** SQL of raw cells, their steps and their typed values, which are NULL where a cell makes no sense. */
export function cellsSql(from: string, columns: readonly Column[], styles: readonly Style[]): string {
  const entries = [...columns.entries()];
  const steps = (at: number) => ({
    text: stepName("filled", at),
    parts: stepName("parts", at),
    form: stepName("form", at),
    number: stepName("number", at)
  });
  return layered(`(${partsSql(from, columns)})`, [
    entries.flatMap(([at, {kind}]) => {
      const {parts, form, number} = steps(at);
      return isNumeric(kind) ? [`${numberValue(parts, form, styles[at].decimal)} AS ${number}`] : [];
    }),
    entries.map(
      ([at, {kind}]) => `${formed(kind, steps(at), styles[at].order)} AS ${stepName("formed", at)}`
    ),
    entries.map(([at, {kind, staged}]) => `${bounded(kind, stepName("formed", at))} AS ${staged}`)
  ]);
}
