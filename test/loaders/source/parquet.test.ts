import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {SchemaElement} from "hyparquet";
import {afterAll, describe, expect, test} from "vitest";
import {buildMarts} from "../../../loaders/buildMarts.js";
import {generate} from "../../../loaders/generate/index.js";
import type {Source} from "../../../loaders/origin.js";
import {fileAt, tools} from "../../../loaders/source/folder.js";
import {stageSource} from "../../../loaders/source/stageSource.js";
import {rows} from "../../../lib/source/sql.js";
import {connectionOf} from "../../../loaders/source/connection.js";
import {previewFile} from "../../../lib/source/transactions/preview.js";
import {decimalText, floatText} from "../../../lib/source/parquet/cellText.js";
import {zonelessNotes} from "../../../lib/source/parquet/zonelessNotes.js";
import {ownDatabase} from "./refusals.js";

const connection = ownDatabase();
const folder = mkdtempSync(join(tmpdir(), "vitrine-parquet-"));
afterAll(() => rmSync(folder, {recursive: true}));

const here = (name: string) => join(folder, name);

/** Writes the answer to a query as Parquet. */
const write = (name: string, select: string, options = "") =>
  connection().run(`COPY (${select}) TO '${here(name)}' (FORMAT parquet${options})`);

const table = (file: string): Source => ({kind: "real", directory: folder, table: {file}});
const staged = (file: string) => stageSource(connection(), table(file), folder);
const refusal = async (file: string) => {
  const result = await staged(file);
  return result.ok ? "" : result.message;
};

/** Marts that name the files. */
const ofFiles = ["ledger.parquet", "quality.parquet", "quality_rows.parquet"];

/** The marts that differ between two sources in a row, those that tell of the files apart; and how many were compared. */
async function differing(one: Source, other: Source): Promise<{compared: number; differ: string[]}> {
  const [left, right] = [mkdtempSync(here("left-")), mkdtempSync(here("right-"))];
  for (const [source, out] of [
    [one, left],
    [other, right]
  ] as const) {
    const built = await buildMarts({source, out});
    if (!built.ok) throw new Error(built.message);
  }
  const files = readdirSync(left).filter((file) => file.endsWith(".parquet") && !ofFiles.includes(file));
  const differ: string[] = [];
  for (const file of files) {
    const [a, b] = [left, right].map((out) => `FROM '${join(out, file)}'`);
    const [{n}] = await rows(
      connectionOf(connection()),
      `SELECT count(*) AS n FROM ((${a} EXCEPT ALL ${b}) UNION ALL (${b} EXCEPT ALL ${a}))`
    );
    if (Number(n) > 0) differ.push(file);
  }
  return {compared: files.length, differ};
}

const lines = `SELECT order_id, customer, "date", amount, quantity, product FROM (VALUES
  (1::BIGINT, 'ana', TIMESTAMP '2011-03-04 10:00:00', 1234.5::DOUBLE, 2::UTINYINT, 'é "x", y'),
  (2, 'josé', TIMESTAMP '2011-04-05 11:12:13', 0.1, NULL, ''),
  (3, 'ana', TIMESTAMP '2011-05-06 00:00:00', 12.34, 1, NULL),
  (4, NULL, TIMESTAMP '2011-05-07 00:00:00', 3, 1, 'b')) t(order_id, customer, "date", amount, quantity, product)`;

const asked = () =>
  rows(
    connectionOf(connection()),
    `SELECT order_id, customer_unique_id AS customer, strftime(purchased_at, '%Y-%m-%d %H:%M:%S') AS day,
       CAST(sum(price_cents) AS INTEGER) AS cents
     FROM staged_orders JOIN staged_customers USING (customer_id) JOIN staged_items USING (order_key)
     GROUP BY ALL ORDER BY order_id`
  );

describe("the same shop as CSV and as Parquet gives the same marts", () => {
  test("of CDNOW's log, typed", async () => {
    writeFileSync(here("cdnow.csv"), readFileSync("test/reference/clv/CDNOW_sample.txt"));
    const log = `SELECT regexp_extract_all(trim(line), '[0-9.]+') AS f FROM read_csv('${here("cdnow.csv")}', columns = {line: 'VARCHAR'}, delim = '\\0', header = false)`;
    await write(
      "cdnow.parquet",
      `SELECT f[1] AS customer, strptime(f[3], '%Y%m%d')::DATE AS date, f[4]::SMALLINT AS quantity,
         f[5]::DECIMAL(8, 2) AS amount FROM (${log})`,
      ", ROW_GROUP_SIZE 2048"
    );
    expect(await differing(table("cdnow.csv"), table("cdnow.parquet"))).toEqual({compared: 24, differ: []});
  });

  test("of the nine files, typed and compressed with Zstandard", async () => {
    const directory = here("nine");
    await generate({directory, scale: 0.01, seed: 3});
    const typed = here("typed");
    mkdirSync(typed);
    const zips = {customers: "customer", sellers: "seller", geolocation: "geolocation"};
    for (const file of readdirSync(directory).filter((name) => name.endsWith(".csv"))) {
      const zip = Object.entries(zips).find(([name]) => file.includes(name))?.[1];
      const types = `{'${zip}_zip_code_prefix': 'VARCHAR'}`;
      const from = `read_csv('${join(directory, file)}'${zip ? `, types = ${types}` : ""})`;
      await write(`typed/${file.replace(".csv", ".parquet")}`, `FROM ${from}`, ", COMPRESSION zstd");
    }
    const kinds = await rows(
      connectionOf(connection()),
      `SELECT column_type AS kind FROM (DESCRIBE FROM '${here("typed/olist_order_items_dataset.parquet")}')`
    );
    expect(kinds.map(({kind}) => kind)).toEqual(expect.arrayContaining(["TIMESTAMP", "DOUBLE", "BIGINT"]));
    const [csv, parquet] = [directory, typed].map((each): Source => ({kind: "real", directory: each}));
    expect(await differing(csv, parquet)).toEqual({compared: 24, differ: []});
  });

  test("compressed with gzip, in several pages and row groups", async () => {
    const many = `SELECT 'c' || i % 97 AS customer, TIMESTAMP '2011-03-04' + INTERVAL (i) MINUTE AS date,
      (i * 7919 % 100000) / 100 AS amount, md5(i::VARCHAR) AS product FROM range(20000) t(i)`;
    await write("many.parquet", many, ", COMPRESSION gzip, ROW_GROUP_SIZE 4096");
    await connection().run(`COPY (${many}) TO '${here("many.csv")}' (FORMAT csv, HEADER)`);
    expect(await differing(table("many.csv"), table("many.parquet"))).toEqual({compared: 24, differ: []});
  });

  test("row for row in the ledger", async () => {
    await write("lines.parquet", lines);
    await connection().run(`COPY (${lines}) TO '${here("lines.csv")}' (FORMAT csv, HEADER)`);
    const [parquet, csv] = [await staged("lines.parquet"), await staged("lines.csv")];
    const ledger = ({files}: {files: {table: string; rows: number; used: number; excluded: unknown}[]}) =>
      files.map(({table, rows, used, excluded}) => ({table, rows, used, excluded}));
    expect(parquet.ok && ledger(parquet.value)).toEqual(csv.ok && ledger(csv.value));
    expect(await asked()).toEqual([
      {order_id: "1", customer: "ana", day: "2011-03-04 10:00:00", cents: 123450},
      {order_id: "2", customer: "josé", day: "2011-04-05 11:12:13", cents: 10},
      {order_id: "3", customer: "ana", day: "2011-05-06 00:00:00", cents: 1234}
    ]);
  });
});

describe("a typed column", () => {
  test("of numbers is taken by its type, however the same digits could be read as text", async () => {
    await write(
      "thousands.parquet",
      `SELECT 'c' || i AS customer, TIMESTAMP '2011-03-04' + INTERVAL (i) DAY AS date, i + 0.25::DECIMAL(9, 3) AS amount FROM range(3) t(i)`
    );
    expect(await refusal("thousands.parquet")).toBe("");
    expect((await asked()).map(({cents}) => cents)).toEqual([25, 125, 225]);
  });

  test("keeps the digits of ids that no double holds, and the zone of its times", async () => {
    await write(
      "ids.parquet",
      `SELECT 9007199254740993::DECIMAL(38, 0) + i AS order_id, 'c' AS customer, make_timestamptz(2011, 3, 4 + i, 10, 0, 0, 'UTC') AS date,
         1.5::FLOAT AS amount FROM range(2) t(i)`
    ).catch(() =>
      write(
        "ids.parquet",
        `SELECT 9007199254740993::DECIMAL(38, 0) + i AS order_id, 'c' AS customer, epoch_ms(1299232800000 + 86400000 * i) AS date,
           1.5::FLOAT AS amount FROM range(2) t(i)`
      )
    );
    expect(await refusal("ids.parquet")).toBe("");
    expect((await asked()).map(({order_id, day}) => [order_id, day])).toEqual([
      ["9007199254740993", "2011-03-04 10:00:00"],
      ["9007199254740994", "2011-03-05 10:00:00"]
    ]);
  });

  test("of times without a zone says as whose clock they are taken, in the form and in the ledger", async () => {
    await write("bare.parquet", lines);
    const shown = await previewFile("bare.parquet", fileAt(here("bare.parquet")), tools);
    expect(shown.ok && shown.value.notes).toEqual([
      "Times of date say no zone: taken as the shop’s own clock."
    ]);
    const columns = {customer: "customer", time: "date", amount: "amount"};
    for (const [shop, clock] of [
      [undefined, "the shop’s own clock;"],
      [{timeZone: "Europe/Berlin"}, "the shop’s own clock (Europe/Berlin);"]
    ] as const) {
      writeFileSync(here("clock.json"), JSON.stringify({format: "vitrine-mapping", columns, shop}));
      const mapped = {kind: "real", directory: folder} as const;
      const result = await stageSource(
        connection(),
        {...mapped, table: {file: "bare.parquet", mapping: here("clock.json")}},
        folder
      );
      const notes = result.ok && result.value.files.find(({table}) => table === "items")?.notes;
      expect(`${String(notes)};`).toContain(`times of date say no zone: taken as ${clock}`);
    }
  });

  test("of times is noted by what its type says of the zone", () => {
    const of = (element: Partial<SchemaElement>) =>
      zonelessNotes([{name: "date", element: {name: "date", ...element}}]).join("");
    const unit = {unit: "MICROS", type: "TIMESTAMP"} as const;
    expect(of({type: "INT64", logical_type: {...unit, isAdjustedToUTC: true}})).toBe("");
    expect(of({type: "INT64", logical_type: {...unit, isAdjustedToUTC: false}})).toContain("say no zone");
    expect(of({type: "INT64", converted_type: "TIMESTAMP_MILLIS"})).toContain("say no zone");
    expect(of({type: "INT96"})).toContain("INT96, which says no zone");
    expect(of({type: "INT32", converted_type: "DATE"})).toBe("");
  });

  test("is written as a CSV of the same table has it", () => {
    expect([decimalText(5n, 2), decimalText(-1250n, 3), decimalText(7n, 0)]).toEqual([
      "0.05",
      "-1.2500",
      "7"
    ]);
    expect([12.3, 0.1, 1e10, 16777216].map((value) => floatText(Math.fround(value)))).toEqual([
      "12.3",
      "0.1",
      "10000000000",
      "16777216"
    ]);
  });

  test("is shown before it is read", async () => {
    await write("shown.parquet", `SELECT *, [1, 2] AS parts FROM (${lines})`);
    const shown = await previewFile("shown.parquet", fileAt(here("shown.parquet")), tools);
    expect(shown.ok && shown.value.header).toEqual([
      "order_id",
      "customer",
      "date",
      "amount",
      "quantity",
      "product"
    ]);
    expect(shown.ok && shown.value.rows[1]).toEqual(["2", "josé", "2011-04-05 11:12:13", "0.1", "", ""]);
  });
});

describe("a Parquet file is refused with what to do", () => {
  const columns = "'c' AS customer, TIMESTAMP '2011-03-04' AS date, 1.5 AS amount";

  test("where it is damaged or cut off", async () => {
    await write("whole.parquet", lines, ", COMPRESSION snappy");
    const bytes = readFileSync(here("whole.parquet"));
    writeFileSync(here("cut.parquet"), bytes.subarray(0, bytes.length / 2));
    expect(await refusal("cut.parquet")).toMatch(
      /^cut.parquet is a damaged Parquet file .*: write or download it again.$/
    );
    writeFileSync(here("spoilt.parquet"), Buffer.from(bytes).fill(0xff, 4, 300));
    expect(await refusal("spoilt.parquet")).toMatch(/^spoilt.parquet is a damaged Parquet file .*$/);
  });

  test("where a column that is needed holds lists", async () => {
    await write("nested.parquet", `SELECT 'c' AS customer, TIMESTAMP '2011-03-04' AS date, [1.5] AS amount`);
    writeFileSync(
      here("mapping.json"),
      JSON.stringify({
        format: "vitrine-mapping",
        columns: {customer: "customer", time: "date", amount: "amount"}
      })
    );
    const source = {
      kind: "real",
      directory: folder,
      table: {file: "nested.parquet", mapping: here("mapping.json")}
    } as const;
    const result = await stageSource(connection(), source, folder);
    expect(result.ok ? "" : result.message).toContain("amount");
  });

  test("where it is encrypted", async () => {
    await write("open.parquet", `SELECT ${columns}`);
    const bytes = readFileSync(here("open.parquet"));
    bytes.write("PARE", 0);
    bytes.write("PARE", bytes.length - 4);
    writeFileSync(here("locked.parquet"), bytes);
    expect(await refusal("locked.parquet")).toBe(
      "locked.parquet is an encrypted Parquet file: write it without encryption."
    );
  });

  test.each(["brotli", "lz4_raw"])("where it is compressed with %s", async (codec) => {
    await write("packed.parquet", `SELECT ${columns}`, `, COMPRESSION ${codec}`);
    expect(await refusal("packed.parquet")).toMatch(
      new RegExp(
        `compressed with ${codec}, which is not read here: write the file with Snappy or Zstandard.$`,
        "i"
      )
    );
  });

  test("where it stands beside the CSV of the same name", async () => {
    const directory = here("both");
    mkdirSync(directory);
    for (const end of ["csv", "parquet"]) writeFileSync(join(directory, `olist_orders_dataset.${end}`), "x");
    const result = await stageSource(connection(), {kind: "real", directory}, directory);
    expect(result.ok ? "" : result.message).toContain(
      "has both olist_orders_dataset.csv and olist_orders_dataset.parquet"
    );
  });
});
