import {describe, expect, test} from "vitest";
import {stage} from "../../../loaders/source/stage.js";
import type {Shop} from "./fixture.js";
import {everyCell, set, shop, writeShop} from "./fixture.js";
import {ownDatabase} from "./refusals.js";
import {stageShop} from "./staged.js";

const connection = ownDatabase();
const named = (files: Shop, table: string, column: string, change: (id: string) => string) => {
  files[table] = everyCell(files[table], (value, at) => (at === column ? change(value) : value));
};

/** A shop whose orders are called 1 to 6. */
function numbered(): Shop {
  const files = shop();
  const order = (id: string) => String(parseInt(id.slice(1), 16));
  for (const table of ["orders", "items", "payments", "reviews"]) named(files, table, "order_id", order);
  return files;
}

describe("ids that a tool has reshaped", () => {
  test("join where each can mean one only", async () => {
    const plain = await stageShop(connection(), numbered());
    const files = numbered();
    named(files, "payments", "order_id", (id) => `${id}.0`);
    named(files, "items", "product_id", (id) => id.toUpperCase());
    const {tables, notes} = await stageShop(connection(), files);
    expect(tables).toEqual(plain.tables);
    expect(notes.payments).toContain('order_id: 6 ids such as "1.0" read as "1"');
    expect(notes.items).toContain('product_id: 2 ids such as "B00');
    expect(notes.reviews).toBe(plain.notes.reviews);
  });

  test("are refused by what they look like where several could be meant", async () => {
    const files = numbered();
    set(files.orders, 2, "order_id", "1.00");
    named(files, "payments", "order_id", (id) => `${id}.0`);
    for (const table of ["items", "reviews"])
      named(files, table, "order_id", (id) => (id === "2" ? "1.00" : id));
    const {directory, remove} = writeShop(files);
    const result = await stage(connection(), directory);
    remove();
    expect(result).toMatchObject({ok: false, code: "orphans"});
    expect(result.ok ? "" : result.message).toMatch(
      /payments.*names "1[.]0", which olist_orders_dataset[.]csv lacks, though it has "1", which that looks like, .*: write each id in one way in both files[.]$/
    );
  });
});
