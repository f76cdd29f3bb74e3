import {describe, expect, test} from "vitest";
import {rows} from "../../../lib/source/sql.js";
import {stage} from "../../../loaders/source/stage.js";
import {set, shop, writeShop} from "./fixture.js";
import {ownDatabase} from "./refusals.js";
import {connectionOf} from "../../../loaders/source/connection.js";

describe("words of another shop", () => {
  const connection = ownDatabase();

  test("pass and are counted, and cancelled is canceled", async () => {
    const files = shop();
    set(files.payments, 2, "payment_type", "Pix");
    set(files.orders, 3, "order_status", "returned");
    set(files.orders, 4, "order_status", "cancelled");
    const {directory, remove} = writeShop(files);
    const staged = await stage(connection(), directory);
    remove();
    const notes = staged.ok ? staged.value.files.map((line) => line.notes).join("; ") : staged.message;
    expect(notes).toContain('payment_type: 1 "pix" kept');
    expect(notes).toContain('order_status: 1 "returned" kept');
    expect(notes).toContain('1 "cancelled" read as "canceled"');
    const kept = await rows(
      connectionOf(connection()),
      "SELECT status FROM staged_orders ORDER BY order_key"
    );
    expect(kept.map(({status}) => status)).toEqual(
      "delivered delivered returned canceled delivered delivered".split(" ")
    );
  });
});
