import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  ascending,
  binsOf,
  different,
  rankingAlone,
  tenths,
  unlike,
  valueCounts,
  valueGroups
} from "../../../../src/components/models/features/shape.js";

const numbers = fc
  .array(fc.oneof(fc.integer({min: -5, max: 5}), fc.double({min: -1e6, max: 1e6, noNaN: true})), {
    minLength: 1,
    maxLength: 300
  })
  .map((values) => Float64Array.from(values, (value) => value + 0));

describe("tenths", () => {
  it("keep equal values together", () => {
    expect([...tenths(Float64Array.of(1, 1, 1, 2, 3))]).toEqual([1, 2, 3]);
    const hundred = Float64Array.from({length: 100}, (_, i) => i);
    expect([...tenths(hundred)]).toEqual([9, 19, 29, 39, 49, 59, 69, 79, 89, 99]);
    const mostlyZero = Float64Array.from({length: 100}, (_, i) => Math.max(0, i - 60));
    expect([...tenths(mostlyZero)]).toEqual([0, 9, 19, 29, 39]);
  });
});

describe("valueGroups", () => {
  it("holds every person once, whatever the values", () => {
    fc.assert(
      fc.property(numbers, (known) => {
        const values = Float64Array.from([...known, NaN]);
        const rule = Uint8Array.from(values, (_, i) => i % 2);
        const groups = valueGroups({values, rule, forward: rule}, String);
        expect(groups.reduce((sum, {people}) => sum + people, 0)).toBe(values.length);
        expect(groups.reduce((sum, each) => sum + each.rule, 0)).toBe(rule.reduce((sum, y) => sum + y, 0));
        expect(new Set(groups.map(({name}) => name)).size).toBe(groups.length);
        expect(groups.at(-1)).toMatchObject({name: "missing", people: 1});
      })
    );
  });

  it("names the groups by the values in them", () => {
    const values = Float64Array.from({length: 20}, (_, i) => i);
    const [first, second] = valueGroups({values, rule: new Uint8Array(20), forward: null}, String);
    expect(first).toEqual({name: "0 to 1", people: 2, rule: 0, forward: null});
    expect(second.name).toBe("2 to 3");
  });

  it("takes levels in the catalogue's order and what is none as missing", () => {
    const groups = valueGroups(
      {values: ["S", "N", "none", "S"], rule: Uint8Array.of(1, 0, 1, 0), forward: Uint8Array.of(1, 1, 0, 1)},
      String,
      ["N", "S", "SE"]
    );
    expect(groups).toEqual([
      {name: "N", people: 1, rule: 0, forward: 1},
      {name: "S", people: 2, rule: 1, forward: 2},
      {name: "missing", people: 1, rule: 1, forward: 0}
    ]);
  });

  it("gives one group where nothing is known", () => {
    const values = Float64Array.of(NaN, NaN);
    expect(valueGroups({values, rule: Uint8Array.of(1, 0), forward: null}, String)).toEqual([
      {name: "missing", people: 2, rule: 1, forward: null}
    ]);
  });
});

describe("binsOf", () => {
  it.each(["width", "people"] as const)("counts whoever lies between the outer edges by %s", (how) => {
    fc.assert(
      fc.property(numbers, fc.boolean(), (values, whole) => {
        const sorted = ascending(whole ? values.map(Math.round) : values);
        const bins = binsOf(sorted, how, whole);
        const [low, high] = [bins[0].from, bins[bins.length - 1].to];
        const within = sorted.filter((value) => value >= low && value <= high).length;
        expect(bins.reduce((sum, {people}) => sum + people, 0)).toBe(within);
        for (const {from, to, share, density} of bins) {
          expect(to).toBeGreaterThan(from);
          expect(density * (to - from)).toBeCloseTo(share, 9);
        }
      })
    );
  });

  it("gives whole numbers bins of a whole width and leaves half a percent out at either end", () => {
    const sorted = Float64Array.from({length: 1000}, (_, i) => i);
    const bins = binsOf(sorted, "width", true);
    expect(bins.every(({from, to}) => to - from === 25)).toBe(true);
    expect(bins[0].from).toBe(4);
    expect(binsOf(sorted, "people", false)).toHaveLength(20);
  });

  it("gives nothing for nothing and one bin for one value", () => {
    expect(binsOf(new Float64Array(0), "width", true)).toEqual([]);
    expect(binsOf(Float64Array.of(3, 3), "people", false)).toEqual([
      {from: 3, to: 4, people: 2, share: 1, density: 1}
    ]);
  });
});

it("counts the people of each value and tells apart what reads alike", () => {
  expect(valueCounts(Float64Array.of(0, 0, 0.0001, 5), (value) => value.toFixed(2))).toEqual([
    {name: "0.00", people: 2},
    {name: "0.00 (2)", people: 1},
    {name: "5.00", people: 1}
  ]);
});

it("says which way round a feature alone ranks, of those who have a value", () => {
  const rule = Uint8Array.of(1, 1, 0, 0, 1);
  const known = {values: Float64Array.of(1, 2, 3, 4, NaN), rule, forward: null};
  expect(rankingAlone(known, rule)).toEqual({auc: 1, more: "lower", people: 4});
  expect(rankingAlone({...known, values: ["a"]}, rule)).toBeNull();
  expect(rankingAlone(known, new Uint8Array(5))).toBeNull();
});

it("the examples hold", () => {
  expect([...different(Float64Array.of(1, 1, 2))]).toEqual([1, 2]);
  expect(unlike("0", [{name: "0"}])).toBe("0 (2)");
});
