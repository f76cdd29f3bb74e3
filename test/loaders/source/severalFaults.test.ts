import {expect, test} from "vitest";
import {stage} from "../../../loaders/source/stage.js";
import {csvText, set, shop, writeShop} from "./fixture.js";
import {ownDatabase} from "./refusals.js";

const connection = ownDatabase();

test("every file's first fault is told in one run, each on a line", async () => {
  const files = shop();
  set(files.items, 3, "price", "cheap");
  set(files.customers, 2, "customer_state", "XX");
  files.orders.rows.push(files.orders.rows[0]);
  const {directory, remove} = writeShop(files, {
    sellers: csvText(files.sellers).replace("seller_id", "id").replace("seller_state", "uf"),
    payments: ""
  });
  const result = await stage(connection(), directory);
  remove();
  expect(result).toMatchObject({ok: false, code: "missing-column"});
  const told = result.ok ? [] : result.message.split("\n");
  expect(told).toEqual([
    expect.stringMatching(
      /^olist_sellers_dataset.csv, column seller_id and column seller_state are not in .*[.]$/
    ),
    expect.stringMatching(/^olist_order_payments_dataset.csv is empty: .*[.]$/),
    expect.stringMatching(/^olist_customers_dataset.csv, row 2, column customer_state has "XX".*[.]$/),
    expect.stringMatching(/^olist_order_items_dataset.csv, row 3, column price has "cheap".*[.]$/),
    expect.stringMatching(/^olist_orders_dataset.csv, row 7, column order_id repeats .*[.]$/)
  ]);
});
