import type {RandomSource} from "../../lib/random/source.js";

const fourDigits = Array.from({length: 65_536}, (_, i) => i.toString(16).padStart(4, "0"));

/** Draws an id of 32 hexadecimal digits. @example identifier(randomSource(1)).length => 32 */
export function identifier(random: RandomSource): string {
  let digits = "";
  for (let i = 0; i < 8; i++) digits += fourDigits[Math.floor(random() * 65_536)];
  return digits;
}
