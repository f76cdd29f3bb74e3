import {existsSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {lateness, shrinkageOrders} from "../../../lib/marts/lateness.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts, realMarts, smallMarts} from "../../support/marts.js";
import {olistDir} from "../../support/paths.js";

const sql = lateness.sql({cutoff: "2018-08-30T00:00:00"});
const moment = "timestamp '2018-02-01 12:00:00'";

describe("the lateness mart", () => {
  let open: OpenMarts;
  beforeAll(async () => {
    open = await openMarts(await smallMarts());
    await open.run("create table all_orders as from orders");
    await open.run("create table known as select order_key from orders where purchased_at <= " + moment);
  });
  afterAll(() => open.close());

  const features = "* exclude (late)";
  const upToMoment = (columns: string) =>
    open.rows(`select ${columns} from (${sql}) join known using (order_key) order by order_key`);
  const replaceOrders = (select: string) => open.run(`create or replace table orders as ${select}`);

  it("does not change for earlier orders when all later ones are deleted", async () => {
    await replaceOrders("from all_orders");
    const before = await upToMoment("*");
    await replaceOrders(`from all_orders where purchased_at <= ${moment}`);
    const after = await upToMoment("*");
    expect(after.length).toBeGreaterThan(500);
    expect(after).toEqual(before);
  });

  it("knows nothing of how deliveries after the purchase end", async () => {
    await replaceOrders("from all_orders");
    const before = await upToMoment(features);
    await replaceOrders(
      `select * replace (
         case when delivered_at >= ${moment} then not late else late end as late,
         case when delivered_at >= ${moment} then delivered_at + interval 9 day else delivered_at end as delivered_at
       ) from all_orders`
    );
    expect(await upToMoment(features)).toEqual(before);
  });

  it("does take in how deliveries before the purchase ended", async () => {
    await replaceOrders("from all_orders");
    const before = await upToMoment(features);
    await replaceOrders("select * replace (not late as late) from all_orders");
    expect(await upToMoment(features)).not.toEqual(before);
  });
});

describe("a seller's share of late orders so far", () => {
  it("counts deliveries strictly before the purchase, shrunk to the shop's share by then", async () => {
    const open = await openMarts();
    await open.run(`
      create table orders as select * from (values
        (1, timestamp '2018-01-01 10:00:00', timestamp '2018-01-05 10:00:00', true),
        (2, timestamp '2018-01-02 10:00:00', timestamp '2018-01-06 10:00:00', false),
        (3, timestamp '2018-01-05 10:00:00', timestamp '2018-01-09 10:00:00', false),
        (4, timestamp '2018-01-07 10:00:00', timestamp '2018-01-12 10:00:00', false),
        (5, timestamp '2018-01-08 10:00:00', null, null)
      ) t(order_key, purchased_at, delivered_at, late);
      alter table orders add column state varchar default 'SP';
      alter table orders add column shipped_at timestamp;
      alter table orders add column zip varchar default '01000';
      alter table orders add column estimated_at timestamp default timestamp '2018-01-20';
      alter table orders add column items integer default 1;
      alter table orders add column sellers integer default 1;
      alter table orders add column price_cents integer default 1000;
      alter table orders add column freight_cents integer default 100;
      alter table orders add column payment_type varchar;
      alter table orders add column installments integer;
      create table items as select order_key, 1 as line, 1 as product_key, if(order_key = 2, 2, 1) as seller_key from orders;
      create table products as select 1 as product_key, 500 as weight_g, 10 as length_cm, 20 as height_cm, null::integer as width_cm;
      create table sellers as select * from (values (1, 'SP', -23.55, -46.63), (2, 'RJ', null, null)) t(seller_key, state, lat, lng);
      create table places as select * from (values ('01000', 'SP', -23.55, -46.63), ('20000', 'RJ', -22.91, -43.17)) t(zip, state, lat, lng)`);
    const rows = await open.rows<Record<string, number | string | boolean>>(sql);
    open.close();
    const share = (late: number, delivered: number, overall: number) =>
      Number(((late + shrinkageOrders * overall) / (delivered + shrinkageOrders)).toFixed(4));
    expect(rows.map((row) => row.seller_late_share_before)).toEqual([0, 0, 0, share(1, 1, 1 / 2)]);
    expect(rows.map((row) => row.state_late_share_before)).toEqual([0, 0, 0, share(1, 2, 1 / 2)]);
    // São Paulo to Rio de Janeiro: 361 km as the crow flies.
    expect(rows.map((row) => row.distance_km)).toEqual([0, 361, 0, 0]);
    expect(rows.map((row) => row.same_state)).toEqual([true, false, true, true]);
    expect(rows[0]).toMatchObject({
      promised_days: 19,
      hour: 10,
      weekday: 1,
      month: 1,
      weight_g: 500,
      volume_cm3: 0
    });
    expect(rows[0]).toMatchObject({payment_type: "(none)", installments: 0, region: "SE"});
  });
});

describe.skipIf(!existsSync(olistDir ?? ""))("the lateness of the real shop", () => {
  it("covers every dated delivery, and knows more than nothing about it", async () => {
    const open = await openMarts(await realMarts());
    const [found] = await open.rows<Record<string, number>>(
      `select count(*) as orders, count_if(late) as late,
         min(promised_days) as least_promised, max(distance_km) as farthest,
         avg(promised_days) as promised, corr(distance_km, promised_days) as by_distance,
         count_if(same_state) / count(*) as same_state,
         avg(seller_late_share_before) filter (where late) - avg(seller_late_share_before) filter (where not late) as seller_lift
       from lateness`
    );
    open.close();
    expect(found).toMatchObject({orders: 96470, late: 6534});
    expect(found.promised).toBeCloseTo(23.9, 0);
    expect(found.farthest).toBeLessThan(4500);
    expect(found.by_distance).toBeGreaterThan(0.4);
    expect(found.same_state).toBeCloseTo(0.36, 1);
    expect(found.seller_lift).toBeGreaterThan(0.002);
  });
});
