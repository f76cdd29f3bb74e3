// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {weekMix} from "../../../lib/experiments/plan/weekMix.js";
import {weekOf} from "../../../lib/experiments/plan/weekdays.js";
import {fail} from "../../../lib/result.js";
import type {StateValues} from "../../../lib/state/parameter.js";
import {planHead, readHref} from "../../../src/components/experiments/plan/plan.js";
import {effectPoints, powerPoints} from "../../../src/components/experiments/plan/charts.js";
import {baselineOf, baselineSentence, baselineSql} from "../../../src/components/experiments/plan/data.js";
import {isNeeded} from "../../../src/components/experiments/plan/inputs.js";
import type {PlanChoice} from "../../../src/components/experiments/plan/parameters.js";
import {metrics, planParameters} from "../../../src/components/experiments/plan/parameters.js";
import {planned} from "../../../src/components/experiments/plan/request.js";
import {formulaRows} from "../../../src/components/experiments/plan/table.js";
import {
  planAnswer,
  planCost,
  planMethod,
  tooLong,
  trafficSentence,
  valueText,
  weekSentence
} from "../../../src/components/experiments/plan/text.js";

const spec = planParameters(200);
const usual = Object.fromEntries(
  Object.entries(spec).map(([name, {fallback}]) => [name, fallback])
) as StateValues<typeof spec>;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

function plan(change: Partial<PlanChoice> = {}) {
  const result = planned({...usual, ...change});
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

describe("the answer of the planning page", () => {
  it("says users, days and whole weeks", () => {
    expect(plain(planAnswer(plan()))).toBe(
      "Each of the two arms needs 1,094 users, 2,188 in all, to find a rise from 20.0 % to 25.0 % with a chance of 80 %. At 200 users a day that takes 11 days: run it for 14 days (2 whole weeks)."
    );
  });

  it("tells arms of unequal size, falls and money apart", () => {
    const text = plain(planAnswer(plan({arms: 3, ratio: 0.5, effect: -5, as: "relative", metric: "mean"})));
    expect(text).toMatch(/^The control needs [\d,]+ users and each of the two variants [\d,]+,/);
    expect(text).toContain("a fall from R$ 140.00 to R$ 133.00");
  });

  it("tells the rates of a tiny effect apart", () => {
    const text = plain(planAnswer(plan({baseline: 20, effect: 0.01})));
    expect(text).toContain("from 20.00 % to 20.01 %");
  });

  it("reads a relative effect as a share of the baseline", () => {
    expect(plan({as: "relative", effect: 25}).request.effect).toBeCloseTo(0.05, 12);
    expect(plain(valueText(0.0123, true))).toBe("1.23 %");
  });

  it("names the formula, the alpha of each comparison and what goes without correction", () => {
    expect(planMethod(plan())[0]).toContain("power.prop.test");
    expect(plain(planMethod(plan({arms: 3}))[1])).toContain("2.50 %");
    expect(plain(planMethod(plan({arms: 4, correction: "none"}))[1])).toContain("14.3 %");
    expect(planMethod(plan({metric: "revenue"}))[0]).toContain("zeros");
    expect(planMethod(plan({metric: "ratio"}))[0]).toContain("delta method");
    expect(planMethod(plan({sides: "one-sided"}))[1]).toContain("alone");
  });

  it("calls a test of years no test, and says what eight weeks find", () => {
    expect(tooLong(plan())).toBeNull();
    expect(plain(tooLong(plan({effect: 0.1})) ?? "")).toMatch(/no test.*5,600 users.*percentage points/);
    expect(tooLong(plan({effect: 0.1, traffic: 0.01}))).toContain("nothing at all");
  });

  it("counts what the test costs on the worse arm", () => {
    expect(plain(planCost(plan()).join(" "))).toMatch(
      /R\$ 109\.40\..*1,094 users in the control.*R\$ 7,658\.00/
    );
    expect(planCost(plan({effect: -5})).join(" ")).toContain("in the variants");
  });
});

describe("the parts of the planning page", () => {
  it("set the formulas side by side", () => {
    expect(formulaRows(plan()).map(({control}) => control)).toEqual([1094, 1030, 1092]);
    expect(formulaRows(plan({metric: "mean", effect: 200})).length).toBe(3);
  });

  it("draw curves that go up with users, or down with the effect", () => {
    for (const metric of metrics) {
      const mine = plan({metric});
      const power = powerPoints(mine).map(({value}) => value);
      expect(power).toEqual([...power].sort((a, b) => a - b));
      const effect = effectPoints(mine).map(({value}) => value);
      expect(effect.length).toBeGreaterThan(5);
      expect(effect).toEqual([...effect].sort((a, b) => b - a));
    }
  });

  it("show a sentence where nothing can be planned", () => {
    const head = planHead(planned({...usual, baseline: 0}));
    expect(head.getAttribute("role")).toBe("alert");
    expect(head.textContent).toMatch(/cannot be planned: The baseline/);
  });

  it("never show what is no number, whatever is typed in", () => {
    for (const metric of metrics)
      for (const change of [
        {},
        {effect: 0},
        {sd: 0},
        {buyers: 0},
        {per: 0},
        {correlation: 1},
        {traffic: 0},
        {power: 100}
      ]) {
        const result = planned({...usual, metric, ...change});
        const drawn = result.ok
          ? [...powerPoints(result.value), ...effectPoints(result.value), ...formulaRows(result.value)]
          : [];
        expect(drawn.flatMap((row): unknown[] => Object.values({...row})).filter(Number.isNaN)).toEqual([]);
        const text = planHead(result).textContent;
        expect(text).not.toMatch(/NaN|Infinity|undefined/);
      }
  });

  it("lead to the page that reads the result with the same terms", () => {
    expect(readHref(plan())).toBe(
      "./experiments/read.html?metric=proportion&sides=two-sided&adjust=none&level=0.95"
    );
    const other = readHref(
      plan({sides: "one-sided", effect: -5, arms: 3, ratio: 0.5, metric: "mean", alpha: 1})
    );
    expect(other).toBe(
      "./experiments/read.html?metric=mean&sides=less&adjust=bonferroni&level=0.99&split=1%2F0.5%2F0.5"
    );
  });

  it("offer the inputs that matter", () => {
    expect(isNeeded("buyers", usual)).toBe(false);
    expect(isNeeded("buyers", {...usual, metric: "revenue"})).toBe(true);
    expect(isNeeded("baseline", {...usual, source: "data"})).toBe(false);
    expect(isNeeded("segment", usual)).toBe(false);
    expect(isNeeded("segment", {...usual, source: "data"})).toBe(true);
    expect(isNeeded("correction", usual)).toBe(false);
    expect(isNeeded("correction", {...usual, arms: 3})).toBe(true);
  });
});

describe("a baseline of the data", () => {
  const row = {users: 5000, buyers: 0.0056, mean: 133.7, sd: 174, per: 1.1, per_sd: 0.3, correlation: 0.2};

  it("looks at the population before what is bought later", () => {
    const text = baselineSql(
      {metric: "proportion", population: "SP", segment: "Champions"},
      "2018-08-30T00:00:00"
    );
    expect(text).toContain("2018-06-01");
    expect(text).toContain("state = 'SP' and segment = 'Champions'");
    expect(
      baselineSql({metric: "mean", population: "all", segment: "everybody"}, "2018-08-30T00:00:00")
    ).not.toContain("2018-06-01");
  });

  it("is what the inputs would say, and a sentence", () => {
    const result = baselineOf(row);
    if (!result.ok) throw new Error(result.message);
    expect(result.value.baseline).toBeCloseTo(0.56, 12);
    const text = (metric: PlanChoice["metric"], users = 5000) =>
      plain(baselineSentence({users}, result.value, metric, "2018-08-30T00:00:00"));
    expect(text("proportion")).toBe(
      "Of 5,000 people with a delivered order before 1 Jun 2018, 0.56 % ordered again within 90 days."
    );
    expect(text("revenue")).toContain("and spent R$ 133.70");
    expect(text("mean")).toContain("30 Aug 2018");
    expect(text("ratio", 50)).toContain("caution");
  });

  it("is refused where nobody bought", () => {
    for (const change of [{users: 1}, {buyers: 0}, {buyers: null}, {mean: null}, {sd: null}])
      expect(baselineOf({...row, ...change})).toMatchObject({ok: false, code: "population"});
  });
});

describe("an ordinary week", () => {
  const first = Date.UTC(2018, 0, 1);
  const rows = Array.from({length: 30}, (_, i) => ({
    day: new Date(first + i * 86_400_000),
    orders: (i % 7) + 1,
    price_cents: 100 * ((i % 7) + 1)
  }));

  it("is that of the whole weeks before the cutoff", () => {
    const week = weekOf(rows, "2018-01-31T00:00:00");
    if (!week.ok) throw new Error(week.message);
    expect(week.value).toMatchObject({days: 28, perDay: 4});
    expect(week.value.orderValue.every((cents) => cents === 100)).toBe(true);
    expect(plain(trafficSentence(week))).toContain("4.0 over its last 28 days");
  });

  it("is refused where some weekday has no orders", () => {
    expect(weekOf(rows.slice(0, 5), "2018-01-06T00:00:00").ok).toBe(false);
    expect(weekOf([], "2018-01-06T00:00:00").ok).toBe(false);
    expect(trafficSentence(fail("weekdays", "No week."))).toMatch(/^No week\. Type/);
  });

  it("is told apart from a part of it", () => {
    const users = [50, 100, 110, 105, 100, 95, 60];
    expect(weekSentence(weekMix(users, users, 14), "x")).toContain("every weekday equally often");
    expect(plain(weekSentence(weekMix(users, users, 10), "x"))).toMatch(/up to \d+\.\d % of its users/);
  });
});
