import {formatCount} from "../../format.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import {boughtLinks} from "../boughtLinks.js";
import type {Csr} from "../csr.js";
import {fillFromPopularity} from "../fillFromPopularity.js";
import type {Interactions} from "../interactions.js";
import {invertPositive} from "../invertPositive.js";
import {itemCounts} from "../itemCounts.js";
import {linkedGroups} from "../linkedGroups.js";
import {noInteractions} from "../noInteractions.js";
import {popularityReason} from "../popularityReason.js";
import type {Progress, Recommender} from "../recommender.js";

/** Items that one dense inverse may hold: as float64, 128 MB. */
export const mostEaseItems = 4000;

export interface EaseOptions {
  /** Added to the diagonal of items by items: the higher, the more the weights shrink. Above 0. */
  regularisation: number;
}

/**
 * EASE^R (H. Steck, "Embarrassingly shallow autoencoders for sparse data", 2019): weights between items, none on the
 * diagonal, that best give back what people bought: B = -P / diag P off the diagonal, P the inverse of X'X plus the
 * regularisation. Weights between items that no chain of people links are 0 exactly, so that each linked group has an
 * inverse of its own; fails where a group is larger than {@link mostEaseItems}. What the weights are silent about is
 * left to popularity.
 * @example finish(fitEase(interactions, {regularisation: 100})).value.explain(shopper, 3) => {kind: "parts", ...}
 */
export function* fitEase(
  {byPerson, byItem}: Interactions,
  {regularisation}: EaseOptions
): Generator<Progress, Result<Recommender>> {
  const some = noInteractions(byItem);
  if (!some.ok) return some;
  if (!(regularisation > 0 && regularisation < Infinity))
    return fail("parameter", `The regularisation must be above 0, not ${regularisation}.`);
  const groups = linkedGroups(byPerson);
  const largest = groups.length ? groups[0].length : 0;
  if (largest > mostEaseItems)
    return fail(
      "size",
      `EASE needs an inverse of ${formatCount(largest)} linked items, more than ${formatCount(mostEaseItems)}: choose sellers or categories as items, or a shorter period.`
    );
  const place = new Int32Array(byItem.rows);
  const groupOf = new Int32Array(byItem.rows).fill(-1);
  const weights: Float32Array[] = [];
  const work = groups.reduce((sum, {length}) => sum + length ** 3, 0);
  let done = 0;
  for (const [index, group] of groups.entries()) {
    group.forEach((item, at) => {
      place[item] = at;
      groupOf[item] = index;
    });
    const size = group.length;
    const matrix = gramOf(group, place, byItem, byPerson);
    for (let j = 0; j < size; j++) matrix[j * size + j] += regularisation;
    const inverting = invertPositive(matrix, size);
    for (let step = inverting.next(); ; step = inverting.next()) {
      if (!step.done) yield {share: (done + step.value.share * size ** 3) / work, doing: "inverting"};
      else if (step.value) break;
      else return fail("regularisation", "The regularisation is too small for these purchases: raise it.");
    }
    const own = new Float32Array(size * size);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++)
        if (i !== j) own[i * size + j] = -matrix[i * size + j] / matrix[j * size + j];
    weights.push(own);
    done += size ** 3;
  }
  const counts = itemCounts(byItem);
  const weight = (from: number, to: number) => {
    const group = groupOf[from];
    if (group < 0 || group !== groupOf[to]) return 0;
    return weights[group][place[from] * groups[group].length + place[to]];
  };
  return ok({
    items: byItem.rows,
    scores: (shopper, out) => {
      out.fill(0);
      shopper.items.forEach((item, at) => {
        if (groupOf[item] < 0) return;
        const group = groups[groupOf[item]];
        const [own, from] = [weights[groupOf[item]], place[item] * group.length];
        const times = shopper.values?.[at] ?? 1;
        for (let j = 0; j < group.length; j++) out[group[j]] += times * own[from + j];
      });
      fillFromPopularity(out, counts);
    },
    explain: (shopper, item) => {
      const bought = boughtLinks(
        shopper,
        (at) => weight(shopper.items[at], item) * (shopper.values?.[at] ?? 1)
      );
      const score = bought.reduce((sum, {amount}) => sum + amount, 0);
      return bought.length ? {kind: "parts", score, bought} : popularityReason(counts, item);
    }
  });
}

/** X'X of a group's items, all of whose people's items are in the group. */
function gramOf(group: Int32Array, place: Int32Array, byItem: Csr, byPerson: Csr): Float64Array {
  const gram = new Float64Array(group.length * group.length);
  group.forEach((item, row) => {
    for (let at = byItem.indptr[item]; at < byItem.indptr[item + 1]; at++) {
      const person = byItem.indices[at];
      for (let to = byPerson.indptr[person]; to < byPerson.indptr[person + 1]; to++)
        gram[row * group.length + place[byPerson.indices[to]]] += byItem.values[at] * byPerson.values[to];
    }
  });
  return gram;
}
