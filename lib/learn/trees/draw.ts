import type {Kernel, Stretch} from "./kernel.js";

/**
 * Draws `count` of the admitted columns for one node, and goes on drawing while all that were drawn are constant in
 * the node, as scikit-learn's splitter does. The slot's rows must have been counted.
 */
export function draw(
  kernel: Kernel,
  slot: number,
  {begin, end}: Stretch,
  features: Uint8Array,
  {count, random}: {count: number; random: () => number}
): Uint8Array {
  const drawn = new Uint8Array(features.length);
  const left: number[] = [];
  features.forEach((admitted, column) => admitted && left.push(column));
  let varied = false;
  for (let taken = 0; left.length > 0 && (taken < count || !varied); taken++) {
    const i = Math.floor(random() * left.length);
    const column = left[i];
    left[i] = left[left.length - 1];
    left.pop();
    drawn[column] = 1;
    varied ||= kernel.counts(slot, column).every((rows) => rows < end - begin);
  }
  return drawn;
}
