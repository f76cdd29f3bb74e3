import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, describe, expect, test} from "vitest";
import {filesHeld} from "../../../lib/source/filesHeld.js";
import {stage} from "../../../loaders/source/stage.js";
import {tables} from "../../../lib/source/tables.js";
import {shop, writeShop} from "./fixture.js";
import {ownDatabase} from "./refusals.js";
import {folderAt} from "../../../loaders/source/folder.js";

describe("a directory", () => {
  const connection = ownDatabase();
  const made: (() => void)[] = [];
  const directoryOf = (contents = {}) => {
    const {directory, remove} = writeShop(shop(), contents);
    made.push(remove);
    return directory;
  };

  afterEach(() => {
    for (const remove of made.splice(0)) remove();
  });

  test("holds the nine files, whatever else stands there", async () => {
    const directory = directoryOf();
    writeFileSync(join(directory, "README.md"), "");
    expect(await filesHeld(folderAt(directory))).toEqual({ok: true, value: tables});
  });

  test("is refused where it holds only some of the nine", async () => {
    const result = await filesHeld(folderAt(directoryOf({sellers: undefined, orders: undefined})));
    expect(result).toMatchObject({ok: false, code: "missing-file"});
    expect(result.ok ? "" : result.message).toContain(
      "7 of the nine files, olist_sellers_dataset.csv, olist_orders_dataset.csv are missing"
    );
  });

  test("may lack what a shop may lack", async () => {
    const held = await filesHeld(
      folderAt(directoryOf({reviews: undefined, geolocation: undefined, translation: undefined}))
    );
    expect(held.ok && held.value.map(({name}) => name)).toEqual(
      "sellers products payments customers items orders".split(" ")
    );
  });

  test("is refused as a source where it is not there or holds none", async () => {
    const inner = join(directoryOf(), "inner");
    mkdirSync(inner);
    for (const directory of ["/nowhere", inner]) {
      const result = await stage(connection(), directory);
      expect(result).toMatchObject({ok: false, code: "missing-directory"});
      expect(result.ok ? "" : result.message).toContain(`${directory} holds none of the nine files`);
    }
  });

  test.each([
    [
      "archive.zip",
      '"archive.zip": unpack what is packed, then put the nine files into it, or set OLIST_DIR'
    ],
    ["orders.csv", '"orders.csv": put the nine files into it, or set OLIST_DIR'],
    ["olist_orders_dataset.csv.gz", '"olist_orders_dataset.csv.gz": unpack what is packed']
  ])("with %s alone is refused by what it holds", async (name, says) => {
    const inner = join(directoryOf(), "inner");
    mkdirSync(inner);
    writeFileSync(join(inner, name), "");
    const result = await filesHeld(folderAt(inner));
    expect(result.ok ? "" : result.message).toContain(`holds none of the nine files, but ${says}`);
  });

  test("is refused with what to unpack where one of the nine is packed", async () => {
    const directory = directoryOf({reviews: undefined});
    writeFileSync(join(directory, "olist_order_reviews_dataset.csv.gz"), "");
    const result = await filesHeld(folderAt(directory));
    expect(result.ok ? "" : result.message).toContain("unpack olist_order_reviews_dataset.csv");
  });
});
