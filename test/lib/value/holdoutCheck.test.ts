import {describe, expect, it} from "vitest";
import {bgNbd} from "../../../lib/value/bgNbd.js";
import {distinctCases} from "../../../lib/value/distinctCases.js";
import {holdoutCheck} from "../../../lib/value/holdoutCheck.js";
import type {PurchaseModel} from "../../../lib/value/purchaseModel.js";
import {repeatSummary} from "../../../lib/value/repeatSummary.js";
import {cdnowTransactions, dayOf, given, near, refusal, unshowable} from "./support.js";

const model = bgNbd as unknown as PurchaseModel<string>;
const cdnow = cdnowTransactions();
const end = dayOf("19980630");

describe("the check on CDNOW's last 39 weeks", () => {
  const found = given(holdoutCheck(cdnow, model, {end, weeks: 39}));

  it("splits the days as the paper does, and counts what was bought then", () => {
    expect(found.end).toBe(dayOf("19970930"));
    expect(found.actual).toBe(1882);
    expect(found.groups.map(({customers}) => customers)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
  });

  it("expects what the model fitted to the first 39 weeks does", () => {
    const {x, tx, T} = repeatSummary(cdnow, {end: found.end, unit: 7});
    const {parameters} = given(bgNbd.fit(distinctCases(x, tx, T)));
    const each = x.reduce(
      (sum, count, row) => sum + bgNbd.expectedPurchasesGiven(parameters, 39, count, tx[row], T[row]),
      0
    );
    near(found.expected, each, 1e-9);
  });

  it("follows whole weeks from the first day, and not beyond the end", () => {
    expect(found.tracking).toHaveLength(78);
    expect(found.tracking[38]).toMatchObject({day: found.end, actual: 2457});
    expect(found.tracking[77]).toMatchObject({day: end, actual: 2457 + 1882});
  });

  it("does not look at what comes after the end", () => {
    const shorter = given(holdoutCheck(cdnow, model, {end: end - 70, weeks: 29}));
    expect(shorter.end).toBe(found.end);
    expect(shorter.tracking).toEqual(found.tracking.slice(0, 68));
    expect(shorter.actual).toBe(shorter.tracking[67].actual - 2457);
  });

  it("drops times of day", () => {
    const timed = {...cdnow, day: Float64Array.from(cdnow.day, (day) => day + 0.75)};
    expect(holdoutCheck(timed, model, {end, weeks: 39})).toEqual({ok: true, value: found});
  });
});

describe("the check where it cannot be", () => {
  const few = {
    person: Int32Array.of(0, 0, 1, 2, 2),
    day: Int32Array.of(0, 30, 5, 60, 65),
    amount: Float64Array.of(1, 1, 1, 1, 1)
  };
  const check = (weeks: number, last = 70) => holdoutCheck(few, model, {end: last, weeks});

  it("says why: too many weeks, nobody who came back before, nobody at all, none held out", () => {
    expect(refusal(check(11))).toBe("holdout");
    expect(refusal(check(1000))).toBe("holdout");
    expect(refusal(check(7))).toBe("repeats");
    expect(refusal(check(1, -1))).toBe("holdout");
    for (const weeks of [0, -4, NaN]) expect(refusal(check(weeks))).toBe("holdout");
    const nobody = {person: new Int32Array(), day: new Int32Array(), amount: new Float64Array()};
    expect(refusal(holdoutCheck(nobody, model, {end: 70, weeks: 4}))).toBe("holdout");
  });

  it("stands with few customers", () => {
    const found = given(check(4));
    expect(found).toMatchObject({end: 42, actual: 0});
    expect(unshowable(found)).toEqual([]);
  });
});
