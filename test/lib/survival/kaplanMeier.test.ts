import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {byGroup} from "../../../lib/survival/byGroup.js";
import {cumulativeIncidence} from "../../../lib/survival/cumulativeIncidence.js";
import {kaplanMeier} from "../../../lib/survival/kaplanMeier.js";
import {numberAtRisk} from "../../../lib/survival/numberAtRisk.js";
import {quantileTime} from "../../../lib/survival/quantileTime.js";
import {restrictedMean} from "../../../lib/survival/restrictedMean.js";
import {survivalAt} from "../../../lib/survival/survivalAt.js";
import {columns, drawn, expected, freireich, grouped, reversed} from "./support.js";

const aml = columns("aml.csv");
const amlArms = byGroup(
  aml.numbers("time"),
  Uint8Array.from(aml.numbers("status")),
  grouped(aml.text("x"), "Maintained", "Nonmaintained")
);
const lung = columns("lung.csv");
const lungArms = byGroup(
  lung.numbers("time"),
  Uint8Array.from(lung.numbers("status")),
  grouped(lung.text("sex"), "1", "2")
);

describe("Kaplan and Meier's curve, as R's survfit has it", () => {
  it("has the table of the aml data, with Greenwood's standard errors", () => {
    const {strata, time, n_risk, surv, se_greenwood} = expected.aml_km;
    const points = amlArms.flatMap(({name, durations, events}) =>
      kaplanMeier(durations, events).points.map((point) => ({...point, name: `x=${name}`}))
    );
    expect(points.map(({name}) => name)).toEqual(strata);
    expect(points.map((point) => point.time)).toEqual(time);
    expect(points.map(({atRisk}) => atRisk)).toEqual(n_risk);
    points.forEach(({survival, standardError}, k) => {
      expect(survival).toBeCloseTo(surv[k], 11);
      if (se_greenwood[k] === null) expect(standardError).toBeNull();
      else expect(standardError).toBeCloseTo(se_greenwood[k], 11);
    });
  });

  it("has the medians of aml and lung, and of lung the intervals, on R's default scale", () => {
    const medians = (arms: typeof amlArms) =>
      arms.map(({durations, events}) => quantileTime(kaplanMeier(durations, events, "log"), 0.5));
    expect(medians(amlArms).map(({time}) => time)).toEqual(expected.aml_median);
    const {median, median_ci_lower, median_ci_upper} = expected.lung_sex;
    expect(medians(lungArms)).toEqual(
      median.map((time, k) => ({time, low: median_ci_lower[k], high: median_ci_upper[k]}))
    );
  });

  it("has the survival of lung at 180, 365 and 540 days", () => {
    const found = lungArms.flatMap(({durations, events}) => {
      const curve = kaplanMeier(durations, events);
      return [180, 365, 540].map((time) => survivalAt(curve, time));
    });
    found.forEach((at, k) => {
      expect(at?.survival).toBeCloseTo(expected.lung_sex.surv_at_180_365_540_male_female[k], 11);
      expect(at?.standardError).toBeCloseTo(expected.lung_sex.se[k], 11);
    });
  });

  it("has the log-log limits of the 6-MP arm that SAS and R print to three digits", () => {
    const {points} = kaplanMeier(freireich.treated, freireich.treatedEvents);
    const low = [0.62, 0.563, 0.503, 0.432, 0.368, 0.268, 0.188];
    const high = [0.952, 0.923, 0.889, 0.849, 0.805, 0.747, 0.68];
    points.forEach((point, k) => {
      expect(point.low).toBeCloseTo(low[k], 3);
      expect(point.high).toBeCloseTo(high[k], 3);
    });
    expect(points.map(({censored}) => censored)).toEqual([0, 1, 1, 2, 0, 3, 0]);
  });

  it("has aml's restricted means up to 161 weeks: 52.6 (19.83) and 22.7 (4.18)", () => {
    const [maintained, not] = amlArms.map(({durations, events}) =>
      restrictedMean(kaplanMeier(durations, events), 161)
    );
    expect(maintained?.mean).toBeCloseTo(52.6, 1);
    expect(maintained?.standardError).toBeCloseTo(19.83, 2);
    expect(not?.mean).toBeCloseTo(22.7, 1);
    expect(not?.standardError).toBeCloseTo(4.18, 2);
  });

  it("has the median of lifelines' walton data: 56", () => {
    const {numbers} = columns("waltons_dataset.csv");
    const curve = kaplanMeier(numbers("T"), Uint8Array.from(numbers("E")));
    expect(quantileTime(curve, 0.5).time).toBe(56);
  });
});

describe("the curve of any observations", () => {
  it("falls, stays within its limits, accounts for every row and does not mind their order", () => {
    fc.assert(
      fc.property(drawn(), (rows) => {
        const curve = kaplanMeier(rows.durations, rows.events);
        let [before, left] = [1, curve.rows];
        for (const {survival, low, high, atRisk, events, censored} of curve.points) {
          expect(survival).toBeLessThan(before);
          if (survival > 0) {
            expect(low).toBeLessThanOrEqual(survival);
            expect(high).toBeGreaterThanOrEqual(survival);
          } else expect([low, high]).toEqual([null, null]);
          expect(atRisk).toBe(left - censored);
          [before, left] = [survival, atRisk - events];
        }
        const other = reversed(rows);
        expect(kaplanMeier(other.durations, other.events)).toEqual(curve);
        expect([
          ...numberAtRisk(
            rows.durations,
            curve.points.map(({time}) => time)
          )
        ]).toEqual(curve.points.map(({atRisk}) => atRisk));
      }),
      {numRuns: 60}
    );
  });

  it("is the share still going where nothing is censored, and its area the mean", () => {
    fc.assert(
      fc.property(drawn(), ({durations}) => {
        const curve = kaplanMeier(durations, new Uint8Array(durations.length).fill(1));
        for (const {time, survival} of curve.points)
          expect(survival).toBeCloseTo(
            durations.filter((value) => value > time).length / durations.length,
            12
          );
        const mean = durations.reduce((sum, value) => sum + value, 0) / durations.length;
        expect(restrictedMean(curve, curve.lastTime)?.mean).toBeCloseTo(mean, 10);
      }),
      {numRuns: 40}
    );
  });

  it("turns into a share that rises from 0 to the end", () => {
    fc.assert(
      fc.property(drawn(), ({durations, events}) => {
        const curve = kaplanMeier(durations, events);
        const rows = cumulativeIncidence(curve);
        expect(rows[0].time).toBe(0);
        expect(rows.at(-1)?.time).toBe(curve.lastTime);
        rows.forEach(({share, low, high}, k) => {
          expect(share).toBeGreaterThanOrEqual(k > 0 ? rows[k - 1].share : 0);
          if (low !== null) expect(low).toBeLessThanOrEqual(share + 1e-12);
          if (high !== null) expect(high).toBeGreaterThanOrEqual(share - 1e-12);
        });
      }),
      {numRuns: 40}
    );
  });
});

describe("a curve at its ends", () => {
  it("is empty without rows, and level without events", () => {
    const none = kaplanMeier(new Float64Array(0), new Uint8Array(0));
    expect(none).toEqual({rows: 0, events: 0, lastTime: 0, points: []});
    expect(cumulativeIncidence(none)).toEqual([]);
    expect([survivalAt(none, 0), restrictedMean(none, 0)]).toEqual([null, null]);
    const level = kaplanMeier(Float64Array.of(3, 5), new Uint8Array(2));
    expect(level.points).toEqual([]);
    expect(survivalAt(level, 5)).toEqual({survival: 1, standardError: 0, low: 1, high: 1});
    expect(quantileTime(level, 0.5)).toEqual({time: null, low: null, high: null});
    expect(restrictedMean(level, 4)).toEqual({mean: 4, standardError: 0, low: 4, high: 4});
    expect(cumulativeIncidence(level).map(({time, share}) => [time, share])).toEqual([
      [0, 0],
      [5, 0]
    ]);
  });

  it("is unknown after the last censored row, and 0 after a last event", () => {
    const open = kaplanMeier(Float64Array.of(1, 3), Uint8Array.of(1, 0));
    expect([survivalAt(open, 3)?.survival, survivalAt(open, 3.5)]).toEqual([0.5, null]);
    expect(restrictedMean(open, 3.5)).toBeNull();
    expect(quantileTime(open, 0.9).time).toBeNull();
    const closed = kaplanMeier(Float64Array.of(2, 2), Uint8Array.of(1, 1));
    expect(closed.points).toEqual([
      {time: 2, atRisk: 2, events: 2, censored: 0, survival: 0, standardError: null, low: null, high: null}
    ]);
    expect(survivalAt(closed, 9)?.survival).toBe(0);
    expect(restrictedMean(closed, 9)?.mean).toBe(2);
    expect(cumulativeIncidence(closed).map(({share}) => share)).toEqual([0, 1]);
  });

  it("has its median in the middle of a level stretch at one half", () => {
    expect(quantileTime(kaplanMeier(Float64Array.of(1, 3), Uint8Array.of(1, 1)), 0.5).time).toBe(2);
    expect(quantileTime(kaplanMeier(Float64Array.of(1, 4), Uint8Array.of(1, 0)), 0.5).time).toBe(2.5);
  });

  it("takes events at time 0", () => {
    const curve = kaplanMeier(Float64Array.of(0, 2), Uint8Array.of(1, 0));
    expect(survivalAt(curve, 0)?.survival).toBe(0.5);
    expect(cumulativeIncidence(curve).map(({time, share}) => [time, share])).toEqual([
      [0, 0.5],
      [2, 0.5]
    ]);
  });

  it("throws at what is no observation", () => {
    expect(() => kaplanMeier(Float64Array.of(NaN), Uint8Array.of(1))).toThrow("duration of row 0");
    expect(() => kaplanMeier(Float64Array.of(-1), Uint8Array.of(1))).toThrow("duration of row 0");
    expect(() => kaplanMeier(Float64Array.of(1), Uint8Array.of(2))).toThrow("event of row 0");
    expect(() => kaplanMeier(Float64Array.of(1), new Uint8Array(0))).toThrow("as many events");
  });
});
