import {existsSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {cohorts, oldestAge, singleAges} from "../../../lib/retention/cohorts.js";
import {claimsOf, verdictOf} from "../../../lib/insights/claims.js";
import {shopFacts} from "../../../lib/insights/facts.js";
import type {Manifest} from "../../../lib/marts/manifest.js";
import {contributions} from "../../../lib/retention/contribution.js";
import {gini} from "../../../lib/inequality/gini.js";
import {topShare} from "../../../lib/inequality/topShare.js";
import {groupsOf} from "../../../lib/retention/groups.js";
import type {Purchases} from "../../../lib/retention/purchases.js";
import {purchasesOf, selectPurchases, startsOf} from "../../../lib/retention/purchases.js";
import {dateOf, dayOf} from "../../../lib/days.js";
import {openMarts, realMarts} from "../../support/marts.js";
import {olistDir} from "../../support/paths.js";

describe.skipIf(!existsSync(olistDir ?? ""))("retention in the real files", () => {
  let all: Purchases;
  beforeAll(async () => {
    const open = await openMarts(await realMarts());
    const rows = await open.rows<Record<string, unknown>>("from purchases");
    open.close();
    const columns = Object.fromEntries(
      Object.keys(rows[0]).map((name) => [name, rows.map((row) => row[name])])
    );
    all = purchasesOf({...columns, day: columns.day.map((day) => new Date(String(day)))});
  });

  const tableOf = (purchases: Purchases, end: string) => {
    const starts = startsOf(purchases.person);
    const options = {unit: "month", end: dayOf(new Date(end))} as const;
    const windows = singleAges(oldestAge(purchases, starts, options));
    return cohorts(purchases, starts, groupsOf(purchases, starts, "month"), {...options, windows});
  };

  it("is what others have found: cohorts' sizes, and the pooled shares to August 2018", () => {
    const table = tableOf(all, "2018-09-01");
    const sizes = new Map(
      table.days?.map((day, i) => [dateOf(day).toISOString().slice(0, 7), table.sizes[i]])
    );
    expect(["2017-01", "2017-11", "2018-08"].map((month) => sizes.get(month))).toEqual([764, 7304, 6271]);
    expect(table.sizes.reduce((sum, size) => sum + size, 0)).toBe(96096);
    const shares = table.pooled.map(({active, observed}) => ((100 * active) / observed).toFixed(3));
    expect([1, 2, 3, 4, 5, 6, 9, 12, 15].map((age) => shares[age])).toEqual([
      ...["0.505", "0.340", "0.260", "0.260", "0.222", "0.231"],
      ...["0.169", "0.177", "0.175"]
    ]);
  });

  it("is concentrated as others have found", async () => {
    const open = await openMarts(await realMarts());
    const paid = await open.rows<{value: number}>(
      "select payment_cents as value from orders where payment_type is not null"
    );
    open.close();
    const payments = Float64Array.from(paid, ({value}) => value);
    expect(payments).toHaveLength(99440);
    expect(gini(payments)).toBeCloseTo(0.477341, 6);
    expect(topShare(payments, 0.2)).toBeCloseTo(0.53425, 6);
    const {priceOf} = contributions(all, {state: "all", margin: 0, margins: "", borne: 0});
    expect(priceOf).toHaveLength(93358);
    expect(topShare(priceOf, 0.2)).toBeCloseTo(0.5662, 4);
  });

  it("says of the brief's figures which hold", () => {
    const about = {inputs: [{rows: 1_550_922}]} as Manifest;
    const facts = shopFacts(all, about, dayOf(new Date("2018-08-30")));
    const verdicts = Object.fromEntries(
      claimsOf(facts, null).map((claim) => [claim.claim, verdictOf(claim)])
    );
    expect(verdicts).toMatchObject({
      "Customer transactions processed": "does not hold",
      Orders: "holds",
      Customers: "holds",
      "Order items": "holds",
      "Total revenue": "holds",
      "Average customer lifetime value": "holds",
      "Churn rate": "does not hold",
      "Active customers": "does not hold",
      "Retention rate": "does not hold",
      "São Paulo’s share of revenue": "does not hold",
      "Revenue of the top 20 % of customers": "does not hold",
      "Recommendation hit rate": "cannot be computed",
      "Payback of the acquisition cost": "cannot be computed"
    });
    expect(facts.rule.people - facts.rule.active).toBe(4172);
    expect(facts.cut).toEqual({days: 208, active: 44558});
  });

  it("falls by more than a quarter where orders of one day count as one", () => {
    const repeat = (purchases: Purchases) => {
      const starts = startsOf(purchases.person);
      let again = 0;
      for (let i = 0; i + 1 < starts.length; i++) again += Number(starts[i + 1] - starts[i] > 1);
      return [again, starts.length - 1];
    };
    const select = (delivered: boolean, mergeDays: boolean) => selectPurchases(all, {delivered, mergeDays});
    expect(repeat(all)).toEqual([2997, 96096]);
    expect(repeat(select(false, true))).toEqual([2149, 96096]);
    expect(repeat(select(true, false))).toEqual([2801, 93358]);
    expect(repeat(select(true, true))).toEqual([2015, 93358]);
  });
});
