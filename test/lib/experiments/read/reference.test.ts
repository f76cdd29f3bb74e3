import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {adjust} from "../../../../lib/experiments/read/adjust.js";
import {chiSquareTest} from "../../../../lib/experiments/read/chiSquare.js";
import {cuped} from "../../../../lib/experiments/read/cuped.js";
import {fisher} from "../../../../lib/experiments/read/fisher.js";
import {mannWhitney} from "../../../../lib/experiments/read/mannWhitney.js";
import {relativeLift, student, welch} from "../../../../lib/experiments/read/means.js";
import {binomialTest, clopperPearson, wilson} from "../../../../lib/experiments/read/oneProportion.js";
import {differenceInterval} from "../../../../lib/experiments/read/proportionIntervals.js";
import {sampleRatio} from "../../../../lib/experiments/read/sampleRatio.js";
import type {Statistic} from "../../../../lib/experiments/read/statistic.js";
import {meanStatistic, proportionStatistic} from "../../../../lib/experiments/read/statistic.js";
import {twoProportions} from "../../../../lib/experiments/read/twoProportions.js";
import type {Sides} from "../../../../lib/experiments/arms.js";
import {referenceDir} from "../../../support/paths.js";
import {close, given, statisticOf} from "./support.js";

type Pair = [number, number];
interface Prop {
  x1: number;
  n1: number;
  x2: number;
  n2: number;
}
interface RReference {
  prop_test: (Prop & {
    chisq: number;
    p: number;
    ci_p1_minus_p2: Pair;
    chisq_yates: number;
    p_yates: number;
    fisher_p: number;
    fisher_or: number;
  })[];
  fisher_tea: {p: number; or: number};
  sleep: {
    x: number[];
    y: number[];
    welch: {t: number; df: number; p: number; ci: Pair};
    student: {t: number; df: number; p: number};
    wilcoxon_cc: {W: number; p: number};
  };
  chisq_hair_eye: {table: number[][]; X2: number; df: number; p: number};
  srm: {counts: number[]; weights: number[]; X2: number; df: number; p: number}[];
  p_adjust: Record<"p" | "bonferroni" | "holm" | "BH" | "BY", number[]>[];
  binom_test_mendel: {x: number; n: number; p0: number; p: number; ci: Pair};
}
interface Statsmodels {
  ztest: (Prop & {
    z_pooled: number;
    p_value: number;
    ci_p2_minus_p1: Record<"wald" | "agresti-caffo" | "newcomb" | "score", Pair>;
    wilson_1: Pair;
    clopper_1: Pair;
  })[];
}
interface GrowthBookArm {
  n: number;
  sum: number;
  sum_squares?: number;
}
interface GrowthBookCase {
  kind?: "proportion";
  a: GrowthBookArm;
  b: GrowthBookArm;
  side?: Sides;
  difference: "relative" | "absolute";
  expected?: number;
  sd?: number;
  ci: [number | string, number | string];
  p: number;
}
interface Cuped {
  pre: number[];
  post: number[];
  group: number[];
  theta: number;
  variance_reduction: number;
  adjusted: number[];
  welch_adjusted: {diff: number; t: number; p: number};
}

const directory = `${referenceDir}/ab`;
const read = <T>(file: string): T => JSON.parse(readFileSync(`${directory}/${file}`, "utf8")) as T;
const pair = ({x1, n1, x2, n2}: Prop) =>
  [
    {name: "a", users: n1, converted: x1},
    {name: "b", users: n2, converted: x2}
  ] as const;

describe("R 4.2.2", () => {
  const r = read<RReference>("r_reference.json");

  it("gives the same prop.test, chisq.test and fisher.test", () => {
    for (const row of r.prop_test) {
      const [a, b] = pair(row);
      const z = given(twoProportions(a, b));
      close(z.z ** 2, row.chisq);
      close(z.p, row.p);
      const table = [
        [row.x1, row.n1 - row.x1],
        [row.x2, row.n2 - row.x2]
      ];
      close(given(chiSquareTest(table)).statistic, row.chisq);
      close(given(chiSquareTest(table, true)).statistic, row.chisq_yates);
      close(given(chiSquareTest(table, true)).p, row.p_yates);
      const exact = fisher(b, a);
      close(exact.p, row.fisher_p);
      expect(Math.abs((exact.oddsRatio ?? NaN) - row.fisher_or)).toBeLessThan(
        1e-4 * Math.max(row.fisher_or, 1e-3)
      );
      const {low, high} = differenceInterval(b, a, "wald");
      close(low, row.ci_p1_minus_p2[0]);
      close(high, row.ci_p1_minus_p2[1]);
    }
    const tea = fisher({name: "a", users: 4, converted: 1}, {name: "b", users: 4, converted: 3}, "greater");
    close(tea.p, r.fisher_tea.p);
    close(tea.oddsRatio, r.fisher_tea.or, 1e-5);
  });

  it("gives the same t.test and wilcox.test of sleep", () => {
    const {x, y, welch: w, student: s, wilcoxon_cc: ranks} = r.sleep;
    const mine = given(welch(statisticOf("y", y), statisticOf("x", x)));
    close(mine.t, w.t);
    close(mine.df, w.df);
    close(mine.p, w.p);
    close(mine.interval.low, w.ci[0]);
    close(mine.interval.high, w.ci[1]);
    close(given(student(statisticOf("y", y), statisticOf("x", x))).p, s.p);
    close(given(mannWhitney(y, x)).w, ranks.W);
    close(given(mannWhitney(y, x)).p, ranks.p);
  });

  it("gives the same chisq.test of hair and eyes, and of splits", () => {
    const hair = given(chiSquareTest(r.chisq_hair_eye.table));
    close(hair.statistic, r.chisq_hair_eye.X2);
    expect(hair.df).toBe(9);
    close(hair.p, r.chisq_hair_eye.p);
    for (const {counts, weights, X2, df, p} of r.srm) {
      const split = given(sampleRatio(counts, weights));
      close(split.statistic, X2);
      close(split.p, p);
      expect(split.df).toBe(df);
      expect(split.alarm).toBe(p < 0.001);
    }
  });

  it("shows where a split of many users differs from the plan", () => {
    const {alarm, sentence} = given(sampleRatio([1_000_200_000, 1_000_000_000], [1, 1]));
    expect(alarm).toBe(true);
    expect(sentence).toContain(
      "50.005\u00a0% / 49.995\u00a0% of the users are in the arms where 50.000\u00a0% / 50.000\u00a0%"
    );
  });

  it("gives the same p.adjust and binom.test", () => {
    for (const row of r.p_adjust)
      for (const method of ["bonferroni", "holm", "BH", "BY"] as const)
        adjust(row.p, method).forEach((p, i) => close(p, row[method][i]));
    const {x, n, p0, p, ci} = r.binom_test_mendel;
    close(binomialTest(x, n, p0), p);
    close(clopperPearson(x, n).low, ci[0]);
    close(clopperPearson(x, n).high, ci[1]);
  });
});

/**
 * The end of statsmodels 0.13.5's score interval: its cubic has `count0 * diff` where Miettinen and Nurminen have
 * `nobs0 * diff`, so that its rates are not quite the likeliest; mended, it gives what is expected here.
 */
function statsmodelsScore({x1, n1, x2, n2, mend = false}: Prop & {mend?: boolean}, side: 1 | -1): number {
  const [nobs, count] = [n1 + n2, x1 + x2];
  const score = (diff: number) => {
    const tmp2 = (n2 + 2 * n1) * diff - nobs - count;
    const tmp1 = ((mend ? n1 : x1) * diff - nobs - 2 * x1) * diff + count;
    const tmp0 = x1 * diff * (1 - diff);
    const q = (tmp2 / (3 * nobs)) ** 3 - (tmp1 * tmp2) / (6 * nobs ** 2) + tmp0 / (2 * nobs);
    const p = Math.sign(q) * Math.sqrt((tmp2 / (3 * nobs)) ** 2 - tmp1 / (3 * nobs));
    const low = 2 * p * Math.cos((Math.PI + Math.acos(q / p ** 3)) / 3) - tmp2 / (3 * nobs);
    const variance = ((low + diff) * (1 - low - diff)) / n2 + (low * (1 - low)) / n1;
    return (x2 / n2 - x1 / n1 - diff) / Math.sqrt((variance * nobs) / (nobs - 1));
  };
  let [inside, outside] = [x2 / n2 - x1 / n1, x2 / n2 - x1 / n1 + side * 0.3];
  for (let i = 0; i < 60; i++) {
    const middle = (inside + outside) / 2;
    if (Math.abs(score(middle)) > 1.959963984540054) outside = middle;
    else inside = middle;
  }
  return inside;
}

describe("Newcombe's examples", () => {
  it.each([
    [56, 70, 48, 80, "score", 0.0528, 0.3382],
    [56, 70, 48, 80, "newcombe", 0.0524, 0.3339],
    [9, 10, 3, 10, "score", 0.17, 0.8406],
    [9, 10, 3, 10, "newcombe", 0.1705, 0.809],
    [10, 10, 0, 20, "newcombe", 0.6791, 1],
    [10, 10, 0, 10, "score", 0.6636, 1]
  ] as const)("%i/%i less %i/%i by %s", (x2, n2, x1, n1, method, low, high) => {
    const [a, b] = pair({x1, n1, x2, n2});
    const mine = differenceInterval(a, b, method);
    expect(mine.low).toBeCloseTo(low, 4);
    expect(mine.high).toBeCloseTo(high, 4);
  });
});

describe("statsmodels 0.13.5", () => {
  it("gives the same z-test and intervals", () => {
    for (const row of read<Statsmodels>("statsmodels.json").ztest) {
      const [a, b] = pair(row);
      close(-given(twoProportions(a, b)).z, row.z_pooled);
      for (const [theirs, mine] of [
        ["wald", "wald"],
        ["agresti-caffo", "agresti-caffo"],
        ["newcomb", "newcombe"]
      ] as const) {
        const {low, high} = differenceInterval(a, b, mine);
        close(low, row.ci_p2_minus_p1[theirs][0]);
        close(high, row.ci_p2_minus_p1[theirs][1]);
      }
      const score = differenceInterval(a, b, "score");
      const [low, high] = row.ci_p2_minus_p1.score;
      close(score.low, low, 0.05);
      close(score.high, high, 0.05);
      close(statsmodelsScore(row, 1), high, 1e-6);
      close(statsmodelsScore(row, -1), low, 1e-6);
      close(statsmodelsScore({...row, mend: true}, 1), score.high ?? NaN, 1e-9);
      close(statsmodelsScore({...row, mend: true}, -1), score.low ?? NaN, 1e-9);
      close(wilson(row.x1, row.n1).low, row.wilson_1[0]);
      close(wilson(row.x1, row.n1).high, row.wilson_1[1]);
      close(clopperPearson(row.x1, row.n1).low, row.clopper_1[0]);
      close(clopperPearson(row.x1, row.n1).high, row.clopper_1[1]);
    }
  });
});

describe("GrowthBook", () => {
  const cases = read<{
    two_sided: GrowthBookCase[];
    one_sided: GrowthBookCase[];
    relative_diff: Record<"a" | "b" | "v", number>[];
  }>("growthbook_cases.json");
  const arm = (name: string, {n, sum, sum_squares = 0}: GrowthBookArm, kind?: string): Statistic =>
    given(
      kind === "proportion"
        ? proportionStatistic({name, users: n, converted: sum})
        : meanStatistic({name, users: n, sum, sumSquares: sum_squares})
    );

  it("gives the same two-sided t-tests, absolute and relative, to the five digits that it prints", () => {
    for (const {a, b, kind, difference, expected, ci, sd, p} of cases.two_sided) {
      const test = difference === "relative" ? relativeLift : welch;
      const mine = given(test(arm("a", a, kind), arm("b", b, kind)));
      const five = [mine.estimate, mine.standardError, mine.p, mine.interval.low, mine.interval.high];
      [expected ?? NaN, sd ?? NaN, p, ...ci].forEach((value, i) =>
        expect(Math.abs((five[i] ?? NaN) - Number(value))).toBeLessThanOrEqual(5.1e-6)
      );
    }
  });

  it("gives the same one-sided t-tests", () => {
    const [{a, b}] = cases.one_sided;
    for (const {side, difference, ci, p} of cases.one_sided) {
      const test = difference === "relative" ? relativeLift : welch;
      const mine = given(test(arm("a", a), arm("b", b), {sides: side}));
      close(mine.p, p);
      if (side === "greater") {
        close(mine.interval.low, Number(ci[0]));
        expect(mine.interval.high).toBeNull();
      } else {
        close(mine.interval.high, Number(ci[1]));
        expect(mine.interval.low).toBeNull();
      }
    }
  });

  it("is relative to the size of what is negative", () => {
    for (const {a, b, v} of cases.relative_diff) {
      const lift = relativeLift(
        {name: "a", n: 9, mean: a, variance: 1},
        {name: "b", n: 9, mean: b, variance: 1}
      );
      close(given(lift).estimate, v);
    }
  });
});

describe("CUPED", () => {
  it("gives what numpy and scipy give", () => {
    const {pre, post, group, ...expected} = read<Cuped>("cuped.json");
    const mine = given(cuped(Float64Array.from(post), Float64Array.from(pre)));
    close(mine.theta, expected.theta);
    close(mine.varianceReduction, expected.variance_reduction);
    mine.adjusted.forEach((value, i) => close(value, expected.adjusted[i]));
    const of = (which: number) =>
      statisticOf(
        `${which}`,
        [...mine.adjusted].filter((_, i) => group[i] === which)
      );
    const test = given(welch(of(0), of(1)));
    close(test.estimate, expected.welch_adjusted.diff);
    close(test.t, expected.welch_adjusted.t);
    close(test.p, expected.welch_adjusted.p);
  });
});
