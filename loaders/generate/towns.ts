import type {RandomSource} from "../../lib/random/source.js";
import {townNames} from "./calibration/names.js";

const accents = /\p{Diacritic}/gu;

/** A name without its accents. @example plain("são joão") => "sao joao" */
export const plain = (name: string): string => name.normalize("NFD").replace(accents, "");

/** Puts a town's name together, in lower case with accents. */
export function townName(random: RandomSource): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)];
  const {saints, words, first, native, ending, after} = townNames;
  const kind = random();
  if (kind < 0.15) return pick(saints) + pick(after);
  if (kind < 0.5) return `${pick(first)} ${pick(words)}${pick(after)}`;
  return pick(native) + pick(ending) + pick(after);
}
