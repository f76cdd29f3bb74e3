import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import {marts} from "../../../lib/marts/index.js";
import {buildMarts} from "../../../loaders/build.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts} from "../../support/marts.js";
import type {Contents, Csv, Shop} from "./fixture.js";
import {csvText, shop, writeShop} from "./fixture.js";

const scratch = mkdtempSync(join(tmpdir(), "vitrine-optional-"));
afterAll(() => rmSync(scratch, {recursive: true, force: true}));

/** The marts of a shop, and what the manifest notes on each file. */
async function built(name: string, files: Shop, contents: Contents = {}) {
  const {directory, remove} = writeShop(files, contents);
  const out = join(scratch, name);
  const manifest = await buildMarts({source: {kind: "real", directory}, out});
  remove();
  if (!manifest.ok) throw new Error(manifest.message);
  const notes = Object.fromEntries(manifest.value.inputs.map(({table, notes}) => [table, notes]));
  return {open: await openMarts(out), notes};
}

/** A file without some of its columns. */
function without({header, rows}: Csv, ...columns: string[]): Csv {
  const kept = header.flatMap((name, at) => (columns.includes(name) ? [] : [at]));
  return {header: kept.map((at) => header[at]), rows: rows.map((row) => kept.map((at) => row[at]))};
}

const typesOf = (open: OpenMarts) =>
  open.rows("select table_name, column_name, data_type from information_schema.columns order by all");

const headerOf = (csv: Csv) => csvText({...csv, rows: []});

describe("a shop", () => {
  const files = shop();
  const none = {reviews: undefined, geolocation: undefined, translation: undefined};
  const headers = {
    reviews: headerOf(files.reviews),
    geolocation: headerOf(files.geolocation),
    translation: headerOf(files.translation)
  };

  test.each([
    ["without three files", none, "no such file"],
    ["with only the headers of three files", headers, "no rows"]
  ])("%s has every mart, of the same types", async (name, contents, says) => {
    const full = await built("full", files);
    const {open, notes} = await built(name, files, contents);
    for (const table of Object.keys(none)) expect(notes[table]).toBe(says);
    expect(await typesOf(open)).toEqual(await typesOf(full.open));
    expect(await typesOf(open)).not.toEqual([]);
    for (const empty of ["reviews", "review_texts", "places"])
      expect(await open.rows(`select count(*) as n from ${empty}`)).toEqual([{n: 0}]);
    for (const same of ["items", "payments", "segments", "repeat_orders", "price_bands"])
      expect(await open.rows(`from ${same}`), same).toEqual(await full.open.rows(`from ${same}`));
    const scores = await open.rows("select count(*) as n, count(review_score) as scored from orders");
    expect(scores).toEqual([{n: 6, scored: 0}]);
    const far = await open.rows("select distinct distance_km from lateness");
    expect(far).toEqual([{distance_km: 0}]);
    for (const mart of marts)
      for (const {name} of mart.columns.filter(({type}) => type === "double"))
        expect(await open.rows(`from ${mart.name} where isnan("${name}")`), mart.name).toEqual([]);
    full.open.close();
    open.close();
  });

  test("without comments and ids of reviews, sizes and cities keeps what it has", async () => {
    const gone = ["review_id", "review_comment_title", "review_comment_message"];
    const {open, notes} = await built("columns", {
      ...files,
      reviews: without(files.reviews, ...gone),
      products: without(files.products, "product_weight_g"),
      sellers: without(files.sellers, "seller_city")
    });
    expect(notes.reviews).toBe(`without columns: ${gone.map((name) => `"${name}"`).join(", ")}`);
    expect(notes.products).toContain('without columns: "product_weight_g"');
    expect(notes.sellers).toBe('without columns: "seller_city"');
    const scores = await open.rows("select score, has_title, has_message from reviews order by order_key");
    expect(scores).toEqual(
      [2, 3, 4, 5, 1, 2].map((score) => ({score, has_title: false, has_message: false}))
    );
    open.close();
  });
});
