import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {existsSync} from "node:fs";
import {olistDir} from "../../support/paths.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts, realMarts} from "../../support/marts.js";

describe.skipIf(!existsSync(olistDir ?? ""))("daily and repeat_orders together", () => {
  let open: OpenMarts;
  beforeAll(async () => {
    open = await openMarts(await realMarts());
  });
  afterAll(() => open.close());

  const start = Date.UTC(2016, 8, 1) / 86_400_000;
  const day = (offset: number) => new Date((start + offset) * 86_400_000).toISOString().slice(0, 10);
  const selection = fc.record({
    from: fc.integer({min: 0, max: 790}),
    days: fc.integer({min: 0, max: 790}),
    state: fc.constantFrom("SP", "RJ", "AC", "RR", "any"),
    status: fc.constantFrom("delivered", "canceled", "any")
  });

  it("count people and repeaters of any period, state and status exactly", async () => {
    await fc.assert(
      fc.asyncProperty(selection, async ({from, days, state, status}) => {
        const where = (time: string) =>
          [
            `${time} >= date '${day(from)}' and ${time} < date '${day(from + days)}'`,
            state === "any" ? "true" : `state = '${state}'`,
            status === "any" ? "true" : `status = '${status}'`
          ].join(" and ");
        const [exact] = await open.rows(
          `select count(*) as people, count(*) filter (where orders > 1) as repeaters
           from (select customer_key, count(*) as orders from orders where ${where("purchased_at")} group by 1)`
        );
        const [cheap] = await open.rows(
          `with back as (
             select customer_key, count(*) as orders from repeat_orders where ${where("day")} group by 1
           )
           select (select coalesce(sum(orders), 0) from daily where ${where("day")})
             - (select coalesce(sum(orders - 1), 0) from back) as people,
             (select count(*) from back where orders > 1) as repeaters`
        );
        expect(cheap).toEqual(exact);
      }),
      {numRuns: 60}
    );
  });
});
