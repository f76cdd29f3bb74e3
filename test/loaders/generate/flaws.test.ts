import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {orderFlaws} from "../../../loaders/generate/calibration/dirt.js";
import {makeShop} from "./shop.js";
import type {Shop} from "./shop.js";

const scale = 0.1;
let shop: Shop;
beforeAll(async () => {
  shop = await makeShop(scale);
});
afterAll(() => shop.remove());

const expected = (count: number) => Math.max(1, Math.round(count * scale));
const delivered = "order_status = 'delivered'";
const paid = `(SELECT order_id, sum(price + freight_value) AS due FROM items GROUP BY order_id)
  JOIN (SELECT order_id, sum(payment_value) AS paid FROM payments GROUP BY order_id) USING (order_id)`;

/** Flaws by the published count at scale 1 and how many rows show them here. */
const counted: Record<string, [number, string]> = {
  "delivered without approval": [14, `FROM orders WHERE ${delivered} AND order_approved_at IS NULL`],
  "delivered without a date": [8, `FROM orders WHERE ${delivered} AND order_delivered_customer_date IS NULL`],
  "delivered without handover": [
    2,
    `FROM orders WHERE ${delivered} AND order_delivered_carrier_date IS NULL`
  ],
  "approved after handover": [
    orderFlaws.approvedAfterHandover + orderFlaws.handoverBeforePurchase,
    "FROM orders WHERE order_approved_at > order_delivered_carrier_date"
  ],
  "handed over before the purchase": [
    166,
    "FROM orders WHERE order_delivered_carrier_date < order_purchase_timestamp"
  ],
  "delivered before handover": [
    23,
    "FROM orders WHERE order_delivered_customer_date < order_delivered_carrier_date"
  ],
  "canceled with a delivery date": [
    6,
    "FROM orders WHERE order_status = 'canceled' AND order_delivered_customer_date IS NOT NULL"
  ],
  "without payment": [1, "FROM orders WHERE order_id NOT IN (SELECT order_id FROM payments)"],
  "vouchers of zero": [6, "FROM payments WHERE payment_type = 'voucher' AND payment_value = 0"],
  "payments not defined": [3, "FROM payments WHERE payment_type = 'not_defined'"],
  "zero installments": [2, "FROM payments WHERE payment_installments = 0"],
  "without a first payment": [
    80,
    "FROM (SELECT min(payment_sequential) AS first FROM payments GROUP BY order_id) WHERE first > 1"
  ],
  "paid more": [232, `FROM ${paid} WHERE paid - due > 100`],
  "paid less": [17, `FROM ${paid} WHERE due - paid > 100`],
  "paid about right": [54, `FROM ${paid} WHERE abs(paid - due) BETWEEN 2 AND 100`],
  "freight of zero": [383, "FROM items WHERE freight_value = 0"],
  "shipping limit in 2020": [4, "FROM items WHERE year(shipping_limit_date) = 2020"],
  "second reviews": [551, "FROM (FROM reviews SELECT order_id GROUP BY order_id HAVING count(*) > 1)"],
  "reviews before the purchase": [
    74,
    "FROM reviews JOIN orders USING (order_id) WHERE review_creation_date < date_trunc('day', order_purchase_timestamp)"
  ],
  "messages of spaces": [9, "FROM reviews WHERE regexp_full_match(review_comment_message, ' +')"],
  "messages of blank lines": [18, "FROM reviews WHERE regexp_full_match(review_comment_message, '\\n+')"],
  "weightless products": [4, "FROM products WHERE product_weight_g = 0"],
  "products without sizes": [2, "FROM products WHERE product_length_cm IS NULL"],
  "products without category": [610, "FROM products WHERE product_category_name IS NULL"],
  "sellers without coordinates": [
    7,
    `FROM (SELECT DISTINCT seller_zip_code_prefix AS zip FROM sellers)
     WHERE zip NOT IN (SELECT geolocation_zip_code_prefix FROM geolocation)`
  ],
  "points outside Brazil": [42, "FROM geolocation WHERE geolocation_lat > 6 OR geolocation_lng > -34"]
};

test.each(Object.entries(counted))(
  "%s: a tenth of the published count, at least one",
  async (_, [count, from]) => {
    expect(await shop.value(`SELECT count(*) ${from}`)).toBe(expected(count));
  }
);

describe("flaws that come in shares", () => {
  test("statuses without items are those of the published files", async () => {
    const rows = await shop.rows(`SELECT order_status AS status, count(*)::INTEGER AS n FROM orders
      WHERE order_id NOT IN (SELECT order_id FROM items) GROUP BY order_status ORDER BY n DESC, status`);
    expect(rows.map(({status}) => status)).toEqual([
      "unavailable",
      "canceled",
      "created",
      "invoiced",
      "shipped"
    ]);
    expect(Number(rows[0].n)).toBe(60);
    expect(Math.abs(Number(rows[1].n) - 16)).toBeLessThanOrEqual(3);
  });

  test("undelivered orders stop at the stage that their status says", async () => {
    expect(
      await shop.value(`SELECT count(*) FROM orders WHERE
        (order_status = 'shipped' AND (order_delivered_carrier_date IS NULL OR order_delivered_customer_date IS NOT NULL))
        OR (order_status IN ('unavailable', 'invoiced', 'processing', 'approved')
          AND (order_approved_at IS NULL OR order_delivered_carrier_date IS NOT NULL))
        OR (order_status = 'created' AND order_approved_at IS NOT NULL)`)
    ).toBe(0);
  });

  test("geolocation has repeated rows, several spellings and prefixes under two states", async () => {
    const repeated = await shop.value(
      "SELECT 1 - (SELECT count(*) FROM (SELECT DISTINCT * FROM geolocation)) / count(*) FROM geolocation"
    );
    expect(repeated).toBeGreaterThan(0.22);
    expect(repeated).toBeLessThan(0.3);
    const zips = (having: string) =>
      shop.value(
        `SELECT count(*) FROM (SELECT geolocation_zip_code_prefix FROM geolocation GROUP BY 1 HAVING ${having})`
      );
    const several = await zips("count(DISTINCT geolocation_city) > 1");
    expect(several / (await zips("true"))).toBeGreaterThan(0.35);
    expect(await zips("count(DISTINCT geolocation_state) > 1")).toBe(1);
    expect(
      await shop.value("SELECT count(*) FROM geolocation WHERE geolocation_city LIKE '%ã%'")
    ).toBeGreaterThan(100);
  });

  test("some people live where no coordinates are, and a quarter of prefixes begin with 0", async () => {
    const missing = "customer_zip_code_prefix NOT IN (SELECT geolocation_zip_code_prefix FROM geolocation)";
    const unlisted = await shop.value(`SELECT count(*) FROM customers WHERE ${missing}`);
    expect(Math.abs(unlisted - 27)).toBeLessThan(6);
    const zero = await shop.value("SELECT avg((customer_zip_code_prefix LIKE '0%')::INTEGER) FROM customers");
    expect(zero).toBeGreaterThan(0.2);
    expect(zero).toBeLessThan(0.28);
  });

  test("two categories of products lack a translation, which keeps its misspellings", async () => {
    const rows = await shop.rows(`SELECT DISTINCT product_category_name AS key FROM products
      WHERE product_category_name NOT IN (SELECT product_category_name FROM translation) ORDER BY key`);
    expect(rows.map(({key}) => key)).toEqual(["pc_gamer", "portateis_cozinha_e_preparadores_de_alimentos"]);
    expect(
      await shop.value(
        "SELECT count(*) FROM translation WHERE product_category_name_english LIKE '%costruction%'"
      )
    ).toBe(2);
  });

  test("some sellers typed something else than a city", async () => {
    expect(
      await shop.value("SELECT count(*) FROM sellers WHERE regexp_matches(seller_city, '[^a-z '']')")
    ).toBeGreaterThanOrEqual(1);
  });

  test("comments are Portuguese with accents, emoji, quotes and several lines, titles only since April 2018", async () => {
    for (const pattern of ["ção", "😍", '"', "\n"]) {
      expect(
        await shop.value(`SELECT count(*) FROM reviews WHERE contains(review_comment_message, '${pattern}')`),
        pattern
      ).toBeGreaterThan(3);
    }
    expect(
      await shop.value(
        "SELECT count(*) FROM reviews WHERE review_comment_title IS NOT NULL AND review_creation_date < '2018-04-20'"
      )
    ).toBe(0);
    expect(
      await shop.value("SELECT count(*) FROM reviews WHERE regexp_matches(review_comment_message, '[{}]')")
    ).toBe(0);
  });
});
