import {randomStream} from "../../random/streams.js";

/** What chance decides about each synthetic row. */
export interface Draws {
  /** The row it starts from, counted among the rows of the rarer class. */
  base: ArrayLike<number>;
  /** Which of that row's neighbours it goes towards, 0 being the nearest. */
  neighbour: ArrayLike<number>;
  /** How far it goes, from 0 to 1. */
  gap: ArrayLike<number>;
}

/** Draws rows and neighbours with equal chances and gaps uniformly. @example draws(9, 4, 5, 1).base.length => 9 */
export function draws(count: number, rows: number, k: number, seed: number): Draws {
  const [base, neighbour, gap] = [new Uint32Array(count), new Uint32Array(count), new Float64Array(count)];
  const random = randomStream("resample.smote", seed);
  for (let i = 0; i < count; i++) {
    base[i] = Math.floor(random() * rows);
    neighbour[i] = Math.floor(random() * k);
    gap[i] = random();
  }
  return {base, neighbour, gap};
}
