import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {bestCampaign, campaignOutcome, campaignPayoff} from "../../../lib/decide/campaign.js";
import {bestCut, cutAt, profits, topCut} from "../../../lib/decide/cuts.js";
import type {Payoff} from "../../../lib/decide/payoff.js";
import {breakEvenPrecision, profitOf} from "../../../lib/decide/payoff.js";
import {prepareDecision} from "../../../lib/decide/prepareDecision.js";
import {confusion} from "../../../lib/metrics/confusion.js";
import {labelled} from "../metrics/support.js";

const payoff: Payoff = {
  ...{truePositive: 0, falsePositive: 0, falseNegative: 0, trueNegative: 0},
  ownValueShare: 0
};
const cents = fc.integer({min: -2000, max: 2000});
const anyPayoff = fc
  .tuple(cents, cents, cents, cents)
  .map(([truePositive, falsePositive, falseNegative, trueNegative]) => ({
    ...{truePositive, falsePositive, falseNegative, trueNegative},
    ownValueShare: 0.25
  }));
const rowsOf = (data: number[][]) => ({
  labels: data.map(([y]) => y),
  scores: data.map(([, s]) => s),
  values: data.map(([, , v]) => 800 * v)
});

/** The profit of flagging at or above a threshold, row by row. */
function byRows({labels, scores, values}: ReturnType<typeof rowsOf>, d: Payoff, threshold: number) {
  return labels.reduce((sum, label, row) => {
    const kind =
      scores[row] >= threshold ? ["falsePositive", "truePositive"] : ["trueNegative", "falseNegative"];
    const own = label && scores[row] >= threshold ? d.ownValueShare * values[row] : 0;
    return sum + d[kind[label] as keyof Payoff] + own;
  }, 0);
}

describe("the profit of a threshold", () => {
  it("is the sum over rows, at every threshold", () => {
    fc.assert(
      fc.property(labelled(2), anyPayoff, (data, d) => {
        const rows = rowsOf(data);
        const decision = prepareDecision(rows.labels, rows.scores, rows.values);
        const found = profits(decision, d);
        expect(found).toHaveLength(new Set(rows.scores).size + 1);
        [Infinity, ...decision.thresholds].forEach((threshold, i) => {
          expect(found[i]).toBeCloseTo(byRows(rows, d, threshold), 6);
          expect(cutAt(decision, d, threshold).profit).toBeCloseTo(found[i], 6);
        });
      })
    );
  });

  it("counts what the confusion matrix counts, at thresholds between scores too", () => {
    fc.assert(
      fc.property(labelled(2), fc.double({min: -0.1, max: 1.1, noNaN: true}), (data, threshold) => {
        const {labels, scores} = rowsOf(data);
        const cut = cutAt(prepareDecision(labels, scores), payoff, threshold);
        const {truePositives, falsePositives} = confusion(labels, scores, threshold);
        expect(cut.caught).toBe(truePositives);
        expect(cut.flagged).toBe(truePositives + falsePositives);
      })
    );
  });

  it("is best where no other cut is better, and flags fewest of several", () => {
    fc.assert(
      fc.property(labelled(2), anyPayoff, (data, d) => {
        const rows = rowsOf(data);
        const decision = prepareDecision(rows.labels, rows.scores, rows.values);
        const best = bestCut(decision, d);
        const found = [...profits(decision, d)];
        expect(best.profit).toBeCloseTo(Math.max(...found), 6);
        const first = found.findIndex((profit) => profit === Math.max(...found));
        expect(best.flagged).toBe(first ? decision.flagged[first - 1] : 0);
      })
    );
    const same = prepareDecision([0, 1, 0], [0.3, 0.2, 0.1]);
    expect(bestCut(same, payoff)).toMatchObject({flagged: 0, threshold: null, profit: 0});
  });

  it("of the examples of the documentation holds", () => {
    expect([...prepareDecision([1, 0, 1], [0.9, 0.4, 0.4]).caught]).toEqual([1, 2]);
    const two = prepareDecision([1, 0], [0.9, 0.4]);
    expect([...profits(two, {...payoff, truePositive: 5, falsePositive: -2})]).toEqual([0, 5, 3]);
    expect(cutAt(two, {...payoff, truePositive: 5}, 0.5).flagged).toBe(1);
    const tied = prepareDecision([1, 0], [0.5, 0.5]);
    expect(topCut(tied, {...payoff, truePositive: 5, falsePositive: -1}, 1).profit).toBe(2);
    const counts = {rows: 9, positives: 2, flagged: 3, caught: 1, caughtValue: 0};
    expect(profitOf({...payoff, truePositive: 500, falsePositive: -100}, counts)).toBe(300);
    expect(breakEvenPrecision({...payoff, truePositive: 900, falsePositive: -100})).toBe(0.1);
  });
});

describe("the first k rows", () => {
  it("through ties are the mean over all orders of the tied rows", () => {
    fc.assert(
      fc.property(labelled(2, 1, 5), fc.integer({min: 0, max: 6}), anyPayoff, (data, k, d) => {
        const rows = rowsOf(data);
        const orders = permutations(rows.labels.map((_, row) => row)).filter((order) =>
          order.every((row, i) => !i || rows.scores[row] <= rows.scores[order[i - 1]])
        );
        const mean =
          orders.reduce((sum, order) => {
            const chosen = new Set(order.slice(0, k));
            const as = rows.scores.map((_, row) => Number(chosen.has(row)));
            return sum + byRows({...rows, scores: as}, d, 1);
          }, 0) / orders.length;
        const cut = topCut(prepareDecision(rows.labels, rows.scores, rows.values), d, k);
        expect(cut.profit).toBeCloseTo(mean, 6);
        expect(cut.flagged).toBe(Math.min(k, data.length));
      })
    );
  });

  it("are none at 0 and all beyond the last", () => {
    const decision = prepareDecision([1, 0, 1], [0.9, 0.4, 0.1]);
    expect(topCut(decision, payoff, 0)).toMatchObject({flagged: 0, caught: 0, threshold: null});
    expect(topCut(decision, payoff, -3)).toMatchObject({flagged: 0, caught: 0});
    expect(topCut(decision, payoff, 99)).toMatchObject({flagged: 3, caught: 2, threshold: 0.1});
  });
});

describe("the break-even precision", () => {
  it("is where flagging and leaving alone are worth the same", () => {
    fc.assert(
      fc.property(anyPayoff, fc.integer({min: 0, max: 5000}), (d, value) => {
        const share = breakEvenPrecision(d, value);
        const gain = (p: number) =>
          p * (d.truePositive + d.ownValueShare * value - d.falseNegative) +
          (1 - p) * (d.falsePositive - d.trueNegative);
        if (share === null) expect(Math.min(gain(0), gain(1))).toBeLessThanOrEqual(0);
        else if (share === 0) expect(Math.min(gain(0), gain(1))).toBeGreaterThanOrEqual(0);
        else {
          expect(gain(share)).toBeCloseTo(0, 6);
          expect(gain(1)).toBeGreaterThan(0);
        }
      })
    );
  });

  it("is the best threshold for true probabilities", () => {
    const scores = Array.from({length: 999}, (_, i) => (i + 1) / 1000);
    const costs = {...payoff, truePositive: 700, falsePositive: -300};
    const best = bestCut(prepareDecision(scores, scores), costs);
    expect(best.threshold).toBeCloseTo(breakEvenPrecision(costs)! + 0.001, 12);
  });
});

describe("a campaign", () => {
  const labels = [1, 0, 1, 0, 0];
  const scores = [0.9, 0.8, 0.7, 0.6, 0.5];
  const terms = {contactCents: 200, wrongFlagCents: 50, saveRate: 0.5, savedValue: 1000};

  it("brings what is worked out by hand", () => {
    const outcome = campaignOutcome(prepareDecision(labels, scores), terms, 3);
    expect(outcome).toMatchObject({
      ...{rows: 5, positives: 2, flagged: 3, caught: 2, saved: 1, threshold: 0.7},
      ...{cost: 650, won: 1000, profit: 350, precision: 2 / 3, breakEvenSaveRate: 0.325}
    });
    // A precision of p wins 500 p and costs 200 + 50 (1 - p).
    expect(outcome.breakEvenPrecision).toBeCloseTo(250 / 550, 12);
    const free = {contactCents: 100, wrongFlagCents: 0, saveRate: 0.5, savedValue: 1000};
    expect(campaignOutcome(prepareDecision([1, 0], [0.9, 0.4]), free, 1).profit).toBe(400);
    expect(campaignPayoff({...terms, saveRate: 0.1, savedValue: 16000}).truePositive).toBe(1400);
  });

  it("takes each customer's own value", () => {
    const decision = prepareDecision(labels, scores, [100, 9999, 4000, 1, 1]);
    const outcome = campaignOutcome(decision, {...terms, savedValue: "own"}, 3);
    expect(outcome).toMatchObject({won: 2050, cost: 650, profit: 1400});
    expect(outcome.breakEvenSaveRate).toBeCloseTo(650 / 4100, 12);
    expect(outcome.breakEvenPrecision).toBeCloseTo(250 / (0.5 * 2050 + 50), 12);
    const equal = campaignOutcome(prepareDecision(labels, scores, Array<number>(5).fill(1000)), terms, 3);
    expect(campaignOutcome(decision, {...terms, saveRate: 0}, 3).profit).toBe(-650);
    expect(equal.profit).toBe(350);
  });

  it("stops where another contact no longer pays, or at its capacity", () => {
    const decision = prepareDecision(labels, scores);
    expect(bestCampaign(decision, terms, 5)).toMatchObject({flagged: 3, profit: 350});
    expect(bestCampaign(decision, terms, 2)).toMatchObject({flagged: 1, profit: 300});
    expect(bestCampaign(decision, terms, 0)).toMatchObject({flagged: 0, profit: 0});
    expect(bestCampaign(decision, {...terms, savedValue: 10}, 5)).toMatchObject({flagged: 0, profit: 0});
    const tied = prepareDecision([1, 1, 0], [0.5, 0.5, 0.5]);
    expect(bestCampaign(tied, terms, 2).flagged).toBe(2);
  });

  it("pays people to be contacted where costs are negative", () => {
    const outcome = campaignOutcome(prepareDecision(labels, scores), {...terms, contactCents: -100}, 99);
    expect(outcome).toMatchObject({flagged: 5, cost: -350, profit: 1350, breakEvenPrecision: 0});
    expect(outcome.breakEvenSaveRate).toBe(0);
  });

  it("of one class, of nobody and of nothing to win has no NaN", () => {
    for (const y of [[], [0, 0], [1, 1]]) {
      const decision = prepareDecision(y, y.map(() => 0.5)); // prettier-ignore
      for (const k of [0, 1, 9])
        for (const value of Object.values(campaignOutcome(decision, terms, k))) expect(value).not.toBeNaN();
      expect(Number.isFinite(bestCut(decision, payoff).profit)).toBe(true);
    }
    expect(campaignOutcome(prepareDecision([0, 0], [0, 1]), terms, 1)).toMatchObject({
      ...{precision: 0, breakEvenSaveRate: null, profit: -250}
    });
    expect(() => prepareDecision([0, 1], [0.5, NaN])).toThrow("no finite number in row 1: NaN");
    expect(() => prepareDecision([0, 1], [0.5])).toThrow(RangeError);
  });
});

function permutations(values: number[]): number[][] {
  return values.length < 2
    ? [values]
    : values.flatMap((value, i) =>
        permutations([...values.slice(0, i), ...values.slice(i + 1)]).map((rest) => [value, ...rest])
      );
}
