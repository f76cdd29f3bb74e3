import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {dayCounts, daysForShare, keptShare, shareWithin} from "../../../lib/delivery/dayCounts.js";
import {deliveryParameters, ripeDays} from "../../../lib/delivery/deliveryParameters.js";
import {deliveryView} from "../../../lib/delivery/deliveryView.js";
import {keptByMonth, keptByState} from "../../../lib/delivery/keptBy.js";
import {lateHandovers} from "../../../lib/delivery/lateHandovers.js";
import {promiseCheck} from "../../../lib/delivery/promiseCheck.js";
import {promisesByState, promisesOf} from "../../../lib/delivery/promises.js";
import {promiseShifts} from "../../../lib/delivery/promiseShifts.js";
import {sharesAtMost, stagedOrders, stageTimes} from "../../../lib/delivery/stages.js";
import {stagesBy} from "../../../lib/delivery/stagesBy.js";
import type {MadeOrder} from "../journeys/support.js";
import {journeysFrom, realSpan, valueOf} from "../journeys/support.js";

const asked = {from: "2017-01", to: "2018-12", state: "all", category: "all", lost: false};
const viewOf = (orders: readonly MadeOrder[], lost = false) =>
  valueOf(deliveryView(journeysFrom(orders), {...asked, lost}));
const last: MadeOrder = {day: "2018-12-01", delivery: 0};

describe("days until delivery", () => {
  it("are counted, with those that never came in the total only", () => {
    expect(dayCounts([1, 1, NaN])).toEqual({counts: Int32Array.of(0, 2), total: 3});
    expect(dayCounts([-2])).toEqual({counts: Int32Array.of(1), total: 1});
    expect(shareWithin(dayCounts([1, 3]), 2).share).toBe(0.5);
    expect(shareWithin(dayCounts([]), 2)).toMatchObject({total: 0, interval: null});
    expect(keptShare(5, 10).interval?.low).toBeCloseTo(0.2366, 4);
  });

  it("that keep a share are the fewest that do", () => {
    expect(daysForShare(dayCounts([1, 2, 3, 4]), 0.75).days).toBe(3);
    expect(daysForShare(dayCounts([1, NaN]), 0.95)).toMatchObject({days: null, high: null});
    expect(daysForShare(dayCounts([]), 0.5)).toEqual({days: null, low: null, high: null});
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 0, max: 60}), {minLength: 1}),
        fc.integer({min: 1, max: 99}),
        (days, percent) => {
          const counts = dayCounts(days);
          const {days: needed, low, high} = daysForShare(counts, percent / 100);
          if (needed === null) throw new Error("all came");
          expect(shareWithin(counts, needed).share).toBeGreaterThanOrEqual(percent / 100 - 1e-12);
          if (needed > 0) expect(shareWithin(counts, needed - 1).share).toBeLessThan(percent / 100);
          expect(low ?? 0).toBeLessThanOrEqual(needed);
          expect(high ?? Infinity).toBeGreaterThanOrEqual(needed);
        }
      )
    );
  });
});

describe("orders asked about", () => {
  const orders: MadeOrder[] = [
    {day: "2018-01-01", delivery: 12},
    {day: "2018-01-02", delivery: 10, state: "RJ", category: "Books"},
    {day: "2018-01-03", status: "shipped", delivery: null},
    {day: "2018-01-03", status: "canceled", delivery: 4},
    {day: "2018-01-03", status: "unavailable", delivery: null},
    {day: "2018-01-03", delivery: null},
    {day: "2018-11-20", delivery: 3},
    last
  ];

  it("each stand in one place", () => {
    const view = viewOf(orders);
    expect([...view.delivered]).toEqual([0, 1, 6, 7]);
    expect([...view.lost]).toEqual([2]);
    expect([...view.judged]).toEqual([0, 1]);
    expect(view).toMatchObject({cancelled: 2, undated: 1, recent: 2});
    expect(view.delivered.length + view.lost.length + view.cancelled + view.undated).toBe(orders.length);
    expect([...viewOf(orders, true).judged]).toEqual([0, 1, 2]);
  });

  it("are those of a state, a category and a period; a sentence says that there are none", () => {
    const journeys = journeysFrom(orders);
    expect([...valueOf(deliveryView(journeys, {...asked, state: "RJ"})).delivered]).toEqual([1]);
    expect([...valueOf(deliveryView(journeys, {...asked, category: "Books"})).delivered]).toEqual([1]);
    expect([...valueOf(deliveryView(journeys, {...asked, from: "2018-11"})).delivered]).toEqual([6, 7]);
    expect(deliveryView(journeys, {...asked, category: "Pets"})).toMatchObject({ok: false, code: "category"});
    expect(deliveryView(journeys, {...asked, to: "2017-02"})).toMatchObject({ok: false, code: "nothing"});
  });

  it("keep promises by the calendar day, in all and by month and state", () => {
    const view = viewOf(orders, true);
    const {own, promised, flat} = promisesOf(view.journeys, view.judged);
    expect(own).toMatchObject({kept: 1, total: 3});
    expect(promised).toBe(10);
    expect(flat.days).toBe(10);
    expect(keptByMonth(view)).toMatchObject([{kept: 1, total: 3}]);
    expect(keptByState(view)).toMatchObject([
      {name: "SP", kept: 0, total: 2},
      {name: "RJ", kept: 1, total: 1}
    ]);
    expect(promisesByState(view)).toMatchObject({states: [], small: 2, smallOrders: 3});
    const shifts = promiseShifts(view);
    expect(shifts.map(({kept}) => kept)).toEqual(shifts.map(({days}) => (days < 0 ? 0 : days < 2 ? 1 : 2)));
  });
});

describe("a learnt promise", () => {
  const daysFrom = (start: string, count: number, delivery: number): MadeOrder[] =>
    Array.from({length: count}, (_, i) => ({
      day: new Date(Date.parse(start) + i * 86_400_000).toISOString().slice(0, 10),
      delivery
    }));
  const learnt = daysFrom("2018-01-01", 40, 5);
  const later = daysFrom("2018-06-01", 40, 7);
  const learn = {target: 0.95, learn: "2018-06"};

  it("takes nothing from after the day that it is learnt on", () => {
    const check = valueOf(promiseCheck(viewOf([...learnt, ...later, last]), learn));
    expect(check).toMatchObject({learnt: 40, gap: 0, days: 5, all: {kept: 0, total: 40}, own: {kept: 40}});
    const slow = [...learnt.slice(0, -1), {...learnt[39], delivery: 140}];
    expect(valueOf(promiseCheck(viewOf([...slow, ...later, last]), learn))).toMatchObject({
      learnt: 39,
      days: 5
    });
  });

  it("is not learnt from orders that were too recent then", () => {
    const recent = daysFrom("2018-05-01", 10, 1);
    const check = valueOf(promiseCheck(viewOf([...learnt, ...recent, ...later, last]), learn));
    expect(check).toMatchObject({learnt: 40, gap: 10, days: 5});
  });

  it("asks for longer where orders never delivered count, and takes the days of all for small states", () => {
    const lost: MadeOrder[] = Array.from({length: 3}, () => ({
      ...{day: "2018-01-20", status: "shipped", delivery: null}
    }));
    const elsewhere = later.map((order) => ({...order, state: "RJ"}));
    const check = valueOf(promiseCheck(viewOf([...learnt, ...lost, ...elsewhere, last], true), learn));
    expect(check).toMatchObject({learnt: 43, days: ripeDays, all: {kept: 40, total: 40}});
    expect(check.states).toMatchObject([{state: "RJ", borrowed: true, days: ripeDays}]);
  });

  it("is refused with a sentence where one side is too small", () => {
    expect(promiseCheck(viewOf([...learnt, last]), learn)).toMatchObject({ok: false, code: "split"});
  });
});

describe("stages", () => {
  const orders: MadeOrder[] = [
    {day: "2018-01-01", stages: [60, 1440, 2880]},
    {day: "2018-02-01", stages: [120, 4320, 1440], seller: 2},
    {day: "2018-02-01", stages: [null, 1440, 2880]},
    {day: "2018-02-01", stages: [-1, 1440, 2880]},
    {day: "2018-02-01", stages: [60, -1, 2880]},
    {day: "2018-02-01", stages: [60, 1440, -1]},
    {day: "2018-02-01", stages: [60, -1, -1]}
  ];

  it("count where every time is known and none goes back; the others are counted by their first reason", () => {
    const view = viewOf(orders);
    const staged = stagedOrders(view);
    expect(staged).toMatchObject({missing: 1, approvedBefore: 1, handedBefore: 2, deliveredBefore: 1});
    expect([...staged.rows]).toEqual([0, 1]);
    const times = stageTimes(view, staged);
    expect(times.map(({mean}) => mean)).toEqual([90 / 1440, 2, 1.5]);
    expect(times.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("are compared by group, small ones left out and counted", () => {
    const view = viewOf(orders);
    const staged = stagedOrders(view);
    const months = stagesBy(view, staged, {by: "month", least: 1});
    expect(months.groups).toMatchObject([
      {name: "Jan 2018", orders: 1, mean: {handover: 1}},
      {name: "Feb 2018", orders: 1, mean: {handover: 3}}
    ]);
    expect(stagesBy(view, staged, {by: "seller", least: 1}).groups.map(({name}) => name)).toEqual(["2", "1"]);
    expect(stagesBy(view, staged, {by: "state", least: 10})).toEqual({groups: [], small: 1, smallOrders: 2});
    const [all] = stagesBy(view, staged, {by: "state", least: 1}).groups;
    expect((all.low + all.high) / 2).toBeCloseTo(all.total, 10);
  });

  it("end by so many days for a share of orders", () => {
    expect(sharesAtMost([1, 2, 3, 4], [0, 2])).toEqual([0, 0.5]);
    expect(sharesAtMost([], [0])).toEqual([NaN]);
  });
});

it("counts who hands over late, without orders whose times are unknown", () => {
  const view = viewOf([
    {day: "2018-01-01", seller: 3, handedLate: true},
    {day: "2018-01-01", seller: 3},
    {day: "2018-01-01", seller: 4},
    {day: "2018-01-01", seller: null}
  ]);
  view.journeys.handedLate[3] = NaN;
  const found = lateHandovers(view, 2);
  expect(found).toMatchObject({all: {kept: 1, total: 3}, small: 1, smallOrders: 1, unknown: 1});
  expect(found.sellers).toMatchObject([{seller: 3, kept: 1, total: 2, median: 1}]);
});

it("learns from the first two thirds of the data where nothing is said", () => {
  expect(deliveryParameters(realSpan).learn.fallback).toBe("2017-12");
});
