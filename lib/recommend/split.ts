import {formatCount} from "../format.js";

/** Rows to learn from and rows to find again. */
export interface Split {
  train: Uint32Array;
  test: Uint32Array;
  /** People who have rows in both, ascending: no one else can be evaluated. */
  evaluable: Int32Array;
  /** People with any row. */
  people: number;
  /** People with a row to learn from. */
  trained: number;
  /** People with a row to find, but none to learn from: nothing is known of them. */
  strangers: number;
}

/** A split from the side that each row is on; `undefined` for rows on neither. */
export function split(person: Int32Array, side: (row: number) => "train" | "test" | undefined): Split {
  const train: number[] = [];
  const test: number[] = [];
  const seen = new Uint8Array(person.reduce((most, code) => Math.max(most, code), -1) + 1);
  for (let row = 0; row < person.length; row++) {
    const own = side(row);
    if (own === "train") train.push(row);
    else if (own === "test") test.push(row);
    seen[person[row]] |= own === "train" ? 5 : own === "test" ? 6 : 4;
  }
  const count = (wanted: (bits: number) => boolean) =>
    seen.reduce((sum, bits) => sum + Number(wanted(bits)), 0);
  const evaluable: number[] = [];
  seen.forEach((bits, code) => {
    if ((bits & 3) === 3) evaluable.push(code);
  });
  return {
    train: Uint32Array.from(train),
    test: Uint32Array.from(test),
    evaluable: Int32Array.from(evaluable),
    people: count((bits) => bits > 0),
    trained: count((bits) => (bits & 1) > 0),
    strangers: count((bits) => (bits & 3) === 2)
  };
}

/**
 * How many people a split lets one judge, in a sentence.
 * @example describeSplit({people: 9, evaluable: Int32Array.of(1, 2), strangers: 0}) => "2 of 9 people can be evaluated: …"
 */
export const describeSplit = ({evaluable, people, strangers}: Split): string =>
  `${formatCount(evaluable.length)} of ${formatCount(people)} people can be evaluated: they have a purchase to learn from and a later one to find` +
  (strangers > 0
    ? `; ${formatCount(strangers)} more bought only later, so that nothing is known of them.`
    : ".");
