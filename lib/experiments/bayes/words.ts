import {formatShare} from "../../format.js";

/** A chance that is never said to be certain. @example formatChance(0.99999) => "more than 99.9 %" */
export function formatChance(chance: number): string {
  if (chance > 0.999) return `more than ${formatShare(0.999)}`;
  if (chance < 0.001) return `less than ${formatShare(0.001)}`;
  return formatShare(chance);
}
