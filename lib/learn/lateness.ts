import {millisecondsPerDay} from "../days.js";
import {currencySign} from "../format.js";
import type {Lack} from "../shop.js";
import {inBrazil, lacks, placeWord} from "../shop.js";
import type {Predictor} from "./design.js";
import type {LearningTable} from "./prepare.js";

interface Question {
  name: string;
  label: string;
  kind: Predictor["kind"];
  /** The value, from the mart `lateness`. */
  sql: string;
}

const number = (name: string, label: string, sql = name): Question => ({kind: "number", name, label, sql});
const category = (name: string, label: string, sql = name): Question => ({
  kind: "category",
  name,
  label,
  sql
});

const needs: Readonly<Record<string, readonly Lack[]>> = {
  distance_km: ["zips"],
  same_state: ["sellers"],
  freight: ["freight"],
  weight_kg: ["measures"],
  volume_l: ["measures"],
  sellers: ["sellers"],
  region: ["places"],
  payment_type: ["payments"]
};

const questions: readonly Question[] = [
  number("tightness", "Tightness of the promise", "ln((1 + usual_days) / (1 + greatest(promised_days, 0)))"),
  number("promised_days", "Promised days"),
  number("distance_km", "Distance, km"),
  number("same_state", "Seller in the same state", "cast(same_state as integer)"),
  number("price", `Price, ${currencySign}`, "price_cents / 100.0"),
  number("freight", `Freight, ${currencySign}`, "freight_cents / 100.0"),
  number("weight_kg", "Weight, kg", "weight_g / 1000.0"),
  number("volume_l", "Volume, litres", "volume_cm3 / 1000.0"),
  number("items", "Items"),
  number("sellers", "Sellers"),
  number("hour", "Hour of purchase"),
  number("weekday", "Weekday of purchase"),
  inBrazil ? category("region", "Region") : category("region", placeWord.title, "state"),
  category("payment_type", "Payment")
];

/** What the model may know of an order, all of it known when the order is placed, as far as the shop's files tell of it. */
export const latenessQuestions: readonly Question[] = questions.filter(({name}) =>
  (needs[name] ?? []).every((need) => !lacks(need))
);

/**
 * One row per delivered order: its day and, the day after the promised one, when its outcome was known at the latest
 * (both in days since 1970), whether it came late, and a column per question.
 */
export const latenessSql = `select cast(date_diff('day', date '1970-01-01', cast(day as date)) as integer) as day_number,
  cast(date_diff('day', date '1970-01-01', cast(day as date)) + promised_days + 1 as integer) as known_day,
  cast(late as integer) as late,
${latenessQuestions
  .map(({kind, name, sql}) => `  ${kind === "number" ? `cast(${sql} as double)` : sql} as ${name}`)
  .join(",\n")}
from lateness
order by order_key`;

/** Columns of `latenessSql` as a table to learn from. A number that is missing becomes NaN, a category -1. */
export function latenessTable(columns: Readonly<Record<string, ArrayLike<unknown>>>): LearningTable {
  const numbers = (name: string) =>
    Float64Array.from(columns[name], (value) => (value == null ? NaN : Number(value)));
  return {
    times: numbers("day_number").map((value) => value * millisecondsPerDay),
    knownAt: numbers("known_day").map((value) => value * millisecondsPerDay),
    labels: Uint8Array.from(numbers("late")),
    predictors: latenessQuestions.map(({kind, name, label}) =>
      kind === "number"
        ? {kind, name, label, values: numbers(name)}
        : {kind, name, label, ...coded(columns[name])}
    )
  };
}

/** Texts as codes into their sorted levels. */
function coded(values: ArrayLike<unknown>): {codes: Int32Array; levels: string[]} {
  const texts = Array.from(values, (value) => (typeof value === "string" ? value : null));
  const levels = [...new Set(texts.filter((text) => text !== null))].sort();
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  return {levels, codes: Int32Array.from(texts, (text) => (text === null ? -1 : (codeOf.get(text) ?? -1)))};
}
