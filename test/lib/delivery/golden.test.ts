import {existsSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {daysForShare, shareWithin} from "../../../lib/delivery/dayCounts.js";
import {deliveryView} from "../../../lib/delivery/deliveryView.js";
import {keptByMonth, keptByState} from "../../../lib/delivery/keptBy.js";
import {lateHandovers} from "../../../lib/delivery/lateHandovers.js";
import {promiseCheck} from "../../../lib/delivery/promiseCheck.js";
import {promisesByState, promisesOf} from "../../../lib/delivery/promises.js";
import {promiseShifts} from "../../../lib/delivery/promiseShifts.js";
import {stagedOrders, stageTimes} from "../../../lib/delivery/stages.js";
import {stagesBy} from "../../../lib/delivery/stagesBy.js";
import type {Journeys} from "../../../lib/journeys/journeys.js";
import {olistDir} from "../../support/paths.js";
import {realJourneys} from "../journeys/real.js";
import {valueOf} from "../journeys/support.js";

/** Worked out from the CSVs with pandas. */
describe.skipIf(!existsSync(olistDir ?? ""))("deliveries in the real files", () => {
  let all: Journeys;
  const asked = {from: "2016-09", to: "2018-10", state: "all", category: "all", lost: false};
  const view = (changed: Partial<typeof asked> = {}) => valueOf(deliveryView(all, {...asked, ...changed}));
  beforeAll(async () => {
    all = await realJourneys();
  });

  it("are each of the 99,441 orders in one place", () => {
    const {delivered, lost, cancelled, undated, judged, recent} = view();
    expect([delivered.length, lost.length, cancelled, undated]).toEqual([96470, 1729, 1234, 8]);
    expect([judged.length, recent]).toEqual([96470, 0]);
    expect(view({lost: true}).judged).toHaveLength(98198);
  });

  it("keep the published share of promises, and need so many days for others", () => {
    const {own, promised, taken, flat} = promisesOf(all, view().judged);
    expect(own).toMatchObject({kept: 96470 - 6534, total: 96470});
    expect(promised).toBeCloseTo(24.37273763864414, 9);
    expect(flat.days).toBe(27);
    expect(daysForShare(taken, 0.95).days).toBe(29);
    expect(daysForShare(taken, 0.5).days).toBe(10);
    const shifts = promiseShifts(view());
    expect(shifts.find(({days}) => days === -5)?.share).toBeCloseTo(0.8498393282885871, 12);
    const paulistas = promisesOf(all, view({state: "SP"}).judged);
    expect(paulistas.own.share).toBeCloseTo(0.9550550698868968, 12);
    expect(shareWithin(paulistas.taken, 14).share).toBeCloseTo(0.8771422926853361, 12);
    expect(promisesOf(all, view({category: "Health & beauty"}).judged).own.total).toBe(8614);
  });

  it("would keep as many by a longer promise, state by state", () => {
    const {states, ownMean, flatMean} = promisesByState(view());
    expect(ownMean).toBeCloseTo(24.37273763864414, 9);
    expect(flatMean).toBeCloseTo(24.888338343526485, 9);
    const days = Object.fromEntries(states.map(({state, flat}) => [state, flat.days]));
    expect(days).toMatchObject({SP: 21, RJ: 27, MG: 25, RS: 31, PI: 27, AM: 42});
  });

  it("fall short of a share that was learnt before", () => {
    const check = valueOf(promiseCheck(view(), {target: 0.95, learn: "2017-12"}));
    expect(check).toMatchObject({
      learnt: 28913,
      gap: 9254,
      all: {kept: 53105, total: 58290},
      own: {kept: 53801}
    });
    expect(check.days).toBeCloseTo(22.817344312918166, 9);
    expect(check.ownDays).toBeCloseTo(23.899296620346544, 9);
    expect(check.months.map(({share}) => Number(share.toFixed(4)))).toEqual([
      ...[0.8536, 0.8922, 0.8172, 0.8022, 0.9528, 0.9428, 0.9818, 0.9727, 0.9926]
    ]);
    const lost = valueOf(promiseCheck(view({lost: true}), {target: 0.95, learn: "2017-12"}));
    expect(lost).toMatchObject({learnt: 29635, gap: 9418, all: {kept: 55294, total: 59145}});
  });

  it("are kept by month and state", () => {
    const months = keptByMonth(view());
    expect(months).toHaveLength(23);
    expect(Math.min(...months.slice(1).map(({share}) => share))).toBeCloseTo(0.8104, 4);
    expect(keptByState(view())[0]).toMatchObject({name: "AL", kept: 312, total: 397});
  });

  it("spend three quarters of their time in transit", () => {
    const staged = stagedOrders(view());
    expect(staged).toMatchObject({missing: 15, approvedBefore: 0, handedBefore: 1350, deliveredBefore: 23});
    expect(staged.rows).toHaveLength(95082);
    const times = stageTimes(view(), staged);
    [0.40210396696087664, 2.851748282500991, 9.364111270646896].forEach((mean, i) =>
      expect(times[i].mean).toBeCloseTo(mean, 2)
    );
    const [slowest] = stagesBy(view(), staged, {by: "state", least: 50}).groups;
    expect(slowest).toMatchObject({name: "AP", orders: 67});
    expect(slowest.total).toBeCloseTo(27.185068, 2);
    const [category] = stagesBy(view(), staged, {by: "category", least: 50}).groups;
    expect(category.name).toBe("Office furniture");
    expect(category.median.handover).toBeCloseTo(9.654306, 2);
  });

  it("are handed over late by some sellers", () => {
    const {all: share, sellers, unknown, small} = lateHandovers(view(), 50);
    expect(share).toMatchObject({kept: 8845, total: 97575});
    expect(97575 + unknown).toBe(96470 + 1729);
    expect(sellers).toHaveLength(418);
    expect(sellers[0]).toMatchObject({kept: 45, total: 75});
    expect(small).toBe(2547);
  });
});
