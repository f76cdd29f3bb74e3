import {formatDecimal} from "../format.js";
import type {Bound} from "./specBounds.js";

/**
 * Why a parameter is not within its bounds, or not whole; null where nothing is wrong.
 * @example numberProblem("C", -1, {low: 0, high: 1}) => "C must be between 0 and 1, not −1"
 */
export function numberProblem(name: string, value: unknown, {low, high, whole}: Bound): string | null {
  if (typeof value !== "number" || !(value >= low && value <= high))
    return `${name} must be between ${formatDecimal(low)} and ${formatDecimal(high)}, not ${typeof value === "number" ? formatDecimal(value) : String(value)}`;
  return whole && !Number.isInteger(value)
    ? `${name} must be a whole number, not ${formatDecimal(value)}`
    : null;
}
