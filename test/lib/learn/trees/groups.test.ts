import fc from "fast-check";
import {expect, it} from "vitest";
import {binColumns} from "../../../../lib/learn/trees/bins.js";
import {groupColumns} from "../../../../lib/learn/trees/groups.js";
import {cases} from "./growing.js";

it("groups columns so that every row's bins can be told from its group's codes", () => {
  fc.assert(
    fc.property(cases, ({bins}) => {
      const {groups, groupOf, binOf} = groupColumns(bins);
      bins.codes.forEach((codes, column) => {
        const group = groups[groupOf[column]];
        codes.forEach((bin, row) => {
          const code = group.codes[row];
          expect(code).toBeLessThan(group.size);
          expect(binOf[column]?.[code] ?? code).toBe(bin);
        });
      });
    }),
    {numRuns: 40}
  );
});

it("sums ten levels of one feature as one column, and leaves columns with many bins alone", () => {
  const rows = Array.from({length: 2000}, (_, row) => row);
  const levels = Array.from({length: 10}, (_, level) =>
    Float32Array.from(rows, (row) => Number(row % 10 === level))
  );
  const {groups, groupOf} = groupColumns(binColumns([...levels, Float32Array.from(rows)], {maxBins: 256}));
  expect(groups.map(({size}) => size)).toEqual([10, 256]);
  expect([...groupOf]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
});
