import {describe, expect, it} from "vitest";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {rocAucInterval} from "../../../lib/metrics/rocAucInterval.js";

/** Marsaglia's xorshift32, so that the test draws the same rows every time. */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const random = seeded(7);
const labels = Array.from({length: 600}, () => Number(random() < 0.3));
const scores = labels.map((label) => label * 0.3 + random());

/** DeLong, DeLong and Clarke-Pearson (1988): the closed form of the AUC's variance. */
function deLongDeviation() {
  const of = (label: number) => scores.filter((_, row) => labels[row] === label);
  const [negatives, positives] = [of(0), of(1)];
  const placements = (these: number[], those: number[], sign: number) =>
    these.map((a) => those.reduce((sum, b) => sum + (Math.sign(sign * (a - b)) + 1) / 2, 0) / those.length);
  const variance = (values: number[]) => {
    const mean = values.reduce((sum, d) => sum + d, 0) / values.length;
    return values.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (values.length - 1);
  };
  const up = placements(positives, negatives, 1);
  const down = placements(negatives, positives, -1);
  return Math.sqrt(variance(up) / up.length + variance(down) / down.length);
}

describe("the bootstrap interval of the AUC", () => {
  it("is as wide as DeLong's closed form, to a tenth", () => {
    const interval = rocAucInterval(labels, scores, {random: seeded(1), resamples: 2000})!;
    const auc = rocAuc(labels, scores)!;
    const half = 1.959964 * deLongDeviation();
    expect((interval.high - interval.low) / (2 * half)).toBeGreaterThan(0.9);
    expect((interval.high - interval.low) / (2 * half)).toBeLessThan(1.1);
    expect(Math.abs((interval.high + interval.low) / 2 - auc)).toBeLessThan(0.1 * half);
  });

  it("is the same for the same seed and another for another", () => {
    const draw = (seed: number) => rocAucInterval(labels, scores, {random: seeded(seed), resamples: 50});
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  it("is null where there is nothing to compare", () => {
    expect(rocAucInterval([0, 1], [0.1, 0.9], {random: () => 0.3})).toBeNull();
    expect(rocAucInterval([0, 0], [0.1, 0.9], {random: seeded(1), resamples: 10})).toBeNull();
    expect(rocAucInterval([], [], {random: seeded(1), resamples: 10})).toBeNull();
  });
});
