/** ln 2 in two parts: the first has so few digits that multiples of it are exact. */
const ln2High = 0.69314718036912381649;
const ln2Low = 1.90821492927058770002e-10;

const power = new Float64Array(1);
const powerWords = new Int32Array(power.buffer);

/**
 * e^x, the same to the last bit on every machine (Math.exp is not), within 2 units in the last place; x is held
 * between -708 and 708.
 *
 * Method: x = k ln 2 + r with |r| <= ln 2 / 2, Taylor's polynomial of degree 12 for e^r, in Estrin's order.
 *
 * @example exponential(0) => 1
 */
export function exponential(x: number): number {
  const held = x < -708 ? -708 : x > 708 ? 708 : x;
  const k = Math.floor(held * Math.LOG2E + 0.5);
  const r = held - k * ln2High - k * ln2Low;
  const r2 = r * r;
  const r4 = r2 * r2;
  const lowest = 1 + r + r2 * (1 / 2 + (1 / 6) * r);
  const low = 1 / 24 + (1 / 120) * r + r2 * (1 / 720 + (1 / 5040) * r);
  const high = 1 / 40320 + (1 / 362880) * r + r2 * (1 / 3628800 + (1 / 39916800) * r) + r4 * (1 / 479001600);
  const sum = lowest + r4 * (low + r4 * high);
  powerWords[1] = (k + 1023) << 20;
  return sum * power[0];
}

/** 1 / (1 + e^-x). @example sigmoid(0) => 0.5 */
export const sigmoid = (x: number): number => 1 / (1 + exponential(-x));
