import type {Case} from "./refusals.js";
import {describe, expect, test} from "vitest";
import {set} from "./fixture.js";
import {cell, ownDatabase, refuses} from "./refusals.js";

const connection = ownDatabase();

const cells: Case[] = [
  cell("orders", 3, "order_id", "", "empty-value"),
  cell("orders", 2, "customer_id", "   ", "empty-value", "an id"),
  cell("customers", 2, "customer_unique_id", "", "empty-value"),
  cell("items", 1, "product_id", "", "empty-value"),
  cell("sellers", 1, "seller_id", "", "empty-value"),
  cell("orders", 2, "order_id", "1,23E+31", "bad-id"),
  cell("payments", 2, "payment_type", "12.5", "unknown-value", "boleto"),
  cell("customers", 5, "customer_state", "XX", "unknown-value", "27 states"),
  cell("sellers", 2, "seller_state", "", "empty-value"),
  cell("reviews", 1, "review_score", "0", "out-of-range", "from 1 to 5"),
  cell("reviews", 1, "review_score", "6", "out-of-range", "from 1 to 5"),
  cell("reviews", 6, "review_score", "4.5", "bad-integer"),
  cell("reviews", 6, "review_score", "five", "bad-integer"),
  cell("items", 2, "order_item_id", "0", "out-of-range"),
  cell("items", 3, "price", "-58.90", "out-of-range"),
  cell("items", 3, "price", "58.905", "bad-money", "two decimals"),
  cell("items", 3, "price", "58.9000001", "bad-money", "two decimals"),
  cell("items", 3, "price", "1.23,45", "bad-money"),
  cell("items", 3, "price", "12 %", "bad-money"),
  cell("items", 3, "price", "NaN", "empty-value", "a word for nothing"),
  cell("orders", 2, "order_id", "NULL", "empty-value", "a word for nothing"),
  cell("items", 3, "price", "99999999.00", "out-of-range", "ten million"),
  cell("items", 4, "freight_value", "-0.01", "out-of-range"),
  cell("payments", 4, "payment_value", "-1.00", "out-of-range"),
  cell("payments", 4, "payment_value", "", "empty-value"),
  cell("payments", 4, "payment_installments", "-1", "out-of-range"),
  cell("products", 1, "product_weight_g", "-225", "out-of-range"),
  cell("products", 1, "product_length_cm", "16 cm", "bad-integer"),
  cell("orders", 1, "order_purchase_timestamp", "", "empty-value"),
  cell("orders", 1, "order_purchase_timestamp", "2017-13-02 10:00:00", "bad-time", "2017-10-02 10:56:33"),
  cell("orders", 1, "order_purchase_timestamp", "2017-02-30 10:00:00", "bad-time"),
  cell("orders", 1, "order_purchase_timestamp", "2017-10-02 25:00:00", "bad-time"),
  cell("orders", 1, "order_purchase_timestamp", "2017-10-02 10:56:33-3", "bad-time"),
  cell("orders", 1, "order_approved_at", "1999-12-31 23:59:59", "out-of-range", "2000"),
  cell("orders", 1, "order_approved_at", "2101-01-01 00:00:00", "out-of-range", "2100"),
  cell("orders", 1, "order_approved_at", "43010.45", "bad-time"),
  cell("orders", 1, "order_approved_at", "31/31/2017 10:00", "bad-time"),
  cell("orders", 1, "order_approved_at", "02/10/17 10:00", "bad-time"),
  cell("reviews", 2, "review_creation_date", "yesterday", "bad-time"),
  cell("customers", 1, "customer_zip_code_prefix", "013100", "bad-zip", "five digits"),
  cell("customers", 1, "customer_zip_code_prefix", "1310-9", "bad-zip"),
  cell("sellers", 1, "seller_zip_code_prefix", "", "empty-value"),
  cell("geolocation", 3, "geolocation_lat", "200", "out-of-range", "from -90 to 90"),
  cell("geolocation", 3, "geolocation_lng", "-181", "out-of-range"),
  cell("geolocation", 3, "geolocation_lat", "23 S", "bad-degrees"),
  cell("geolocation", 3, "geolocation_lat", "-2.354.562.812", "out-of-range"),
  cell("geolocation", 3, "geolocation_lat", "nan", "empty-value"),
  cell("translation", 1, "product_category_name_english", "", "empty-value"),
  cell("orders", 3, "order_status", "'; DROP TABLE staged_orders; --", "unknown-value")
];

/** A shop with a column filled with values, again and again. */
const column = (
  table: string,
  name: string,
  code: Case["code"],
  values: string[],
  ...says: string[]
): Case => ({
  title: `${table}: ${name} of ${values.join(", ")}`,
  table,
  code,
  says: [name, ...says],
  rows: (csv) => csv.rows.forEach((_, at) => set(csv, at + 1, name, values[at % values.length]))
});

describe("stage refuses a cell with", () => {
  refuses(connection, cells);

  refuses(connection, [
    column(
      "items",
      "price",
      "ambiguous-number",
      ["4.000", "2.500", "1.200", "990"],
      "row 1",
      '"4.000"',
      "4000",
      "4.00"
    ),
    column(
      "payments",
      "payment_value",
      "ambiguous-number",
      ["73", "1,250"],
      "row 2",
      "1250",
      "1.25",
      "comma"
    ),
    column("items", "price", "several-currencies", ["R$ 5,00", "€ 5,00"], "R$", "€"),
    column(
      "orders",
      "order_approved_at",
      "ambiguous-dates",
      ["2/10/2017", "3/10/2017"],
      "2017-10-02",
      "2017-02-10"
    ),
    column(
      "orders",
      "order_approved_at",
      "contradictory-dates",
      ["2/10/2017", "13/10/2017", "10/13/2017"],
      "row 3",
      '"10/13/2017"',
      "row 2"
    ),
    column(
      "orders",
      "order_approved_at",
      "several-zones",
      ["2017-10-02 10:56:33-03:00", "2017-10-02 10:56:33"],
      "row 1",
      "-03:00",
      "some with none",
      "without a zone"
    ),
    column(
      "orders",
      "order_approved_at",
      "several-zones",
      ["2017-10-02T10:56Z", "2017-10-02T10:56+0900"],
      "+0900 or Z"
    )
  ]);

  test("SQL in it, which is never run", async () => {
    const reader = await connection().runAndReadAll("SELECT count(*) FROM staged_files");
    expect(reader.getRows()).toHaveLength(1);
  });
});
