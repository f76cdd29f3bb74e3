import {sigmoid} from "../../stats/sigmoid.js";
import {randomStream} from "../../random/streams.js";
import type {RandomSource} from "../../random/source.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import {boughtLinks} from "../boughtLinks.js";
import {factorScores} from "../factorScores.js";
import {fillFromPopularity} from "../fillFromPopularity.js";
import {filledRows} from "../filledRows.js";
import type {Interactions} from "../interactions.js";
import {itemCounts} from "../itemCounts.js";
import {noInteractions} from "../noInteractions.js";
import {popularityReason} from "../popularityReason.js";
import type {Progress, Recommender} from "../recommender.js";
import type {Shopper} from "../shopper.js";
import {wholeNumber} from "../wholeNumber.js";

export interface BprOptions {
  factors: number;
  /** Passes over as many draws as there are purchases. */
  epochs: number;
  learningRate: number;
  /** On the squares of all factors and of the items' biases. */
  regularisation: number;
  seed: number;
}

export interface Bpr extends Recommender {
  /** Share of the draws of each epoch in which the bought item was ahead of the other already. */
  ahead: Float64Array;
}

/**
 * Bayesian personalised ranking (S. Rendle, C. Freudenthaler, Z. Gantner and L. Schmidt-Thieme 2009): factors and a
 * bias of each item such that what someone bought is ahead of what they did not, by plain stochastic gradient ascent.
 * People it was fitted to (`person` of the shopper) keep their factors; the factors of others are learned by the same
 * steps with the items held (Rendle and Schmidt-Thieme 2008).
 * @example finish(fitBpr(interactions, {factors: 32, epochs: 50, learningRate: 0.05, regularisation: 0.01, seed: 1}))
 */
export function* fitBpr(
  {byPerson, byItem}: Interactions,
  {factors: width, epochs, learningRate, regularisation, seed}: BprOptions
): Generator<Progress, Result<Bpr>> {
  const some = noInteractions(byItem);
  if (!some.ok) return some;
  for (const whole of [wholeNumber("factors", width, 1, 256), wholeNumber("epochs", epochs, 1, 10_000)])
    if (!whole.ok) return whole;
  if (!(learningRate > 0 && learningRate <= 1 && regularisation >= 0 && regularisation <= 1))
    return fail(
      "parameter",
      `The learning rate must be above 0 and the regularisation not below 0, both at most 1, not ${learningRate} and ${regularisation}.`
    );
  const {indptr, indices} = byPerson;
  const count = byItem.rows;
  const random = randomStream("recommend.bpr", seed);
  // What nobody has bought yet is not drawn: it does not change what is learned from the rest.
  const known = filledRows(byItem);
  const place = new Int32Array(count).fill(-1);
  known.forEach((item, i) => (place[item] = i));
  const start = (rows: Int32Array, into: Float32Array) => {
    for (const row of rows) for (let f = 0; f < width; f++) into[row * width + f] = (random() - 0.5) / width;
    return into;
  };
  const items = start(known, new Float32Array(count * width));
  const people = start(filledRows(byPerson), new Float32Array(byPerson.rows * width));
  const bias = new Float32Array(count);
  const places = indices.map((item) => place[item]);
  const owner = new Int32Array(indices.length);
  for (let person = 0; person < byPerson.rows; person++)
    owner.fill(person, indptr[person], indptr[person + 1]);

  /** One step; whether the bought item was ahead. */
  function step(
    person: Float32Array,
    at: number,
    bought: number,
    other: number,
    moveItems: boolean
  ): boolean {
    const [i, j] = [bought * width, other * width];
    let lead = bias[bought] - bias[other];
    for (let f = 0; f < width; f++) lead += person[at + f] * (items[i + f] - items[j + f]);
    const pull = sigmoid(-lead);
    for (let f = 0; f < width; f++) {
      const [p, a, b] = [person[at + f], items[i + f], items[j + f]];
      person[at + f] += learningRate * (pull * (a - b) - regularisation * p);
      if (!moveItems) continue;
      items[i + f] += learningRate * (pull * p - regularisation * a);
      items[j + f] += learningRate * (-pull * p - regularisation * b);
    }
    if (moveItems) {
      bias[bought] += learningRate * (pull - regularisation * bias[bought]);
      bias[other] += learningRate * (-pull - regularisation * bias[other]);
    }
    return lead > 0;
  }

  const ahead = new Float64Array(epochs);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let draw = 0; draw < indices.length; draw++) {
      const at = Math.floor(random() * indices.length);
      const person = owner[at];
      const own = places.subarray(indptr[person], indptr[person + 1]);
      const other = notAmong(own, known.length, random);
      if (other >= 0 && step(people, person * width, indices[at], known[other], true)) ahead[epoch]++;
    }
    ahead[epoch] /= indices.length;
    yield {share: (epoch + 1) / epochs, doing: "iterating"};
  }

  const counts = itemCounts(byItem);
  const factorsOf = ({items: own, person}: Shopper): Float32Array => {
    if (person !== undefined) return people.subarray(person * width, (person + 1) * width);
    const found = new Float32Array(width);
    const draws = randomStream("recommend.bprFoldIn", seed);
    const bought = own.map((item) => place[item]).filter((at) => at >= 0);
    for (let draw = 0; draw < epochs * bought.length; draw++) {
      const other = notAmong(bought, known.length, draws);
      if (other >= 0) step(found, 0, known[bought[draw % bought.length]], known[other], false);
    }
    return found;
  };
  return ok({
    ahead,
    items: count,
    scores: (shopper, out) => {
      if (!shopper.items.length) out.fill(0);
      else {
        factorScores(items, factorsOf(shopper), out);
        for (let item = 0; item < count; item++) out[item] += bias[item];
      }
      fillFromPopularity(out, counts);
    },
    explain: (shopper, item) => {
      const bought = boughtLinks(shopper, (place) => cosine(items, width, shopper.items[place], item));
      return bought.length ? {kind: "similar", bought} : popularityReason(counts, item);
    }
  });
}

/** An item drawn from all that are not among the ascending ones; -1 where there is none. */
function notAmong(own: Int32Array, count: number, random: RandomSource): number {
  if (own.length >= count) return -1;
  // The r-th of the others: each bought item that is not above it moves it up by one.
  let item = Math.floor(random() * (count - own.length));
  for (const bought of own) if (bought <= item) item++;
  return item;
}

function cosine(factors: Float32Array, width: number, a: number, b: number): number {
  let [product, squaresA, squaresB] = [0, 0, 0];
  for (let f = 0; f < width; f++) {
    const [x, y] = [factors[a * width + f], factors[b * width + f]];
    product += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  const scale = Math.sqrt(squaresA * squaresB);
  return scale > 0 ? product / scale : 0;
}
