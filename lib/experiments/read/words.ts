import {formatNumber, formatPower, formatShare, smallDecimals, withUnit} from "../../format.js";
import type {Interval} from "../arms.js";

/** A p-value with its sign, as it stands after "p": three to four decimals. @example pText(0.0074) => "= 0.0074" */
export const pText = (p: number): string =>
  p < 0.0001 ? `< ${formatNumber(0.0001, 4)}` : `= ${formatNumber(p, p < 0.01 ? 4 : p > 0.9995 ? 0 : 3)}`;

const signed = (text: string, value: number): string => (value > 0 && /[1-9]/.test(text) ? `+${text}` : text);

/** A share as a change. @example changeText(0.25) => "+25.0 %" */
export const changeText = (share: number, decimals = 1): string =>
  signed(formatShare(share, decimals), share);

/** A difference of two rates, in percentage points. @example pointsText(0.05) => "+5.0 pp" */
export function pointsText(difference: number, finer = 0): string {
  const points = difference * 100;
  const decimals = Math.abs(points) >= 1 || points === 0 ? 1 : smallDecimals(points);
  return withUnit(signed(formatNumber(points, decimals + finer), points), "pp");
}

/** A confidence level. @example levelText(0.95) => "95 %" */
export const levelText = (level: number): string =>
  formatShare(level, Number.isInteger(Math.round(level * 1e6) / 1e4) ? 0 : 1);

/** An amount, with as many decimals as its size asks for. @example amountText(1234.5) => "1,234.5" */
export function amountText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && size < 0.0001) return formatPower(value, 2).replace("-", "−");
  const decimals = size >= 1e5 ? 0 : size >= 1000 ? 1 : size >= 1 || size === 0 ? 2 : 4;
  return formatNumber(value, decimals);
}

/** A difference of two means. @example amountChange(8) => "+8.00" */
export const amountChange = (value: number): string => signed(amountText(value), value);

/** An interval in words. @example intervalText({low: 0.01, high: null}, changeText) => "at least +1.0 %" */
export const intervalText = ({low, high}: Interval, format: (value: number) => string): string =>
  low === null
    ? high === null
      ? "unbounded"
      : `at most ${format(high)}`
    : high === null
      ? `at least ${format(low)}`
      : `${format(low)} to ${format(high)}`;
