import {expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {evaluate} from "../../../lib/recommend/evaluate.js";
import {evaluationCases} from "../../../lib/recommend/evaluationCases.js";
import {leaveLastOrderOut} from "../../../lib/recommend/leaveLastOrderOut.js";
import {fitPopularity} from "../../../lib/recommend/models/popularity.js";
import {describeSplit} from "../../../lib/recommend/split.js";
import {splitAtDate} from "../../../lib/recommend/splitAtDate.js";
import {columnsOf, valueOf} from "./support.js";

// Person 0: items 0, then 1 and 0 again; 1: item 2 once; 2: items 0 and 3 late, on one day in two orders; 4: late only.
const columns = columnsOf([
  [0, 0, 1, 0],
  [0, 1, 5, 1],
  [0, 0, 5, 1],
  [1, 2, 2, 2],
  [2, 0, 2, 3],
  [2, 0, 7, 4],
  [2, 3, 7, 5],
  [4, 1, 6, 6]
]);

it("a split at a day evaluates those who bought before and after", () => {
  const split = splitAtDate(columns, 5);
  expect([...split.train]).toEqual([0, 3, 4]);
  expect([...split.test]).toEqual([1, 2, 5, 6, 7]);
  expect([...split.evaluable]).toEqual([0, 2]);
  expect(split).toMatchObject({people: 4, trained: 3, strangers: 1});
  expect(describeSplit(split)).toMatch(/^2 of 4 people can be evaluated: .*; 1 more bought only later/);
  expect([...splitAtDate(columns, 5, 7).test]).toEqual([1, 2, 7]);
});

it("leaving the last order out evaluates those with two orders, the later code being the later of a day", () => {
  const split = leaveLastOrderOut(columns);
  expect([...split.test]).toEqual([1, 2, 6]);
  expect([...split.train]).toEqual([0, 3, 4, 5, 7]);
  expect([...split.evaluable]).toEqual([0, 2]);
  expect(describeSplit(split)).toMatch(/to find\.$/);
});

it("does not ask for what was bought already where that is filtered", () => {
  const options = {people: 5, items: 4};
  const strict = evaluationCases(columns, splitAtDate(columns, 5), {...options, filterBought: true});
  expect([...strict.relevant.indices.subarray(0, strict.relevant.indptr[3])]).toEqual([1, 3]);
  expect(strict).toMatchObject({onlyRepeats: 0, targets: 2, newItems: 2});
  const loose = evaluationCases(columns, splitAtDate(columns, 5), {...options, filterBought: false});
  expect(loose).toMatchObject({onlyRepeats: 0, targets: 4, newItems: 2});
  const again = columnsOf([
    [0, 0, 1, 0],
    [0, 0, 2, 1]
  ]);
  expect(
    evaluationCases(again, leaveLastOrderOut(again), {people: 1, items: 1, filterBought: true})
  ).toMatchObject({
    person: new Int32Array(),
    onlyRepeats: 1
  });
});

it("says so where nobody repeats", () => {
  const once = columnsOf([
    [0, 0, 1, 0],
    [1, 1, 2, 1]
  ]);
  const split = leaveLastOrderOut(once);
  expect(split.evaluable).toHaveLength(0);
  const cases = evaluationCases(once, split, {people: 2, items: 2, filterBought: true});
  expect(finish(evaluate(valueOf(fitPopularity(cases.train)), cases, [1]))).toMatchObject({
    ok: false,
    code: "people"
  });
  expect(leaveLastOrderOut(columnsOf([]))).toMatchObject({people: 0, trained: 0});
});
