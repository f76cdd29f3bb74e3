import {formatNumber} from "../../format.js";

/** A chance that is never said to be certain. @example formatChance(0.99999) => "more than 99,9 %" */
export function formatChance(chance: number): string {
  if (chance > 0.999) return "more than 99,9 %";
  if (chance < 0.001) return "less than 0,1 %";
  return `${formatNumber(chance * 100, 1)} %`;
}
