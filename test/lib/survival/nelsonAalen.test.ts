import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {kaplanMeier} from "../../../lib/survival/kaplanMeier.js";
import {nelsonAalen} from "../../../lib/survival/nelsonAalen.js";
import {drawn, freireich, reversed} from "./support.js";

describe("Nelson and Aalen's cumulative hazard", () => {
  it("is that of the 6-MP arm in Klein and Moeschberger (2003), table 4.2", () => {
    const points = nelsonAalen(freireich.treated, freireich.treatedEvents);
    const hazard = [0.1428, 0.2017, 0.2683, 0.3517, 0.4426, 0.5854, 0.7521];
    const variance = [0.0068, 0.0103, 0.0147, 0.0217, 0.0299, 0.0503, 0.0781];
    points.forEach((point, k) => {
      expect(Math.abs(point.hazard - hazard[k])).toBeLessThan(1e-4);
      expect(Math.abs(point.variance - variance[k])).toBeLessThan(1e-4);
      expect(point.low * point.high).toBeCloseTo(point.hazard ** 2, 12);
    });
  });

  it("rises, is at most -log of the survival, and does not mind the order of rows", () => {
    fc.assert(
      fc.property(drawn(), (rows) => {
        const points = nelsonAalen(rows.durations, rows.events);
        const {points: curve} = kaplanMeier(rows.durations, rows.events);
        points.forEach(({hazard, low, high}, k) => {
          expect(hazard).toBeGreaterThan(k > 0 ? points[k - 1].hazard : 0);
          expect(hazard).toBeLessThanOrEqual(-Math.log(curve[k].survival) + 1e-12);
          expect(low < hazard && hazard < high && high < Infinity).toBe(true);
        });
        const other = reversed(rows);
        expect(nelsonAalen(other.durations, other.events)).toEqual(points);
      }),
      {numRuns: 40}
    );
  });

  it("has no points without rows or events", () => {
    expect(nelsonAalen(new Float64Array(0), new Uint8Array(0))).toEqual([]);
    expect(nelsonAalen(Float64Array.of(1, 2), new Uint8Array(2))).toEqual([]);
  });
});
