import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {binColumns, binRows} from "../../../../lib/learn/trees/bins.js";
import {exactCuts} from "../../../../lib/learn/trees/exactCuts.js";
import {sketchCuts} from "../../../../lib/learn/trees/sketch.js";
import {summarise} from "../../../../lib/learn/trees/summary.js";

const values = fc.array(
  fc.oneof(
    fc.integer({min: -3, max: 3}),
    fc.float({noNaN: true, noDefaultInfinity: true, min: -1000, max: 1000}),
    fc.constantFrom(NaN, Infinity, -Infinity, -0)
  ),
  {maxLength: 200}
);

describe("binColumns", () => {
  it("cuts where XGBoost 1.7.4 splits (hist, max_bin = 8, thresholds of 20 deep trees)", () => {
    const column = Float32Array.from({length: 3000}, (_, i) => ((i * 7919) % 3001) ** 2 / 1000);
    const [cuts] = binColumns([column], {maxBins: 8}).cuts;
    const theirs = [142.884, 582.169, 1299.6, 2178.576, 3437.316, 5008.644, 6817.321];
    expect([...cuts.subarray(0, 7)]).toEqual(theirs.map(Math.fround));
    expect(cuts[7]).toBeGreaterThan(9000);
  });

  it("gives its examples", () => {
    expect(binColumns([Float32Array.of(3, NaN, 1)], {maxBins: 256}).codes).toEqual([Uint8Array.of(1, 2, 0)]);
    expect([...sketchCuts(Float32Array.of(3, 1, 2), 256)]).toEqual([2, 3, 6.000010013580322]);
    expect([...exactCuts(Float32Array.of(3, 1, 3), 65536)]).toEqual([2, 6.000010013580322]);
    expect([...summarise(Float32Array.of(1, 1, 4)).rmax]).toEqual([2, 3]);
    const bins = binColumns([Float32Array.of(3, 1)], {maxBins: 256});
    expect(binRows(bins, [Float32Array.of(9, 0)]).codes).toEqual([Uint8Array.of(1, 0)]);
  });

  it("puts every value between the cuts of its bin, and missing values in a bin of their own", () => {
    fc.assert(
      fc.property(values, fc.constantFrom(2, 5, 256, 1000), fc.boolean(), (numbers, maxBins, exact) => {
        const column = Float32Array.from(numbers);
        const {cuts, codes, missingBin} = binColumns([column], {maxBins, exact});
        for (let b = 1; b < cuts[0].length - 1; b++) expect(cuts[0][b]).toBeGreaterThan(cuts[0][b - 1]);
        expect(missingBin[0]).toBe(column.some(Number.isNaN) ? cuts[0].length : -1);
        if (!exact) expect(cuts[0].length).toBeLessThanOrEqual(maxBins);
        column.forEach((value, row) => {
          const code = codes[0][row];
          if (Number.isNaN(value)) expect(code).toBe(missingBin[0]);
          else {
            expect(code).toBeLessThan(cuts[0].length);
            if (code > 0) expect(value >= cuts[0][code - 1]).toBe(true);
            expect(value < cuts[0][code] || value === Infinity).toBe(true);
          }
        });
      })
    );
  });

  it("tells all distinct values apart where it is exact", () => {
    fc.assert(
      fc.property(values, (numbers) => {
        const column = Float32Array.from(numbers);
        const {codes} = binColumns([column], {maxBins: 2, exact: true});
        const distinct = new Set(column.map((value) => value + 0));
        expect(new Set(codes[0]).size).toBe(distinct.size);
      })
    );
    const many = Float32Array.from({length: 300}, (_, i) => i);
    expect(binColumns([many], {maxBins: 256, exact: true}).codes[0]).toBeInstanceOf(Uint16Array);
  });

  it("spreads rows evenly over bins, whatever their order", () => {
    const rows = 60000;
    const column = Float32Array.from({length: rows}, (_, i) => ((i * 48271) % 59999) / 7);
    const {codes, cuts} = binColumns([column], {maxBins: 64});
    const counts = new Int32Array(cuts[0].length);
    for (const code of codes[0]) counts[code]++;
    expect(counts).toHaveLength(64);
    counts.subarray(1, 63).forEach((count) => expect(Math.abs(count - rows / 64)).toBeLessThan(rows / 256));
  });

  it("keeps codes in a byte where values are missing", () => {
    const column = Float32Array.from({length: 5000}, (_, i) => (i % 10 ? i : NaN));
    const {codes, cuts, missingBin} = binColumns([column], {maxBins: 256});
    expect(codes[0]).toBeInstanceOf(Uint8Array);
    expect([cuts[0].length, missingBin[0]]).toEqual([255, 255]);
  });

  it("takes columns that are constant, wholly missing or without rows", () => {
    const {cuts, missingBin, codes} = binColumns(
      [Float32Array.of(7, 7), Float32Array.of(NaN, NaN), Float32Array.of(-Infinity, -Infinity)],
      {maxBins: 256}
    );
    expect(cuts.map(({length}) => length)).toEqual([1, 1, 1]);
    expect([...missingBin]).toEqual([-1, 1, -1]);
    expect([...codes[1]]).toEqual([1, 1]);
    expect(binColumns([new Float32Array(0)], {maxBins: 256})).toMatchObject({
      rows: 0,
      codes: [new Uint8Array()]
    });
    expect(binColumns([], {maxBins: 256}).rows).toBe(0);
  });

  it("codes new rows that miss values where none was missing before", () => {
    const wide = Float32Array.from({length: 1000}, (_, i) => i);
    const {codes, missingBin} = binRows(binColumns([wide], {maxBins: 256}), [Float32Array.of(NaN, 2000, -1)]);
    expect([missingBin[0], ...codes[0]]).toEqual([256, 256, 255, 0]);
  });
});
