import {expect, it} from "vitest";
import {countHeld, intervalTrials} from "../../../tools/bench/customers/trials.js";

it("counts what held, and apart from it what had no interval", () => {
  const counts = countHeld(
    (_, seed) => ({all: true, even: seed % 2 === 0, few: seed < 3 ? null : true}),
    10,
    1
  );
  expect(Object.fromEntries(counts)).toEqual({
    all: {held: 10, of: 10, none: 0},
    even: {held: 5, of: 10, none: 0},
    few: {held: 7, of: 7, none: 3}
  });
});

it("gives each run random numbers of its own, the same every time", () => {
  const drawn = () => {
    const numbers: number[] = [];
    countHeld((draws) => ({any: numbers.push(draws.normal(0, 1)) > 0}), 5, 1);
    return numbers;
  };
  expect(new Set(drawn()).size).toBe(5);
  expect(drawn()).toEqual(drawn());
});

it("tries each interval, and finds one nearly always", () => {
  const names = intervalTrials.flatMap(({trial}) =>
    [...countHeld(trial, 3, 21)].map(([name, {of}]) => {
      expect(of).toBe(3);
      return name;
    })
  );
  expect(names).toHaveLength(7);
  expect(new Set(names).size).toBe(7);
});
