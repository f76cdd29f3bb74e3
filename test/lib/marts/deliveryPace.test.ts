import {duckdb} from "../../../lib/dialect/duckdb.js";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {paceSql} from "../../../lib/marts/deliveryPace.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts} from "../../support/marts.js";

const at = (day: number, time = "10:00:00") => `timestamp '2018-01-01 ${time}' + interval ${day} day`;

describe("how long a delivery took lately", () => {
  let open: OpenMarts;
  beforeAll(async () => {
    open = await openMarts();
    await open.run(`
      create table sellers as select * from (values (1, 'SP'), (2, 'RJ')) t(seller_key, state);
      create table orders as select * from (values
        (1, 'MG', ${at(0)}, ${at(5)}, ${at(10)}),
        (2, 'MG', ${at(1)}, ${at(2)}, null),
        (3, 'MG', ${at(10, "23:00:00")}, ${at(12)}, ${at(20)}),
        (4, 'MG', ${at(11)}, ${at(12)}, ${at(13)}),
        (5, 'MG', ${at(11)}, ${at(12)}, ${at(13)}),
        (6, 'MG', ${at(200)}, ${at(199)}, ${at(198)})
      ) t(order_key, state, purchased_at, shipped_at, delivered_at);
      create table order_sellers as
        select * from (values (1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (5, 2), (6, 1)) t(order_key, seller_key)`);
  });
  afterAll(() => open.close());

  it("mixes what was known the day before into three days of handling and nine in transit", async () => {
    const rows = await open.rows<{order_key: number; usual_days: number}>(
      `with ${paceSql(duckdb)} select * from pace order by order_key`
    );
    // Two orders had been handed over by day 10, after 5 and 1 days.
    const handling = (5 + 1 + 5 * 3) / 7;
    const expected = [
      3 + 9,
      3 + 9,
      // The delivery of this very day is not known yet,
      handling + 9,
      // a day later it is,
      handling + (5 + 20 * 9) / 21,
      // and the second seller, of whom nothing is known, counts as slower.
      3 + 9,
      // Half a year later all of it is forgotten, and times the wrong way round do not count.
      3 + 9
    ];
    expect(rows.map(({order_key}) => order_key)).toEqual([1, 2, 3, 4, 5, 6]);
    rows.forEach(({usual_days}, index) => expect(usual_days).toBeCloseTo(expected[index], 2));
  });
});
