import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {segments} from "../../../lib/marts/segments.js";
import {purchasesOf} from "../../../lib/retention/purchases.js";
import {dayOf} from "../../../lib/days.js";
import {segmentsAt} from "../../../lib/retention/segmentsAt.js";
import {rfmScores} from "../../../lib/rfm/score.js";
import {segmentOf} from "../../../lib/rfm/segments.js";
import {openMarts, smallMarts} from "../../support/marts.js";
import {anyOrders, purchasesFrom} from "./support.js";

describe("segments at a day", () => {
  it("are those of lib/rfm, of delivered orders before the day", () => {
    const cutoff = fc.integer({min: dayOf(new Date("2016-12-31")), max: dayOf(new Date("2018-04-12"))});
    fc.assert(
      fc.property(anyOrders, cutoff, (made, day) => {
        const known = made
          .map((order) => ({...order, at: dayOf(new Date(order.day))}))
          .filter(({delivered, at}) => delivered && at < day);
        const people = [...new Set(known.map(({person}) => person))].sort((a, b) => a - b);
        const scores = rfmScores(
          people.map((who) => {
            const own = known.filter(({person}) => person === who);
            return {
              recencyDays: day - 1 - Math.max(...own.map(({at}) => at)),
              frequency: own.length,
              monetary: own.reduce((sum, {price}) => sum + price, 0)
            };
          })
        );
        expect([...segmentsAt(purchasesFrom(made), day)]).toEqual(
          people.map((who, i) => [who, segmentOf(scores[i].r, scores[i].fm)])
        );
      }),
      {numRuns: 100}
    );
  });

  it("are none before all orders or without a delivered one, and the middle of one customer alone", () => {
    const day = dayOf(new Date("2018-01-05"));
    const one = purchasesFrom([{person: 7, day: "2018-01-05"}]);
    expect(segmentsAt(one, day).size).toBe(0);
    expect([...segmentsAt(one, day + 1)]).toEqual([[7, "Loyal Customers"]]);
    expect(segmentsAt(purchasesFrom([{person: 7, day: "2018-01-05", delivered: false}]), day + 9).size).toBe(
      0
    );
    expect(segmentsAt(purchasesFrom([]), day).size).toBe(0);
  });
});

describe("segments of a generated shop", () => {
  it("are those that the mart has at the same cutoff", async () => {
    const open = await openMarts(await smallMarts());
    const [{cutoff}] = await open.rows<{cutoff: string}>(
      "select cast(cast(max(day) as date) - 60 as varchar) as cutoff from purchases"
    );
    const rows = await open.rows<Record<string, unknown>>("from purchases");
    const expected = await open.rows<{customer_key: number; segment: string}>(
      segments.sql({cutoff: `${cutoff}T00:00:00`})
    );
    open.close();
    const columns = Object.fromEntries(
      Object.keys(rows[0]).map((name) => [name, rows.map((row) => row[name])])
    );
    const all = purchasesOf({...columns, day: columns.day.map((day) => new Date(String(day)))});
    expect(expected.length).toBeGreaterThan(500);
    expect([...segmentsAt(all, dayOf(new Date(cutoff)))]).toEqual(
      expected.map(({customer_key, segment}) => [customer_key, segment])
    );
  });
});
