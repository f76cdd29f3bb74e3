import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {bernoulliRows, drawColumns, drawRows, shareOf} from "../../../../lib/learn/trees/sampling.js";
import {drawCounts} from "../../../../lib/random/drawCounts.js";
import {everyRow} from "../../../../lib/stats/everyRow.js";
import {randomSource} from "../../../../lib/random/source.js";

describe("drawing rows and columns", () => {
  it("takes floor(share * n) different rows, at least one, in their order", () => {
    expect(shareOf(0.3, 30)).toBe(9);
    expect(shareOf(0.1, 5)).toBe(1);
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 80}),
        fc.double({min: 0.01, max: 1, noNaN: true}),
        fc.nat(),
        (n, share, seed) => {
          const rows = everyRow(n).map((row) => 3 * row);
          const drawn = drawRows(rows, share, randomSource(seed));
          expect(drawn).toHaveLength(shareOf(share, n));
          drawn.forEach((row, i) => {
            expect(row % 3).toBe(0);
            if (i) expect(row).toBeGreaterThan(drawn[i - 1]);
          });
          const columns = drawColumns(n, share, randomSource(seed));
          expect(columns.reduce((sum, one) => sum + one, 0)).toBe(shareOf(share, n));
        }
      )
    );
  });

  it("takes each row equally often in the long run", () => {
    const [without, apart, again] = [new Float64Array(6), new Float64Array(6), new Float64Array(6)];
    const random = randomSource(1);
    for (let draw = 0; draw < 6000; draw++) {
      for (const row of drawRows(everyRow(6), 0.5, random)) without[row]++;
      for (const row of bernoulliRows(everyRow(6), 0.5, random)) apart[row]++;
      drawCounts(new Uint16Array(6), random).forEach((count, row) => (again[row] += count));
    }
    without.forEach((count) => expect(Math.abs(count - 3000)).toBeLessThan(160));
    // The first row also stands in for the 1 / 64 of draws without any row.
    apart.forEach((count, row) => expect(Math.abs(count - (row ? 3000 : 3094))).toBeLessThan(160));
    again.forEach((count) => expect(Math.abs(count - 6000)).toBeLessThan(300));
  });

  it("draws a bootstrap sample of as many rows as there are", () => {
    const counts = drawCounts(new Uint16Array(1000), randomSource(3));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
    expect(Math.abs(counts.filter((count) => count === 0).length - 1000 / Math.E)).toBeLessThan(40);
  });
});
