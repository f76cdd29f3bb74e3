import type {PurchaseColumns} from "./baskets.js";
import type {Csr} from "./csr.js";
import type {InteractionOptions, Interactions} from "./interactions.js";
import {interactions} from "./interactions.js";
import type {Split} from "./split.js";

/** People to evaluate models on, with what is to be found. */
export interface EvaluationCases {
  /** What the models are fitted to. */
  train: Interactions;
  /** The people, ascending: rows of the matrices. */
  person: Int32Array;
  /** What each bought later: all people by items, without what they had bought already where that is filtered. */
  relevant: Csr;
  /** Whether what someone has bought already is left out of their ranking. */
  filterBought: boolean;
  /** People of the split who bought nothing but what they had already, where that is filtered: not evaluated. */
  onlyRepeats: number;
  /** Purchases to find, of the people evaluated, each item of a person once. */
  targets: number;
  /** Of those, of items that no one had bought before: only a model of content can find them. */
  newItems: number;
  /** People with something to find that someone had bought before: no more can be found something for. */
  reachable: number;
  /** Code of each person's state, for models that ask for it. */
  state?: ArrayLike<number>;
}

export interface CaseOptions extends Omit<InteractionOptions, "rows"> {
  filterBought: boolean;
  state?: ArrayLike<number>;
}

/**
 * Makes of a split what models are fitted to and who they are evaluated on.
 * @example evaluationCases(columns, leaveLastOrderOut(columns), {people, items, filterBought: true}).person.length
 */
export function evaluationCases(
  columns: PurchaseColumns,
  {train: rows, test, evaluable}: Split,
  {filterBought, state, ...options}: CaseOptions
): EvaluationCases {
  const train = interactions(columns, {...options, rows});
  const later = interactions(columns, {...options, rows: test}).byPerson;
  const {indptr, indices} = train.byPerson;
  const relevant: Csr = {...later, indptr: new Int32Array(later.rows + 1), indices: later.indices.slice()};
  let kept = 0;
  for (let person = 0; person < later.rows; person++) {
    const bought = new Set(indices.subarray(indptr[person], indptr[person + 1]));
    for (let at = later.indptr[person]; at < later.indptr[person + 1]; at++)
      if (!(filterBought && bought.has(later.indices[at]))) relevant.indices[kept++] = later.indices[at];
    relevant.indptr[person + 1] = kept;
  }
  relevant.indices = relevant.indices.slice(0, kept);
  relevant.values = new Float32Array(kept).fill(1);
  const person = evaluable.filter((code) => relevant.indptr[code + 1] > relevant.indptr[code]);
  let [targets, newItems, reachable] = [0, 0, 0];
  for (const code of person) {
    let known = 0;
    for (let at = relevant.indptr[code]; at < relevant.indptr[code + 1]; at++) {
      const item = relevant.indices[at];
      targets++;
      if (train.byItem.indptr[item + 1] === train.byItem.indptr[item]) newItems++;
      else known++;
    }
    reachable += Number(known > 0);
  }
  const onlyRepeats = evaluable.length - person.length;
  return {train, person, relevant, filterBought, onlyRepeats, targets, newItems, reachable, state};
}
