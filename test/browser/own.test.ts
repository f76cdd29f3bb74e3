import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {BlobWriter, TextReader, ZipWriter} from "@zip.js/zip.js";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {generate} from "../../loaders/generate/index.js";
import {buildMarts} from "../../loaders/buildMarts.js";
import type {Source} from "../../loaders/origin.js";
import {formatCount} from "../../lib/format.js";
import {qualityAnswer} from "../../src/components/about/quality.js";
import type {CheckRow, LedgerRow} from "../../src/components/about/quality.js";
import {parquetColumns} from "../../src/components/parquet.js";
import {launch, seriousViolations, settled, site, visit} from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "vitrine-own-"));
const csv = join(folder, "csv");
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  await generate({directory: csv, scale: 0.02, seed: 7});
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, {recursive: true});
});

const badge = (page: Page) => page.locator("#own-badge > summary");
const answer = (page: Page) => page.locator("#observablehq-main .answer:visible").first().innerText();

/** Every table that a build of a source has, column by column. */
async function built(source: Source, name: string) {
  const out = join(folder, name);
  const manifest = await buildMarts({source, out});
  if (!manifest.ok) throw new Error(manifest.message);
  const columns = (mart: string) =>
    parquetColumns(new Uint8Array(readFileSync(join(out, `${mart}.parquet`))));
  return {manifest: manifest.value, columns};
}

const rowsOf = <T>(columns: Record<string, unknown[]>) => {
  const names = Object.keys(columns);
  return columns[names[0]].map((_, row) =>
    Object.fromEntries(names.map((name) => [name, columns[name][row]]))
  ) as T[];
};

/** A table that the browser keeps, column by column. */
async function kept(page: Page, mart: string) {
  const text = await page.evaluate(async (name) => {
    const {id} = JSON.parse(localStorage.getItem("vitrine-own") ?? "{}") as {id: string};
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("vitrine-own");
    const file = await (await (await root.getDirectoryHandle(id)).getFileHandle(name)).getFile();
    const bytes = new Uint8Array(await file.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, mart);
  return parquetColumns(new Uint8Array(Buffer.from(text, "base64")));
}

/** Chooses files on the page and waits until every page shows them. */
async function give(page: Page, files: string[]) {
  await page.locator(".own-drop input[multiple]").setInputFiles(files);
  await badge(page).waitFor({timeout: 120_000});
  await settled(page);
}

const same = ["orders", "customers", "segments", "journeys", "quality"];

it("nine files of a shop are shown by every page as a build shows them, until they are forgotten", async () => {
  const native = await built({kind: "real", directory: csv}, "nine");
  const {page, problems, requests, close} = await visit(browser, `${site}about/your-data.html`);
  await settled(page);
  expect(await seriousViolations(page)).toEqual([]);
  expect(await badge(page).isVisible()).toBe(false);
  const some = join(csv, readdirSync(csv).find((file) => file.includes("orders_dataset")) ?? "");
  await page.locator(".own-drop input[multiple]").setInputFiles([some]);
  await page.locator(".own-panel .problem").waitFor();
  expect(await page.locator(".own-panel .problem").innerText()).toContain("are missing");

  await give(
    page,
    readdirSync(csv).map((file) => join(csv, file))
  );
  for (const mart of same) expect(await kept(page, mart)).toEqual(await native.columns(mart));
  expect(await answer(page)).toContain("Every page shows your shop");
  expect(await seriousViolations(page)).toEqual([]);

  const ledger = rowsOf<LedgerRow>(await native.columns("ledger"));
  const checks = rowsOf<CheckRow>(await native.columns("quality"));
  await page.goto(`${site}about/quality.html`);
  await settled(page);
  expect(await answer(page)).toBe(qualityAnswer(ledger, checks));
  requests.length = 0;
  await page.goto(`${site}customers/segments.html`);
  await settled(page);
  expect(await page.locator("#observablehq-main").innerText()).toContain(
    formatCount(native.manifest.marts.segments.rows)
  );
  expect(requests.filter((path) => path.endsWith(".parquet"))).toEqual([]);

  const other = await page.context().newPage();
  await other.goto(`${site}index.html`);
  await badge(other).click();
  await other.locator("#own-badge button").click();
  await badge(other).waitFor({state: "hidden"});
  await page.locator("#own-changed").waitFor();

  await page.goto(`${site}about/your-data.html`);
  await page.getByRole("button", {name: "Show your data"}).click();
  await badge(page).waitFor();
  await page.getByRole("button", {name: "Forget your data"}).click();
  await badge(page).waitFor({state: "hidden"});
  await settled(page);
  const left = await page.evaluate(async () => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("vitrine-own");
    const names: string[] = [];
    for await (const name of (root as unknown as {keys(): AsyncIterable<string>}).keys()) names.push(name);
    return names;
  });
  expect(left).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

it("one table of transactions is mapped by keyboard, and what it says stays text", async () => {
  const file = join(folder, "sales [2011].csv");
  const lines = Array.from({length: 60}, (_, at) => {
    const day = String(1 + (at % 28)).padStart(2, "0");
    return `${at};p${at % 17};${day}/0${1 + Math.floor(at / 20)}/2011;1.0${at % 10}0,50;"<script>window.hacked = true</script>"`;
  });
  writeFileSync(file, `Beleg;Wer;Datum;Betrag;City\n${lines.join("\n")}\n`);
  const {page, problems, close} = await visit(browser, `${site}about/your-data.html`);
  await settled(page);
  await page.locator(".own-drop input[multiple]").setInputFiles([file]);
  const guess = page.getByLabel("Customer (needed; guessed by its values: check it)");
  await guess.waitFor();
  expect(await guess.inputValue()).toBe("Wer");
  await guess.selectOption("");
  await page.locator('[data-field="currency"] select').selectOption("EUR");
  const customer = page.locator('[data-field="customer"] select');
  await page.locator(".own-take").click();
  expect(await page.locator(".own-mapping .problem").innerText()).toContain("the customer");
  await customer.focus();
  await page.keyboard.type("Wer");
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement?.closest("[data-field]")?.getAttribute("data-field"))
    )
    .toBe("customer");
  await page.locator('[data-field="order"] select').selectOption("Beleg");
  expect(await seriousViolations(page)).toEqual([]);
  await page.locator(".own-take").focus();
  await page.keyboard.press("Enter");
  await badge(page).waitFor({timeout: 120_000});
  await settled(page);
  const mapping = {
    format: "vitrine-mapping",
    columns: {order: "Beleg", customer: "Wer", time: "Datum", amount: "Betrag", place: "City"}
  };
  writeFileSync(join(folder, "mapping.json"), JSON.stringify(mapping));
  const table = {file: "sales [2011].csv", mapping: join(folder, "mapping.json")};
  const plain = join(folder, "sales.csv");
  writeFileSync(plain, readFileSync(file));
  const native = await built(
    {kind: "real", directory: folder, table: {...table, file: "sales.csv"}},
    "table"
  );
  for (const mart of same.slice(0, 4)) expect(await kept(page, mart)).toEqual(await native.columns(mart));
  const lacking = {
    "products/operations.html": /^These data have no delivery dates: /,
    "products/scores.html": /^These data have no review scores: /
  };
  for (const name of ["index.html", "customers/cohorts.html", ...Object.keys(lacking)]) {
    await page.goto(`${site}${name}`);
    await settled(page);
    const sentence = lacking[name as keyof typeof lacking] as RegExp | undefined;
    if (sentence) {
      expect(await answer(page)).toMatch(sentence);
      expect(await page.locator("#observablehq-main :is(h2, figure, .kpi-card):visible").count()).toBe(0);
    }
    if (name === "index.html") {
      expect(await page.locator("#observablehq-main").innerText()).not.toContain("R$");
      expect(await page.locator(".kpi-value:visible").allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining("€")])
      );
      await page.locator('[data-pending="by-place"][data-state="ready"] svg').waitFor();
      expect(await page.locator("#shop-currency").innerText()).toBe("EUR");
      expect(await page.locator("#observablehq-main").innerText()).toContain("Orders until 28 Mar 2011");
    }
  }
  expect(await page.evaluate(() => (window as unknown as {hacked?: boolean}).hacked)).toBeUndefined();
  expect(problems).toEqual([]);
  await close();
});

/** Drops files or folders of the disk on the page, with the events that a browser makes of it. */
async function drop(page: Page, files: string[]) {
  const zone = page.locator(".own-drop");
  await zone.scrollIntoViewIfNeeded();
  const box = await zone.boundingBox();
  if (!box) throw new Error("there is nowhere to drop files");
  const at = {x: box.x + box.width / 2, y: box.y + 20};
  const session = await page.context().newCDPSession(page);
  const data = {items: [], files, dragOperationsMask: 1};
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", {type, ...at, data});
    if (type === "dragOver") await page.locator(".own-drop.over").waitFor();
  }
  await session.detach();
}

/** Writes each CSV of a folder as a typed Parquet file into another. */
async function asParquet(from: string, to: string) {
  mkdirSync(to, {recursive: true});
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const file of readdirSync(from).filter((name) => name.endsWith(".csv"))) {
    const [, zip] = /(customers|sellers|geolocation)/.exec(file) ?? [];
    const types = zip ? `, types = {'${zip.replace(/s$/, "")}_zip_code_prefix': 'VARCHAR'}` : "";
    const path = join(to, file.replace(".csv", ".parquet"));
    await connection.run(`COPY (FROM read_csv('${join(from, file)}'${types})) TO '${path}' (FORMAT parquet)`);
  }
  connection.closeSync();
  instance.closeSync();
}

it("a dropped folder of Parquet gives what its CSVs give, and other tabs are told at once of it and of its end", async () => {
  const parquet = join(folder, "dropped");
  await asParquet(csv, parquet);
  const native = await built({kind: "real", directory: csv}, "dropped-csv");
  const {page, problems, close} = await visit(browser, `${site}about/your-data.html`);
  await settled(page);
  const other = await page.context().newPage();
  await other.goto(`${site}index.html`);
  await settled(other);
  await page.bringToFront();
  await drop(page, [parquet]);
  await badge(page).waitFor({timeout: 120_000});
  await settled(page);
  for (const mart of ["orders", "customers", "segments", "journeys"])
    expect(await kept(page, mart)).toEqual(await native.columns(mart));

  const changed = other.locator("#own-changed");
  await changed.waitFor();
  for (const top of [0, 600]) {
    await other.evaluate((y) => scrollTo(0, y), top);
    const box = await changed.boundingBox();
    const height = other.viewportSize()?.height ?? 0;
    expect(box && box.y > 0 && box.y + box.height <= height, `in sight at ${top}`).toBe(true);
  }
  expect(await changed.innerText()).toContain("still shows those from before");
  expect(await badge(other).isVisible()).toBe(false);
  await changed.getByRole("button", {name: "Reload this page"}).click();
  await badge(other).waitFor();
  await settled(other);

  await page.getByRole("button", {name: "Forget your data"}).click();
  await badge(page).waitFor({state: "hidden"});
  await changed.waitFor();
  expect(await changed.innerText()).toContain("forgotten in another tab");
  expect(await badge(other).isVisible()).toBe(true);
  await changed.getByRole("button").click();
  await badge(other).waitFor({state: "hidden"});
  await settled(other);
  expect(problems).toEqual([]);
  await close();
});

it("what is dropped is told for what it is, and one table in a zip or as Parquet is mapped as a CSV is", async () => {
  const {page, problems, close} = await visit(browser, `${site}about/your-data.html`);
  await settled(page);
  const put = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const others: [string, string | Buffer, string][] = [
    [
      "book.xlsx",
      "PK\u0003\u0004.....xl/workbook.xml",
      "book.xlsx is an Excel workbook: export the sheet as CSV."
    ],
    ["none.csv", "", "none.csv is empty: export it again."],
    [
      "photo.png",
      Buffer.from("89504e470d0a1a0a00", "hex"),
      "photo.png is an image: choose a CSV or a Parquet file."
    ],
    ["cut.parquet", "PAR1 and no more", "cut.parquet is a damaged Parquet file"]
  ];
  for (const [name, content, says] of others) {
    await drop(page, [put(name, content)]);
    await page.locator(".own-panel .problem", {hasText: name}).waitFor();
    expect(await page.locator(".own-panel .problem").innerText()).toContain(says);
  }

  const lines = Array.from(
    {length: 40},
    (_, at) => `${at},p${at % 11},201104${String(1 + (at % 28)).padStart(2, "0")},${at}.50`
  );
  const text = `order_id,customer_id,order_date,amount\n${lines.join("\n")}\n`;
  const csvPath = put("lines.csv", text);
  const native = await built({kind: "real", directory: folder, table: {file: "lines.csv"}}, "lines");
  const writer = new ZipWriter(new BlobWriter(), {useWebWorkers: false});
  await writer.add("export/orders.csv", new TextReader(text));
  await writer.add("export/README.txt", new TextReader("what this is"));
  await drop(page, [put("orders.zip", Buffer.from(await (await writer.close()).arrayBuffer()))]);
  await page.getByRole("heading", {name: "orders.csv"}).waitFor();
  expect(await page.locator('[data-field="time"] select').inputValue()).toBe("order_date");
  const from = join(folder, "one");
  mkdirSync(from);
  writeFileSync(join(from, "lines.csv"), readFileSync(csvPath));
  await asParquet(from, from);
  for (const path of [join(folder, "orders.zip"), join(from, "lines.parquet")]) {
    await page.locator(".own-drop input[multiple]").setInputFiles([path]);
    await page.getByRole("heading", {name: path.endsWith("zip") ? "orders.csv" : "lines.parquet"}).waitFor();
    await page.locator(".own-take").click();
    await page.locator(".own-mapping").waitFor({state: "detached", timeout: 120_000});
    await badge(page).waitFor();
    await settled(page);
    for (const mart of ["orders", "segments", "purchases"])
      expect(await kept(page, mart)).toEqual(await native.columns(mart));
  }
  expect(problems).toEqual([]);
  await close();
});
