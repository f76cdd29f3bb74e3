import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {features} from "../../../lib/features/catalogue.js";
import {lateness} from "../../../lib/marts/lateness.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts, smallMarts} from "../../support/marts.js";
import {featureRows} from "./tables.js";

const cutoff = "2018-03-01T00:00:00";

describe("people whose place nobody told", () => {
  let open: OpenMarts;
  beforeAll(async () => {
    open = await openMarts(await smallMarts());
    for (const name of ["orders", "customers"])
      await open.run(`update ${name} set state = null, city = null where customer_key % 3 = 0`);
  });
  afterAll(() => open.close());

  it("have every feature that the catalogue lets nobody lack, and no region", async () => {
    const rows = (await featureRows(open, {cutoff, horizon: 90, strict: false})).filter(
      ({customer_key}) => Number(customer_key) % 3 === 0
    );
    expect(rows.length).toBeGreaterThan(200);
    for (const {name, absent} of features) {
      if (absent === "missing" || name === "city_churn_rate") continue;
      expect(
        rows.filter((row) => row[name] === null || Number.isNaN(row[name])),
        name
      ).toEqual([]);
    }
    expect(new Set(rows.map(({customer_region}) => customer_region))).toEqual(new Set(["none"]));
  });

  it("are told apart from nobody: their orders keep a row, and shares late, in the lateness mart", async () => {
    const rows = await open.rows<Record<string, unknown>>(`select l.* from (${lateness.sql({cutoff})}) l
      join orders o using (order_key) where o.customer_key % 3 = 0`);
    expect(rows.length).toBeGreaterThan(200);
    for (const name of ["seller_late_share_before", "state_late_share_before", "late"])
      expect(
        rows.filter((row) => row[name] === null || Number.isNaN(row[name])),
        name
      ).toEqual([]);
    // Nobody knows whether the seller is in the same place: that is neither yes nor no.
    expect(new Set(rows.map(({same_state}) => same_state))).toEqual(new Set([null]));
  });
});
