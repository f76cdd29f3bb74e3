import {readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import type {PublishedTraining} from "../../lib/lab/published.js";
import type {modelModule} from "../../lib/serve/kernel.js";
import type {ScoringCustomers} from "../../lib/serve/publishedScoring.js";
import {scoringSql} from "../../lib/model/scoringSql.js";
import {queryRows, withDatabase} from "../../loaders/database.js";
import {viewMarts} from "../../loaders/views.js";
import {parquetColumns} from "../../src/components/parquet.js";
import {examplesOf, writtenValues} from "../../tools/score/heldOut.js";
import {servedModels} from "../../tools/score/publish.js";
import {launch, phone, seriousViolations, settled, site, visit} from "./support.js";

type Module = ReturnType<typeof modelModule>;

const marts = ".vitrine/marts";
const folder = "dist/models/churn";
const read = <T>(path: string) => JSON.parse(readFileSync(join(folder, path), "utf8")) as T;
const columnsIn = async (path: string) =>
  (await parquetColumns(new Uint8Array(readFileSync(join(folder, path))))) as Record<string, number[]>;
const moduleOf = async (family: string) =>
  (await import(pathToFileURL(resolve(folder, `${family}.js`)).href)) as Module;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it("ES module, SQL in DuckDB and the tab agree on every row held out, and on all others", async () => {
  const training = read<PublishedTraining>("training.json");
  await withDatabase(async (connect) => {
    const connection = await connect();
    await viewMarts(connection, marts);
    const examples = await examplesOf(connection, marts, training);
    const rows = Array.from(examples.keys.keys());
    const held = (await columnsIn(training.files.rows.path)).held_out;
    expect(held.filter(Boolean).length).toBeGreaterThan(100);
    const served = servedModels(folder, training);
    const fields = served.get("xgboost")?.fields ?? [];
    const written = Object.fromEntries(fields.map(({name}) => [name, writtenValues(examples, name, rows)]));
    await connection.run(
      `create table customer (row integer, ${fields.map(({name, kind}) => `"${name}" ${kind === "category" ? "varchar" : "double"}`).join(", ")})`
    );
    const appender = await connection.createAppender("customer");
    for (const row of rows) {
      appender.appendInteger(row);
      for (const {name} of fields) {
        const value = written[name][row];
        if (value === null) appender.appendNull();
        else if (typeof value === "string") appender.appendVarchar(value);
        else appender.appendDouble(value);
      }
      appender.endRow();
    }
    appender.closeSync();
    for (const {family, files} of training.models) {
      const {predictBatch, predict, hash} = await moduleOf(family);
      const probabilities = predictBatch(written);
      const published = (await columnsIn(files.people.path)).probability;
      expect(Array.from(probabilities, Math.fround), family).toEqual(published);
      const model = served.get(family);
      if (!model) throw new Error(`no model ${family}`);
      expect(hash).toBe(model.hash);
      const sql = scoringSql(model.model, {table: "customer", key: "row", columns: examples.columns});
      const found = await queryRows<{row: number; probability: number}>(connection, sql);
      const apart = found.reduce(
        (most, {row, probability}) => Math.max(most, Math.abs(probability - probabilities[row])),
        0
      );
      expect(found).toHaveLength(rows.length);
      expect(apart, family).toBeLessThan(1e-12);
      for (const row of rows.filter((one) => held[one] && one % 20 === 0)) {
        const customer = Object.fromEntries(fields.map(({name}) => [name, written[name][row]]));
        expect(predict(customer).probability).toBe(probabilities[row]);
      }
    }
  });
});

it("scores, explains, refuses, and gives back a file, all in the tab", async () => {
  const {page, problems, close} = await visit(browser, `${site}models/score.html`);
  await settled(page);
  const customers = read<ScoringCustomers>("customers.json");
  const customerAt = (at: number) =>
    Object.fromEntries(Object.entries(customers.columns).map(([name, values]) => [name, values[at]]));
  const answer = () => page.locator("main .answer").innerText();
  expect(await answer()).toMatch(
    /^Customer [\d,]+: the model .* gives a probability of .* that the customer does not order again/
  );

  // The module, as the page says to call it, loaded by the browser itself.
  const call = await page.getByRole("region", {name: "The call in JavaScript"}).locator("code").innerText();
  const address = new URL(/from "([^"]+)"/.exec(call)?.[1] ?? "", page.url()).href;
  const there = await page.evaluate<number>(
    `import(${JSON.stringify(address)}).then(({predict}) => predict(${JSON.stringify(customerAt(0))}).probability)`
  );
  const {predict, fields} = await moduleOf("xgboost");
  expect(there).toBe(predict(customerAt(0)).probability);

  // Another model and customer, in the address.
  await page.getByLabel("Logistic regression").check();
  await page.waitForFunction(() =>
    /Logistic/.test(document.querySelector("main .answer")?.textContent ?? "")
  );
  expect(new URL(page.url()).searchParams.get("model")).toBe("logistic");
  await settled(page);

  // A typed customer, wrong and right.
  const area = page.getByLabel(/^A customer as JSON/);
  await area.fill('{"frequensy": 1}');
  await page.getByText("did you mean “frequency”?").first().waitFor();
  await area.fill(JSON.stringify({...customerAt(3), frequency: 2}));
  await page
    .getByText(/The customer typed: the model/)
    .first()
    .waitFor();
  await settled(page);

  // A file, with a row that cannot be scored; the same again comes from what is kept.
  const names = fields.map(({name}) => name);
  const line = (at: number) =>
    [customers.keys[at], ...names.map((name) => customers.columns[name][at] ?? "")].join(",");
  const lines = customers.keys.map((_, at) => line(at));
  const wrong = names.indexOf("frequency") + 1;
  lines[4] = lines[4]
    .split(",")
    .map((cell, i) => (i === wrong ? "many" : cell))
    .join(",");
  const file = {
    name: "people.csv",
    mimeType: "text/csv",
    buffer: Buffer.from([`customer_key,${names.join(",")}`, ...lines].join("\n"))
  };
  const drop = page.getByLabel("CSV of customers");
  await drop.setInputFiles(file);
  await page.getByText(`${lines.length - 1} of ${lines.length} rows have a score.`).waitFor();
  await page.getByText('“frequency” must be a whole number or null, not "many".').first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: "Download the scores (CSV)"}).click()
  ]);
  const [, ...scores] = readFileSync(await download.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  const logistic = await moduleOf("logistic");
  const expected = customers.keys.flatMap((key, at) =>
    at === 4 ? [] : [`${key},${logistic.predict(customerAt(at)).probability}`]
  );
  expect(scores.map((row) => row.split(",").slice(0, 2).join(","))).toEqual(expected);
  await drop.setInputFiles(file);
  await page.locator(".batch-said .progress-text", {hasText: "Scored earlier"}).waitFor();
  await page
    .getByText(/^Scores of people\.csv, model/)
    .first()
    .waitFor();
  await page.getByRole("button", {name: "Forget all"}).click();
  await page.getByText("Nothing is kept: scores of files").waitFor();
  expect(problems).toEqual([]);
  await close();
});

it("works on a phone, keeps what-if in the address, and is clean for axe", async () => {
  const {page, problems, close} = await visit(
    browser,
    `${site}models/score.html?pick=30&whatif=frequency:3`,
    {viewport: phone, colorScheme: "dark"}
  );
  await settled(page);
  await page.locator(".whatif-answer", {hasText: "With this change the probability"}).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await seriousViolations(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});
