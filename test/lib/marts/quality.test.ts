import {existsSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {checks, rowsPerCheck} from "../../../lib/marts/quality/quality.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts, realMarts, smallMarts} from "../../support/marts.js";
import {olistDir} from "../../support/paths.js";

interface Quality {
  check: string;
  table: string;
  rows: number;
  failing: number;
  action: string;
}

/** What fails in the real files, as published, or (from the customers' zips on) as counted in them. */
const published: Record<string, [rows: number, failing: number]> = {
  "order without items": [99441, 775],
  "order without payment": [99441, 1],
  "order without review": [99441, 768],
  "order with more than one review": [99441, 547],
  "order whose reviews disagree on the score": [99441, 202],
  "delivered order without a delivery date": [96478, 8],
  "delivered order without an approval date": [96478, 14],
  "delivered order without a carrier date": [96478, 2],
  "canceled order with a delivery date": [625, 6],
  "approved after it was handed to the carrier": [99441, 1359],
  "handed to the carrier before the purchase": [99441, 166],
  "handed to the carrier after the customer had it": [99441, 23],
  "late by the clock, on time by the calendar day": [96470, 1292],
  "payments differ from items and freight by more than one cent": [98665, 303],
  "gap of whole months without an order": [25, 1],
  "payment of zero": [103886, 9],
  "payment type not_defined": [103886, 3],
  "payment in zero installments": [103886, 2],
  "order whose payments do not start at 1": [99440, 80],
  "order_item_id above 1: a line number, not a quantity": [112650, 13984],
  "product repeated within an order": [102425, 7088],
  "shipping limit more than a year after the purchase": [112650, 4],
  "line without freight": [112650, 383],
  "review_id shared by several orders": [98410, 789],
  "review dated before the purchase": [99224, 74],
  "message of nothing but spaces": [40977, 9],
  "message of nothing but white space": [40977, 27],
  "person with several customer_ids": [96096, 2997],
  "person with several states": [96096, 39],
  "person with several cities": [96096, 122],
  "product without category": [32951, 610],
  "product without measures": [32951, 2],
  "product that weighs nothing": [32951, 4],
  "category without translation": [73, 2],
  "misspelt English category": [71, 4],
  "file with something to read over: byte order mark, spelling, encoding, dates or separators": [9, 2],
  "column name misspelt 'lenght'": [2, 2],
  "customer_id without an order": [99441, 0],
  // 278 without any point, and one whose only points lie outside.
  "customer's zip without a point inside Brazil": [99441, 279],
  "seller's zip without a point inside Brazil": [3095, 7],
  "review without an answer time": [99224, 63],
  "review without a creation date": [99224, 17],
  "seller's city is not a plain name": [3095, 24],
  "line repeated by joining items with payments row by row": [117601, 4954]
};

describe.skipIf(!existsSync(olistDir ?? ""))("the quality of the real files", () => {
  let open: OpenMarts;
  let found: Map<string, Quality>;
  beforeAll(async () => {
    open = await openMarts(await realMarts());
    found = new Map((await open.rows<Quality>("from quality")).map((row) => [row.check, row]));
  });
  afterAll(() => open.close());

  it.each(Object.entries(published))("counts: %s", (check, [rows, failing]) => {
    expect(found.get(check)).toMatchObject({rows, failing});
  });

  it("counts a leading zero in 24.13 % of the customers' zips", () => {
    const {rows, failing} = found.get("customer's zip starts with 0") as Quality;
    expect((100 * failing) / rows).toBeCloseTo(24.13, 2);
  });

  it("finds no text broken by a wrong encoding", async () => {
    const rows = await open.rows<Quality>(`from quality where "check" like 'text with characters broken%'`);
    expect(rows.map(({table, failing}) => [table, failing]).sort()).toEqual([
      ["customers", 0],
      ["geolocation", 0],
      ["products", 0],
      ["reviews", 0],
      ["sellers", 0]
    ]);
  });

  it("says by how much a join of items with payments would inflate revenue", () => {
    const {action} = found.get("line repeated by joining items with payments row by row") as Quality;
    expect(action).toMatch(
      /: a sum of prices of R\$ 14,209,115\.34 instead of R\$ 13,591,643\.70, 4\.5 % more$/
    );
  });

  it("counts points of the map that are double or outside Brazil", async () => {
    const [{double, outside}] = await open.rows<Record<string, number>>(
      `select sum(failing) filter (where "check" like '%duplicate%') as double,
         sum(failing) filter (where "check" like '%outside%') as outside
       from quality where "table" = 'geolocation'`
    );
    expect({double, outside}).toEqual({double: 261831, outside: 42});
  });
});

describe("the quality marts", () => {
  let open: OpenMarts;
  beforeAll(async () => {
    open = await openMarts(await smallMarts());
  });
  afterAll(() => open.close());

  it("hold every check once, also where nothing fails", async () => {
    const rows = await open.rows<Quality>("from quality");
    for (const {name, table} of checks())
      expect(rows.filter((row) => row.check === name && row.table === table)).toHaveLength(1);
    for (const {rows: seen, failing, action} of rows) {
      expect(failing).toBeLessThanOrEqual(seen);
      expect(action.length).toBeGreaterThan(5);
    }
  });

  it("list the rows that fail, all of them up to the cap", async () => {
    const counts = await open.rows<{failing: number; listed: number}>(
      `select q.failing, count(r."check") as listed from quality q
       left join quality_rows r on r."check" = q."check" and r."table" = q."table"
       where q.action <> 'left out of every mart' group by q."check", q."table", q.failing`
    );
    for (const {failing, listed} of counts) expect(listed).toBe(Math.min(failing, rowsPerCheck));
    expect(counts.some(({listed}) => listed === rowsPerCheck)).toBe(true);
  });

  it("account in the ledger for every row of the nine files", async () => {
    const tables = await open.rows<{table: string; rows: number; used: number; excluded: number}>(
      `select "table", max(rows) as rows, max(used) as used, sum(excluded) as excluded from ledger group by "table"`
    );
    expect(tables).toHaveLength(9);
    for (const {rows, used, excluded} of tables) expect(used + excluded).toBe(rows);
    const unexplained = await open.rows("from ledger where (excluded > 0) <> (reason <> '')");
    expect(unexplained).toEqual([]);
  });
});
