import {monthStart} from "../dashboard/cube.js";
import {
  formatCount,
  formatDecimal,
  formatMoney,
  formatMoneyWhole,
  formatMonth,
  formatNumber,
  withUnit
} from "../format.js";
import type {Chosen} from "./chosen.js";
import type {Condition, Conditions} from "./conditions.js";
import {isOpen} from "./conditions.js";
import type {Dimension, RangeDimension, SetDimension} from "./dimensions.js";
import {allDimensions, noItems, none} from "./dimensions.js";
import type {Range} from "./range.js";
import {monthOfIndex} from "./range.js";

/**
 * An end of a range, or a value of its column, as a person reads it.
 * @example endText(-3, dimensionNamed("delay_days")) => "−3 days"
 */
export function endText(end: number, {unit, suffix}: RangeDimension): string {
  switch (unit) {
    case "money":
      return Number.isInteger(end) ? formatMoneyWhole(100 * end) : formatMoney(100 * end);
    case "month":
      return formatMonth(monthStart(monthOfIndex(end)));
    case "hour":
      return `${String(end).padStart(2, "0")}:00`;
    case "days":
      return `${Number.isInteger(end) ? formatCount(end) : formatNumber(end, 1)} ${end === 1 ? "day" : "days"}`;
    case "flag":
      return end === 1 ? "yes" : "no";
    case "number":
      return suffix ? withUnit(formatDecimal(end), suffix) : formatDecimal(end);
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
  if (dimension.unit === "flag") return low === null ? (high === 0 ? "no" : "yes or no") : "yes";
  if (high === null) return `${from} or more`;
  if (dimension.whole) return low === null ? `up to ${to}` : `${from} to ${to}`;
  return low === null ? `under ${to}` : `${from} to under ${to}`;
};

/** A condition in words, without its dimension. @example conditionText({low: 2, high: null}, items) => "2 or more" */
export const conditionText = (condition: Condition, dimension: Dimension): string =>
  dimension.kind === "range"
    ? rangeWords(condition as Range, dimension)
    : oneOf((condition as Chosen).map((value) => valueText(value, dimension)));

/** A label within a sentence. @example lowerFirst("Order value") => "order value" */
export const lowerFirst = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

const oneOf = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} or ${texts[texts.length - 1]}`;

/** All conditions in words, or "all orders". */
export function conditionsWords(conditions: Conditions): string {
  const parts = allDimensions.flatMap((dimension) => {
    const condition = conditions[dimension.parameter];
    return isOpen(condition) ? [] : [`${lowerFirst(dimension.label)} ${conditionText(condition, dimension)}`];
  });
  return parts.length === 0 ? "all orders" : parts.join("; ");
}
