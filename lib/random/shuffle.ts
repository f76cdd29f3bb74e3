/**
 * Puts values into a random order, in place, every order as likely as any other. Gives the same array back.
 *
 * Method: R. A. Fisher and F. Yates as R. Durstenfeld (1964) does it in one pass.
 *
 * @example shuffle(Uint32Array.of(1, 2, 3), () => 0) => [2, 3, 1]
 */
export function shuffle<T extends Uint8Array | Uint32Array>(values: T, random: () => number): T {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
  return values;
}
