import {expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {associationRules} from "../../../lib/recommend/associationRules.js";
import {bm25} from "../../../lib/recommend/bm25.js";
import {boughtLinks} from "../../../lib/recommend/boughtLinks.js";
import {csr} from "../../../lib/recommend/csr.js";
import {dot, fourDots} from "../../../lib/recommend/dots.js";
import {factorScores} from "../../../lib/recommend/factorScores.js";
import {fillFromPopularity} from "../../../lib/recommend/fillFromPopularity.js";
import {gramOf} from "../../../lib/recommend/gramOf.js";
import {itemCounts} from "../../../lib/recommend/itemCounts.js";
import {linkedGroups} from "../../../lib/recommend/linkedGroups.js";
import {nearestItems} from "../../../lib/recommend/nearestItems.js";
import {discountedGain, ndcg} from "../../../lib/recommend/ndcg.js";
import {orthonormalise} from "../../../lib/recommend/orthonormalise.js";
import {shopper} from "../../../lib/recommend/shopper.js";
import {sparseSvd} from "../../../lib/recommend/sparseSvd.js";
import {wholeNumber} from "../../../lib/recommend/wholeNumber.js";
import {valueOf} from "./support.js";

it("the examples of recommendations hold", () => {
  const out = Float32Array.of(0, 0.5, 0);
  fillFromPopularity(out, Float32Array.of(9, 1, 4));
  [0.45, 0.5, 0.2].forEach((value, item) => expect(out[item]).toBeCloseTo(value, 6));
  expect(valueOf(associationRules(csr(2, 2, [0, 0, 1], [0, 1, 0]), {minCount: 1}))[0]).toEqual({
    ...{from: 0, to: 1, count: 1, support: 0.5, confidence: 0.5, lift: 1}
  });
  expect([...bm25(csr(1, 1, [0], [0])).values]).toEqual([0]);
  const links = boughtLinks({items: Int32Array.of(4, 7)}, (place) => [0.1, 0.3][place]);
  expect(links.map(({item}) => item)).toEqual([7, 4]);
  expect([...itemCounts(csr(2, 3, [0, 0], [1, 2]))]).toEqual([2, 0]);
  expect(linkedGroups(csr(1, 4, [0, 0], [1, 3])).map((group) => [...group])).toEqual([[1, 3]]);
  const nearest = nearestItems(csr(2, 1, [0, 1], [0, 0]), {neighbours: 1, similarity: (product) => product});
  expect([...finish(nearest).indices]).toEqual([1, 0]);
  expect([...shopper(csr(1, 3, [0], [2]), 0).items]).toEqual([2]);
  expect(wholeNumber("neighbours", 0, 1, 500).ok).toBe(false);
  expect(ndcg([5, 1, 0, 0, 10], 5)).toBeCloseTo(0.6957, 4);
  expect(discountedGain([1, 0, 1], 3)).toBe(1.5);
});

it("the examples of its algebra hold", () => {
  expect(dot(Float64Array.of(1, 2, 3, 4), 0, 2, 2)).toBe(11);
  const products = new Float64Array(4);
  fourDots(Float64Array.of(1, 2, 3, 4), 0, 1, 2, 3, 1, products);
  expect([...products]).toEqual([4, 8, 0, 0]);
  expect([...gramOf(Float64Array.of(1, 2, 0, 1), 2)]).toEqual([1, 2, 2, 5]);
  const scores = new Float32Array(2);
  factorScores(Float32Array.of(1, 2, 3, 4), Float32Array.of(1, 1), scores);
  expect([...scores]).toEqual([3, 7]);
  expect([...orthonormalise(Float64Array.of(2, 0, 1, 1), 2)]).toEqual([2, 1, 0, 1]);
  const {singularValues} = valueOf(finish(sparseSvd(csr(2, 2, [0, 1], [0, 1], [3, 4]), {k: 1, seed: 1})));
  expect(singularValues[0]).toBeCloseTo(4, 12);
});
