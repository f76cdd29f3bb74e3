import {describe, expect, it} from "vitest";
import {campaignPayoff} from "../../../lib/decide/campaign.js";
import {cutAt, topCut} from "../../../lib/decide/cuts.js";
import {prepareDecision} from "../../../lib/decide/prepareDecision.js";
import {profitCurve} from "../../../lib/decide/profitCurve.js";
import {resampleDecision} from "../../../lib/decide/resampleDecision.js";
import {finish} from "../../../lib/learn/finish.js";
import {drawCounts} from "../../../lib/random/drawCounts.js";
import {randomSource} from "../../../lib/random/source.js";

const random = randomSource(5);
const scores = Array.from({length: 600}, () => Math.round(50 * random()) / 50);
const labels = scores.map((p) => Number(random() < 0.4 * p));
const values = scores.map(() => Math.round(20_000 * random()));
const decision = prepareDecision(labels, scores, values);
const payoff = campaignPayoff({contactCents: 300, wrongFlagCents: 100, saveRate: 0.2, savedValue: "own"});
const matrix = {
  ...{truePositive: 900, falsePositive: -200, falseNegative: -500, trueNegative: 10},
  ownValueShare: 0
};
const resample = (by: "rows" | "threshold", seed = 1, resamples = 300) =>
  finish(resampleDecision(decision, {random: randomSource(seed), by, resamples, points: 20}));

describe("the profit curve", () => {
  it("passes through the profit of each number of rows, ties shared", () => {
    for (const point of profitCurve(resample("rows"), payoff)) {
      const cut = topCut(decision, payoff, point.flagged);
      expect(point.profit).toBeCloseTo(cut.profit, 6);
      expect(point.threshold).toBe(cut.threshold);
      expect(point.share).toBeCloseTo(point.flagged / 600, 12);
    }
  });

  it("passes through the profit of each threshold", () => {
    const curve = profitCurve(resample("threshold"), matrix);
    expect(curve.length).toBeGreaterThan(15);
    for (const point of curve) {
      const cut = cutAt(decision, matrix, point.threshold ?? Infinity);
      expect(point.profit).toBeCloseTo(cut.profit, 6);
      expect(point.flagged).toBe(cut.flagged);
    }
  });

  it("has a band as wide as the closed form, to a fifth, around the curve", () => {
    const threshold = 0.5;
    const of = scores.map((score, row) =>
      score >= threshold ? (labels[row] ? 900 : -200) : labels[row] ? -500 : 10
    );
    const mean = of.reduce((sum, d) => sum + d, 0) / 600;
    const deviation = Math.sqrt(of.reduce((sum, d) => sum + (d - mean) ** 2, 0) / 600);
    const half = 1.959964 * deviation * Math.sqrt(600);
    const resampled = finish(
      resampleDecision(decision, {random: randomSource(2), by: "threshold", resamples: 1000, points: 50})
    );
    const point = profitCurve(resampled, matrix).find((d) => d.threshold === threshold)!;
    expect((point.high - point.low) / (2 * half)).toBeGreaterThan(0.8);
    expect((point.high - point.low) / (2 * half)).toBeLessThan(1.2);
    for (const d of profitCurve(resample("rows"), payoff)) {
      expect(d.low).toBeLessThanOrEqual(d.profit);
      expect(d.high).toBeGreaterThanOrEqual(d.profit);
    }
  });

  it("counts each resample as if its rows were written out", () => {
    const few = {labels: labels.slice(0, 40), scores: scores.slice(0, 40), values: values.slice(0, 40)};
    const sorted = few.scores.map((_, row) => row).sort((p, q) => few.scores[q] - few.scores[p]);
    for (const by of ["rows", "threshold"] as const) {
      const whole = prepareDecision(few.labels, few.scores, few.values);
      const options = {random: randomSource(8), by, resamples: 3, points: 8};
      const drawn = finish(resampleDecision(whole, options));
      const draws = randomSource(8);
      const counts = new Uint16Array(40);
      for (let draw = 1; draw <= 3; draw++) {
        drawCounts(counts, draws);
        const rows = [...counts].flatMap((count, rank) => Array<number>(count).fill(sorted[rank]));
        const of = (column: number[]) => rows.map((row) => column[row]);
        const written = prepareDecision(of(few.labels), of(few.scores), of(few.values));
        drawn.cuts.forEach((k, index) => {
          const threshold = Number.isNaN(drawn.thresholds[index]) ? Infinity : drawn.thresholds[index];
          const cut = by === "rows" ? topCut(written, payoff, k) : cutAt(written, payoff, threshold);
          const at = draw * drawn.cuts.length + index;
          expect(drawn.flagged[at]).toBe(cut.flagged);
          expect(drawn.caught[at]).toBeCloseTo(cut.caught, 9);
          expect(drawn.caughtValue[at]).toBeCloseTo(cut.caughtValue, 6);
          expect(drawn.positives[draw]).toBe(cut.positives);
        });
      }
    }
  });

  it("is the same for the same seed, and another for another", () => {
    expect(profitCurve(resample("rows", 3), payoff)).toEqual(profitCurve(resample("rows", 3), payoff));
    expect(profitCurve(resample("rows", 3), payoff)).not.toEqual(profitCurve(resample("rows", 4), payoff));
  });

  it("costs nothing at nobody but what is missed", () => {
    const [first] = profitCurve(resample("rows"), payoff);
    expect(first).toEqual({flagged: 0, share: 0, threshold: null, profit: 0, low: 0, high: 0});
    const missed = labels.filter(Boolean).length;
    expect(profitCurve(resample("rows"), matrix)[0].profit).toBe(-500 * missed + 10 * (600 - missed));
  });

  it("of ties, one class, one row and no rows has no NaN", () => {
    for (const [y, s] of [
      [[], []],
      [[1], [0.4]],
      [[0, 0, 0], [0.2, 0.2, 0.2]], // prettier-ignore
      [[1, 1], [0, 1]] // prettier-ignore
    ])
      for (const by of ["rows", "threshold"] as const) {
        const resampled = finish(
          resampleDecision(prepareDecision(y, s), {random: randomSource(1), by, resamples: 9})
        );
        const curve = profitCurve(resampled, matrix);
        expect(curve.length).toBeGreaterThan(0);
        for (const point of curve) for (const value of Object.values(point)) expect(value).not.toBeNaN();
        expect(curve.at(-1)?.flagged).toBe(y.length);
      }
  });

  it("gives way while it draws", () => {
    const steps = [...resampleDecision(decision, {random: randomSource(1), by: "rows", resamples: 10})];
    expect(steps).toHaveLength(11);
    expect(steps[10].share).toBeLessThan(1);
  });
});
