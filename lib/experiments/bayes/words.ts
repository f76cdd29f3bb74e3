import {formatNumber} from "../../format.js";

/** A number with so many decimals that two digits of it show, from two to six. @example formatFine(0.00153) => "0,0015" */
export function formatFine(value: number): string {
  const size = Math.abs(value);
  const decimals = size > 0 ? Math.min(6, Math.max(2, 1 - Math.floor(Math.log10(size)))) : 0;
  return size > 0 && size < 5e-7 ? "less than 0,000001" : formatNumber(value, decimals);
}

/** A difference of rates in percentage points. @example formatRatePoints(0.0018716) => "0,19 pp" */
export const formatRatePoints = (difference: number): string => `${formatFine(difference * 100)} pp`;

/** A chance that is never said to be certain. @example formatChance(0.99999) => "more than 99,9 %" */
export function formatChance(chance: number): string {
  if (chance > 0.999) return "more than 99,9 %";
  if (chance < 0.001) return "less than 0,1 %";
  return `${formatNumber(chance * 100, 1)} %`;
}
