import {randomStream} from "../../random/streams.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import {boughtLinks} from "../boughtLinks.js";
import {confidenceSolver} from "../confidenceSolver.js";
import type {Csr} from "../csr.js";
import {factorScores} from "../factorScores.js";
import {fillFromPopularity} from "../fillFromPopularity.js";
import {filledRows} from "../filledRows.js";
import {gramOf} from "../gramOf.js";
import type {Interactions} from "../interactions.js";
import {itemCounts} from "../itemCounts.js";
import {noInteractions} from "../noInteractions.js";
import {popularityReason} from "../popularityReason.js";
import type {Progress, Recommender} from "../recommender.js";
import type {Shopper} from "../shopper.js";
import {wholeNumber} from "../wholeNumber.js";

export interface AlsOptions {
  factors: number;
  /** How much surer a purchase makes: its confidence is 1 + alpha times its value. 40 in the paper. */
  alpha: number;
  /** On the squares of all factors, 0.0001 or more. */
  regularisation: number;
  /** Passes over people and items. */
  iterations: number;
  seed: number;
}

export interface ImplicitAls extends Recommender {
  /** What is made least, after each iteration: it never rises. */
  objective: Float64Array;
}

/**
 * Factors of people and items from implicit feedback (Y. Hu, Y. Koren and C. Volinsky 2008), by alternating least
 * squares, exact for each row. A shopper's factors are solved for from what they bought, so that new people are served
 * too; the parts of a score are those of the paper's section 5.
 * @example finish(fitImplicitAls(interactions, {factors: 32, alpha: 40, regularisation: 10, iterations: 15, seed: 1}))
 */
export function* fitImplicitAls(
  {byPerson, byItem}: Interactions,
  {factors: width, alpha, regularisation, iterations, seed}: AlsOptions
): Generator<Progress, Result<ImplicitAls>> {
  const some = noInteractions(byItem);
  if (!some.ok) return some;
  for (const whole of [wholeNumber("factors", width, 1, 256), wholeNumber("iterations", iterations, 1, 1000)])
    if (!whole.ok) return whole;
  if (!(alpha > 0 && alpha <= 10_000 && regularisation >= 1e-4 && regularisation < Infinity))
    return fail(
      "parameter",
      `Alpha must be above 0 and at most 10,000 and the regularisation 0.0001 or more, not ${alpha} and ${regularisation}.`
    );
  const random = randomStream("recommend.als", seed);
  const items = new Float64Array(byItem.rows * width);
  for (const item of filledRows(byItem))
    for (let i = 0; i < width; i++) items[item * width + i] = (2 * random() - 1) / width;
  const people = new Float64Array(byPerson.rows * width);
  const objective = new Float64Array(iterations);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const share = (part: number) => ({share: (iteration + part / 2) / iterations, doing: "iterating"});
    for (const part of solveAll(byPerson, items, people)) yield share(part);
    for (const part of solveAll(byItem, people, items)) yield share(1 + part);
    objective[iteration] = loss(byPerson, people, items, {width, alpha, regularisation});
  }
  const solver = confidenceSolver(items, width, regularisation);
  const counts = itemCounts(byItem);
  const confidenceOf = (shopper: Shopper) =>
    Float32Array.from(shopper.items, (_, place) => alpha * (shopper.values?.[place] ?? 1));
  return ok({
    objective,
    items: byItem.rows,
    scores: (shopper, out) => {
      const person = new Float64Array(width);
      solver.solve(shopper.items, confidenceOf(shopper), person);
      factorScores(items, person, out);
      fillFromPopularity(out, counts);
    },
    explain: (shopper, item) => {
      const confidence = confidenceOf(shopper);
      const weighed = solver.weigh(shopper.items, confidence, items.slice(item * width, (item + 1) * width));
      const bought = boughtLinks(shopper, (place) => {
        let product = 0;
        for (let i = 0; i < width; i++) product += weighed[i] * items[shopper.items[place] * width + i];
        return (1 + confidence[place]) * product;
      });
      const score = bought.reduce((sum, {amount}) => sum + amount, 0);
      return bought.length ? {kind: "parts", score, bought} : popularityReason(counts, item);
    }
  });

  function* solveAll({rows, indptr, indices, values}: Csr, held: Float64Array, own: Float64Array) {
    const {solve} = confidenceSolver(held, width, regularisation);
    const confidence = values.map((value) => alpha * value);
    for (let row = 0; row < rows; row++) {
      const [from, to] = [indptr[row], indptr[row + 1]];
      const out = own.subarray(row * width, (row + 1) * width);
      solve(indices.subarray(from, to), confidence.subarray(from, to), out);
      if (row % 8192 === 8191) yield row / rows;
    }
  }
}

/** Of all people and items: those that did not meet add the sum of squares of their products, which is a trace. */
function loss(
  {rows, indptr, indices, values}: Csr,
  people: Float64Array,
  items: Float64Array,
  {width, alpha, regularisation}: {width: number; alpha: number; regularisation: number}
): number {
  const [a, b] = [people, items].map((factors) => gramOf(factors, width));
  let sum = 0;
  for (let i = 0; i < width * width; i++) sum += a[i] * b[i];
  for (let i = 0; i < width; i++) sum += regularisation * (a[i * width + i] + b[i * width + i]);
  for (let row = 0; row < rows; row++)
    for (let at = indptr[row]; at < indptr[row + 1]; at++) {
      let score = 0;
      for (let i = 0; i < width; i++) score += people[row * width + i] * items[indices[at] * width + i];
      sum += (1 + alpha * values[at]) * (1 - score) ** 2 - score * score;
    }
  return sum;
}
