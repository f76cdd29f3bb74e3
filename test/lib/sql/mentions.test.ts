import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {mentions} from "../../../lib/sql/mentions.js";

const marts = ["orders", "items", "customers", "daily", "order_ids"];
const found = (sql: string) => mentions(sql, marts);

describe("mentions", () => {
  it.each<[string, string[]]>([
    ["select orders from daily, items", ["daily", "items"]],
    ['SELECT * FROM Orders JOIN "ITEMS" USING (order_key)', ["orders", "items"]],
    ["from orders", ["orders"]],
    ["select * from main.orders o, (select * from items) i, customers", ["orders", "items", "customers"]],
    ["select * from (orders join items using (order_key))", ["orders", "items"]],
    ["select count(*) from daily where orders > (select avg(items) from customers)", ["daily", "customers"]],
    ["with orders as (select * from items) select * from customers", ["items", "customers"]],
    ["select 1 union all select 2 from items", ["items"]],
    ["select * from range(3), lateral (select 1 from orders), items", ["orders", "items"]],
    ["describe orders", ["orders"]],
    ["summarize items", ["items"]],
    ["pivot daily on state using sum(orders)", ["daily"]],
    ["select * from daily order by orders, items", ["daily"]],
    ["select 'from orders', $$ from items $$, e'\\' from orders' from daily -- from customers\n", ["daily"]],
    ["select * /* from orders /* nested */ from items */ from daily", ["daily"]],
    ["select extract(year from orders) from daily", ["orders", "daily"]],
    [
      "select * from daily d join customers c on d.orders = c.items, order_ids",
      ["daily", "customers", "order_ids"]
    ],
    ['select * from ordersx, "orders "', []],
    ["show tables", marts],
    ["SHOW ALL TABLES;", marts],
    ["describe", marts],
    ["show;", marts],
    ["from (show tables)", marts],
    ["select name from (describe) where name like 'o%'", marts],
    ["show tables from main", marts],
    ["pragma show_tables", marts],
    ["select 1; show tables", marts],
    ["select 'show tables' as show from daily", ["daily"]],
    ["from (describe orders)", ["orders"]],
    ["select table_name from information_schema.tables", marts],
    ["from duckdb_tables()", marts],
    ["select 'duckdb_tables' as name from daily", ["daily"]],
    ["", []]
  ])("of %s are %j", (sql, expected) => expect(found(sql)).toEqual(expected));

  it("never fails and names only what is known", () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(..."from orders,.()'\"$-/*;\\\neE1 ")}), (sql) => {
        expect(found(sql).every((name) => marts.includes(name))).toBe(true);
      }),
      {numRuns: 1000}
    );
  });
});
