import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test, vi} from "vitest";
import {stage} from "../../../loaders/source/stage.js";
import {csvText, everyFile, hex, set, shop, writeShop} from "./fixture.js";
import {ownDatabase} from "./refusals.js";
import {stageShop} from "./staged.js";

const connection = ownDatabase();
const temporary = mkdtempSync(join(tmpdir(), "vitrine-tolerant-"));

beforeAll(() => vi.stubEnv("TMPDIR", temporary));

afterAll(() => {
  vi.unstubAllEnvs();
  const left = readdirSync(temporary);
  rmSync(temporary, {recursive: true});
  expect(left).toEqual([]);
});

describe("stage", () => {
  test("keeps quoted newlines, doubled quotes, semicolons and emoji of a message", async () => {
    const files = shop();
    const message = 'ótimo, "rápido"; veio\nantes 👍🏽\r\n\r\nfim';
    set(files.reviews, 1, "review_comment_message", message);
    set(files.reviews, 2, "review_comment_message", "   ");
    const {tables} = await stageShop(connection(), files);
    expect(tables.reviews.map((row) => row.message)).toEqual([message, "   ", "bom", "bom", "bom", "bom"]);
  });

  test("reads what Windows adds to Latin-1", async () => {
    const files = shop();
    set(files.reviews, 1, "review_comment_message", "\x93bom\x94 \x96 \x80 5, não é?");
    const {tables} = await stageShop(connection(), files, {
      reviews: Buffer.from(csvText(files.reviews), "latin1")
    });
    expect(tables.reviews[0].message).toBe("“bom” – € 5, não é?");
  });

  test("takes dates without seconds or without a time at midnight and at the minute", async () => {
    const files = shop();
    set(files.orders, 1, "order_purchase_timestamp", "02-10-2017 10:56");
    set(files.orders, 2, "order_purchase_timestamp", "31-10-2017");
    set(files.orders, 3, "order_purchase_timestamp", "2017-10-04 9:05");
    const {tables} = await stageShop(connection(), files);
    const times = tables.orders.map((row) => row.purchased_at);
    expect(times).toContain("2017-10-02 10:56:00");
    expect(times).toContain("2017-10-31 00:00:00");
    expect(times).toContain("2017-10-04 09:05:00");
  });

  test("reads thousands by the column that they stand in", async () => {
    const files = shop();
    const written = ["2.500,00", "960,00", "1.200", "11.800,5", "R$ 1.234.567,89", "0,85"];
    files.items.rows.forEach((_, at) => set(files.items, at + 1, "price", written[at % written.length]));
    ["1.250", "990", "2.000"].forEach((weight, at) => {
      files.products.rows[at] = [...files.products.rows[0]];
      set(files.products, at + 1, "product_id", hex("b", at + 1));
      set(files.products, at + 1, "product_weight_g", weight);
    });
    const {tables, notes} = await stageShop(connection(), files, {items: csvText(files.items, ";")});
    const prices = tables.items.map((row) => Number(row.price_cents));
    expect(prices.slice(0, 6)).toEqual([250000, 96000, 120000, 1180050, 123456789, 85]);
    expect(tables.items[0].freight_cents).toBe(1329);
    expect(tables.products.map((row) => row.weight_g)).toEqual([1250, 990, 2000]);
    expect(notes.items).toBe(
      'separated by ";"; decimal commas; 8 numbers with their thousands set apart; amounts in R$'
    );
    expect(notes.products).toContain("2 numbers with their thousands set apart");
  });

  test("takes words for nothing out of names and categories, and what is surely one out of messages", async () => {
    const files = shop();
    set(files.customers, 1, "customer_city", "NULL");
    set(files.products, 1, "product_category_name", "nan");
    set(files.products, 2, "product_weight_g", "NA");
    set(files.reviews, 1, "review_comment_message", "NULL");
    set(files.reviews, 2, "review_comment_message", "-");
    const {tables, notes} = await stageShop(connection(), files);
    expect(tables.customers[0].city).toBeNull();
    expect(tables.products[0]).toMatchObject({category: null, weight_g: 225});
    expect(tables.products[1].weight_g).toBeNull();
    expect(tables.reviews.slice(0, 2).map((row) => row.message)).toEqual([null, "-"]);
    expect(notes).toMatchObject({customers: 'read as empty: 1 "NULL"', reviews: 'read as empty: 1 "NULL"'});
    expect(notes.products).toContain('read as empty: 1 "NA", 1 "nan"');
  });

  test("leaves out blank rows, with the reason, and still counts them", async () => {
    const expected = (await stageShop(connection(), shop())).tables;
    const contents = everyFile((csv) => {
      const blank = csv.header.map(() => "");
      return csvText({header: csv.header, rows: [csv.rows[0], blank, ...csv.rows.slice(1), blank, blank]});
    });
    const {tables, lines} = await stageShop(connection(), shop(), contents);
    expect(tables).toEqual(expected);
    for (const line of lines) expect(line.excluded).toEqual([{reason: "blank row", rows: 3}]);
    const listed = await connection().runAndReadAll(
      "SELECT row_number FROM staged_excluded_rows WHERE table_name = 'orders' ORDER BY ALL"
    );
    expect(listed.getRows().flat().map(Number)).toEqual([2, 8, 9]);
  });

  test("leaves out a few orphans, what hangs on them too, and says which rows", async () => {
    const files = shop(300);
    set(files.orders, 7, "customer_id", "c".repeat(32));
    set(files.payments, 9, "order_id", "9".repeat(32));
    const {lines} = await stageShop(connection(), files);
    const excluded = Object.fromEntries(lines.map((line) => [line.table, line.excluded]));
    const order = "its order_id is not among the orders used";
    expect(excluded).toMatchObject({
      orders: [{reason: "its customer_id is not among the customers used", rows: 1}],
      items: [{reason: order, rows: 2}],
      payments: [{reason: order, rows: 2}],
      reviews: [{reason: order, rows: 1}],
      customers: []
    });
    const listed = await connection().runAndReadAll(
      "SELECT row_number, detail FROM staged_excluded_rows WHERE table_name = 'payments' ORDER BY ALL"
    );
    expect(listed.getRowsJson()).toEqual([
      ["7", files.orders.rows[6][0]],
      ["9", "9".repeat(32)]
    ]);
  });

  test("stages each point of mainland Brazil once", async () => {
    const files = shop();
    const lisbon = ["01310", "38.71", "-9.13", "castelo", "SP"];
    files.geolocation.rows.push(lisbon, lisbon, files.geolocation.rows[0], files.geolocation.rows[0]);
    const {tables, lines} = await stageShop(connection(), files);
    expect(tables.geolocation.map((row) => row.copies)).toEqual([1, 1, 1, 3]);
    expect(lines.find((line) => line.table === "geolocation")?.excluded).toEqual([
      {reason: "exact duplicate of another row", rows: 2},
      {reason: "exact duplicate of another row, outside mainland Brazil", rows: 1},
      {reason: "point outside mainland Brazil", rows: 1}
    ]);
  });

  test("reads from a directory whose name has quotes and stars", async () => {
    const {directory, remove} = writeShop(shop(), {}, "d'or [1]*");
    const result = await stage(connection(), directory);
    remove();
    expect(result.ok).toBe(true);
  });
});
