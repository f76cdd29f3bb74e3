import {monthStart} from "../dashboard/cube.js";
import {formatCount, formatMoneyWhole, formatMonth, formatMoney, formatNumber} from "../format.js";
import type {Chosen} from "./chosen.js";
import type {Condition, Conditions} from "./conditions.js";
import {isOpen} from "./conditions.js";
import type {Dimension, RangeDimension, SetDimension} from "./dimensions.js";
import {dimensions, noItems, none} from "./dimensions.js";
import type {Range} from "./range.js";
import {monthOfIndex} from "./range.js";

/** An end of a range, or a value of its column, as a person reads it. */
export function endText(end: number, {unit}: RangeDimension): string {
  switch (unit) {
    case "money":
      return Number.isInteger(end) ? formatMoneyWhole(100 * end) : formatMoney(100 * end);
    case "month":
      return formatMonth(monthStart(monthOfIndex(end)));
    case "hour":
      return `${String(end).padStart(2, "0")}:00`;
    case "days":
      return `${Number.isInteger(end) ? formatCount(end) : formatNumber(end, 1)} ${end === 1 ? "day" : "days"}`;
    case "number":
      return formatCount(end);
  }
}

/** A value of a column of texts as a person reads it. */
export const valueText = (value: string, {texts, name}: SetDimension): string =>
  texts?.[value] ??
  (value === none
    ? `No ${name}`
    : value === noItems
      ? "No items"
      : name === "payment" || name === "status"
        ? value.replaceAll("_", " ")
        : value);

const rangeWords = ({low, high}: Range, dimension: RangeDimension): string => {
  const [from, to] = [low, high].map((end) => (end === null ? "" : endText(end, dimension)));
  if (low !== null && low === high) return from;
  if (high === null) return `${from} or more`;
  if (dimension.whole) return low === null ? `up to ${to}` : `${from} to ${to}`;
  return low === null ? `under ${to}` : `${from} to under ${to}`;
};

/** A condition in words, without its dimension. @example conditionText({low: 2, high: null}, items) => "2 or more" */
export const conditionText = (condition: Condition, dimension: Dimension): string =>
  dimension.kind === "range"
    ? rangeWords(condition as Range, dimension)
    : oneOf((condition as Chosen).map((value) => valueText(value, dimension)));

const oneOf = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} or ${texts[texts.length - 1]}`;

/** All conditions in words, or "all orders". */
export function conditionsWords(conditions: Conditions): string {
  const parts = dimensions.flatMap((dimension) => {
    const condition = conditions[dimension.parameter];
    return isOpen(condition)
      ? []
      : [`${dimension.label.toLowerCase()} ${conditionText(condition, dimension)}`];
  });
  return parts.length === 0 ? "all orders" : parts.join("; ");
}
