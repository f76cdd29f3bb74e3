import fc from "fast-check";
import {expect, it} from "vitest";
import type {CityRates} from "../../../lib/features/targetEncoding.js";
import {cityRates, notTrained} from "../../../lib/features/targetEncoding.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {randomSource} from "../../../lib/random/source.js";

const rates = (input: CityRates): number[] => {
  const result = cityRates(input);
  if (!result.ok) throw new Error(result.message);
  return [...result.value];
};

const people = fc
  .array(
    fc.record({
      city: fc.integer({min: 0, max: 4}),
      label: fc.integer({min: 0, max: 1}),
      fold: fc.constantFrom(0, 1, 2, notTrained)
    }),
    {minLength: 8, maxLength: 60}
  )
  .filter((rows) => new Set(rows.map(({fold}) => fold).filter((fold) => fold !== notTrained)).size > 1)
  .map((rows) => ({
    city: Int32Array.from(rows, ({city}) => city),
    labels: Uint8Array.from(rows, ({label}) => label),
    folds: Uint8Array.from(rows, ({fold}) => fold)
  }));

it("gives the example's rates", () => {
  const input = {
    city: Int32Array.of(0, 0, 0),
    labels: Uint8Array.of(1, 0, 0),
    folds: Uint8Array.of(0, 1, 255),
    weight: 2
  };
  expect(rates(input)).toEqual([0, 1, 0.5]);
});

it("is what its formula says of the rows of other folds", () => {
  fc.assert(
    fc.property(people, fc.double({min: 0.5, max: 100, noNaN: true}), (input, weight) => {
      const {city, labels, folds} = input;
      rates({...input, weight}).forEach((rate, row) => {
        const seen = [...city.keys()].filter((i) => folds[i] !== notTrained && folds[i] !== folds[row]);
        const sum = (rows: number[]) => rows.reduce((total, i) => total + labels[i], 0);
        const here = seen.filter((i) => city[i] === city[row]);
        expect(rate).toBeCloseTo(
          (sum(here) + (weight * sum(seen)) / seen.length) / (here.length + weight),
          5
        );
      });
    })
  );
});

it("does not let a row's own label, or that of a row that is not learnt from, into its rate", () => {
  fc.assert(
    fc.property(people, fc.nat(), (input, pick) => {
      const row = pick % input.city.length;
      const turned = input.labels.map((label, i) => (i === row ? 1 - label : label));
      const [before, after] = [rates(input), rates({...input, labels: turned})];
      expect(after[row]).toBe(before[row]);
      if (input.folds[row] === notTrained) expect(after).toEqual(before);
    })
  );
});

it("tells nothing of shuffled labels", () => {
  const random = randomSource(5);
  const n = 20_000;
  const city = Int32Array.from({length: n}, () => Math.floor(random() ** 4 * 2000));
  const folds = Uint8Array.from({length: n}, (_, row) => row % 5);
  const areas = Array.from({length: 12}, () => {
    const labels = Uint8Array.from({length: n}, () => Number(random() < 0.5));
    const area = rocAuc(labels, rates({city, labels, folds}));
    // What leaks where the fold is not left out.
    const own = city.map((code, row) => (code + 1) * 2 + labels[row]);
    const leak = rocAuc(labels, rates({city: own, labels, folds}));
    expect(leak).toBeGreaterThan(0.9);
    return area ?? NaN;
  });
  const mean = areas.reduce((sum, area) => sum + area, 0) / areas.length;
  const error = Math.sqrt(1 / (6 * n));
  expect(Math.abs(mean - 0.5)).toBeLessThan(1.96 * error);
  for (const area of areas) expect(Math.abs(area - 0.5)).toBeLessThan(4 * error);
});

it("refuses what leaves nothing to count", () => {
  const input = {city: Int32Array.of(0, 1), labels: Uint8Array.of(1, 0)};
  expect(cityRates({...input, folds: Uint8Array.of(1, 1)})).toMatchObject({ok: false, code: "folds"});
  expect(cityRates({...input, folds: Uint8Array.of(255, 255)})).toMatchObject({ok: false, code: "folds"});
});
