import {describe, expect, test} from "vitest";
import {fileZonesNote} from "../../../lib/source/fileZones.js";
import {csvText, everyCell, shop} from "./fixture.js";
import {ownDatabase} from "./refusals.js";
import {stageShop} from "./staged.js";

const connection = ownDatabase();

const orders = {file: "orders.csv", name: "bought"};
const reviews = {file: "reviews.csv", name: "answered"};
const note = (one: string[], other: string[], [oneBare, otherBare] = [false, false]) =>
  fileZonesNote([
    {...orders, zones: one, bare: oneBare},
    {...reviews, zones: other, bare: otherBare}
  ]);

describe("zones of several files", () => {
  test.each([
    ["zones of two places", note(["-03:00"], ["Z"])],
    ["a zone and none", note(["Z"], [], [false, true])]
  ])("are noted: %s", (_, said) => {
    expect(said).toMatch(
      /^times show \S+ in orders.csv \(bought\), (Z|no zone) in reviews.csv \(answered\) and /
    );
  });

  test.each([
    ["one zone written in two ways", note(["Z"], ["+00:00"])],
    ["winter and summer", note(["-03:00"], ["-02:00", "-03:00"])],
    ["no zone at all", note([], [], [true, true])],
    ["days without a time", note(["-03:00"], [])]
  ])("are not, where they agree: %s", (_, said) => {
    expect(said).toBeNull();
  });

  test("are noted with the orders, by file and column", async () => {
    const zoned = (name: string, zone: string) =>
      csvText(everyCell(shop()[name], (value) => value.replace(/:\d\d$/, `$&${zone}`)));
    const {notes} = await stageShop(connection(), shop(), {
      orders: zoned("orders", "-03:00"),
      reviews: zoned("reviews", "Z"),
      items: zoned("items", "-03:00")
    });
    expect(notes.orders).toContain(
      "times show Z in olist_order_reviews_dataset.csv (review_creation_date, review_answer_timestamp), -03:00 in olist_order_items_dataset.csv (shipping_limit_date), -03:00 in olist_orders_dataset.csv (order_purchase_timestamp, order_approved_at, order_delivered_carrier_date, order_delivered_customer_date, order_estimated_delivery_date) and are read as they stand"
    );
    const agreeing = await stageShop(connection(), shop(), {
      orders: zoned("orders", "-03:00"),
      reviews: zoned("reviews", "-03:00"),
      items: zoned("items", "-03:00")
    });
    expect(agreeing.notes.orders).toBe(
      "times with the zone -03:00 are read as the local time that they show"
    );
  });
});
