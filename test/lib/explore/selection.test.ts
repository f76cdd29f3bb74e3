import {describe, expect, it} from "vitest";
import {bandSql, bandsOf, cutsOf, rangeOf} from "../../../lib/explore/bands.js";
import {chosenParameter} from "../../../lib/explore/chosen.js";
import type {Conditions} from "../../../lib/explore/conditions.js";
import {
  conditionParameters,
  conditionSql,
  conditionsOf,
  conditionsText,
  whereSql
} from "../../../lib/explore/conditions.js";
import type {RangeDimension} from "../../../lib/explore/dimensions.js";
import {allDimensions, dimensionNamed} from "../../../lib/explore/dimensions.js";
import {allMeasures, estimateOf, measures} from "../../../lib/explore/measures.js";
import {populationParameter} from "../../../lib/explore/populationParameter.js";
import {everything, monthIndex, monthOfIndex, rangeParameter} from "../../../lib/explore/range.js";
import {viewsParameter} from "../../../lib/explore/viewsParameter.js";
import {parseState} from "../../../lib/state/parseState.js";
import {conditionsWords} from "../../../lib/explore/words.js";
import {sharedNames} from "../../../lib/state/shared.js";

const range = (name: string) => dimensionNamed(name) as RangeDimension;
const all = Object.fromEntries(
  Object.entries(conditionParameters).map(([name, {fallback}]) => [name, fallback])
) as Conditions;

describe("a selection in the address", () => {
  it.each([
    ["value", "100..200", {low: 100, high: 200}],
    ["value", "..19.9", {low: null, high: 19.9}],
    ["delay_days", "-3..0", {low: -3, high: 0}],
    ["month", "2017-01..2017-12", {low: 24204, high: 24215}],
    ["hour", "22..23", {low: 22, high: 23}],
    ["purchase_velocity", "..0.5", {low: null, high: 0.5}]
  ])("reads %s=%s and writes it again", (name, text, value) => {
    const parameter = rangeParameter(range(name));
    expect(parameter.read(text)).toEqual(value);
    expect(parameter.write(value)).toBe(text);
  });

  it.each([
    ["value", "200..100"],
    ["value", "5..5"],
    ["value", "1e9..2"],
    ["value", "abc"],
    ["hour", "1.5..3"],
    ["hour", "25..26"],
    ["hour", "..24"],
    ["month", "2017-13..2018-01"]
  ])("refuses %s=%s", (name, text) => {
    expect(rangeParameter(range(name)).read(text)).toBeUndefined();
  });

  it("says which hours and weekdays there are where an address asks for others", () => {
    const {problems, values} = parseState(conditionParameters, "?hour=25..&weekdays=8&scores=(none);5");
    expect(problems).toEqual([
      "“hour” in the address must be a range such as 0..23 or a part of it, its lower end first, not “25..”; the default is used instead.",
      "“weekdays” in the address must be some of 1, 2, 3, 4, 5, 6, 7, different ones, with semicolons between them, not “8”; the default is used instead."
    ]);
    expect([values.hour, values.weekdays, values.scores]).toEqual([everything, [], ["(none)", "5"]]);
  });

  it("names the features that have views, each once and known", () => {
    const views = viewsParameter();
    expect(views.read("recency_days;frequency")).toEqual(["recency_days", "frequency"]);
    for (const wrong of ["recency", "recency_days;recency_days", "customer_region", "value"])
      expect(views.read(wrong)).toBeUndefined();
  });

  it("keeps values with semicolons, commas and backslashes apart", () => {
    const values = ["Kitchen, dining & more", "a;b", "c\\d", "it's"];
    const parameter = chosenParameter();
    expect(parameter.read(parameter.write(values))).toEqual(values);
    expect(parameter.read("SP;SP")).toBeUndefined();
    expect(parameter.read("")).toEqual([]);
  });

  it("takes no name from the filters that pages share, and each name once", () => {
    const names = allDimensions.map(({parameter}) => parameter);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => sharedNames.some((shared) => shared === name))).toEqual([]);
  });

  it("comes back from a population's text as it was", () => {
    const chosen = {
      ...all,
      states: ["SP", "RJ"],
      value: {low: 100, high: null},
      month: {low: 24204, high: 24205}
    };
    const text = conditionsText(chosen);
    expect(text).toBe("value=100..&month=2017-01..2017-02&states=SP%3BRJ");
    expect(conditionsOf(text)).toEqual(chosen);
    expect(conditionsText(all)).toBe("");
    expect(populationParameter().read(text)).toBe(text);
    for (const wrong of ["states=SP&drop=1", "value=9..1", "value=x"])
      expect(populationParameter().read(wrong)).toBeUndefined();
  });
});

describe("a selection as SQL", () => {
  it("narrows by every kind of condition, and by none", () => {
    expect(whereSql(all)).toBe("");
    expect(
      whereSql({
        ...all,
        value: {low: 100, high: 200.5},
        states: ["SP", "it's"],
        month: {low: 24204, high: 24215}
      })
    ).toBe(
      "\nwhere value >= 100 and value < 200.5e0\n  and month >= '2017-01' and month <= '2017-12'\n  and state in ('SP', 'it''s')"
    );
    expect(conditionSql(range("hour"), {low: 22, high: null})).toBe("hour >= 22");
  });

  it("says itself in words", () => {
    expect(conditionsWords(all)).toBe("all orders");
    expect(conditionsWords({...all, scores: ["1", "2"], items: {low: 2, high: 2}})).toBe(
      "review score 1, worst or 2; items 2"
    );
    expect(
      conditionsWords({
        ...all,
        monetary_value: {low: 50, high: null},
        avg_product_weight_kg: {low: null, high: 1.5},
        is_repeat_customer: {low: 1, high: null}
      })
    ).toBe(
      "customer: monetary value R$\u00a050 or more; customer: repeat customer yes; customer: average product weight under 1.5\u00a0kg"
    );
  });
});

describe("bands", () => {
  it("give few whole values a band each, and others round ends within the middle of the data", () => {
    expect(cutsOf({least: 0, most: 3, low: 0, high: 3}, true)).toEqual([1, 2, 3]);
    const cuts = cutsOf({least: 0, most: 13_440, low: 12, high: 890}, false);
    expect(cuts[0]).toBeGreaterThanOrEqual(12);
    expect(cuts[cuts.length - 1]).toBeLessThanOrEqual(890);
    expect(cuts.length).toBeGreaterThan(15);
    expect(cutsOf({least: NaN, most: NaN, low: NaN, high: NaN}, false)).toEqual([]);
    expect(bandSql(range("items"), [2, 3])).toBe(
      "case when items is null then null when items < 2 then 0 when items < 3 then 1 else 2 end"
    );
  });

  it.each([true, false])("and ranges stand for each other (whole: %s)", (whole) => {
    const cuts = [2, 3, 4, 8];
    for (let first = 0; first <= cuts.length; first++)
      for (let last = first; last <= cuts.length; last++)
        expect(bandsOf(cuts, rangeOf(cuts, first, last, whole), whole)).toEqual([first, last]);
    expect(bandsOf(cuts, {low: 2.5, high: null}, whole)).toBeNull();
    expect(bandsOf(cuts, {low: null, high: 6}, whole)).toBeNull();
  });

  it("grow by one ratio where customers' values are skewed, and not where they are not", () => {
    const skewed = {least: 0, most: 13_440, low: 12, high: 1_100};
    expect(cutsOf({...skewed, middle: 90}, false)).toEqual([
      15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000
    ]);
    expect(cutsOf({...skewed, middle: 200}, false)).toEqual(cutsOf(skewed, false));
    expect(cutsOf({...skewed, low: 0, middle: 0}, false)).toEqual(cutsOf({...skewed, low: 0}, false));
    expect(cutsOf({least: 0, most: 900, low: 0, high: 50, middle: 2}, true).every(Number.isInteger)).toBe(
      true
    );
  });

  it("count months without gaps", () => {
    for (const month of ["2016-12", "2017-01", "2018-11"])
      expect(monthOfIndex(monthIndex(month))).toBe(month);
    expect(monthIndex("2017-01") - monthIndex("2016-12")).toBe(1);
  });
});

describe("a group's measure", () => {
  const row = {key: "SP", orders: 12, known: 10, total: 5, deviation: 0.5};
  it("has an interval where it is an estimate", () => {
    expect(estimateOf(measures.orders, row)).toEqual({value: 12, low: null, high: null});
    const late = estimateOf(measures.late, row);
    expect([late.value, late.low, late.high].map((one) => Number(one?.toFixed(4)))).toEqual([
      0.5, 0.2366, 0.7634
    ]);
    const mean = estimateOf(measures.value, row);
    expect(Number(mean.high) - 0.5).toBeCloseTo((1.959964 * 0.5) / Math.sqrt(10), 6);
  });
  it("never reaches beyond what is possible", () => {
    const few = {...row, orders: 2, known: 2, total: 6, deviation: 2.83};
    expect(estimateOf(measures.score, few)).toEqual({value: 3, low: 1, high: 5});
    expect(estimateOf(measures.freight, few).low).toBe(0);
    expect(estimateOf(allMeasures.order_frequency_trend, few).low).toBeLessThan(0);
  });
  it("has none of one order, and no value of nothing", () => {
    expect(estimateOf(measures.score, {...row, known: 1, deviation: null})).toEqual({
      value: 5,
      low: null,
      high: null
    });
    expect(estimateOf(measures.score, {...row, known: 0, total: null})).toEqual({
      value: null,
      low: null,
      high: null
    });
  });
});
