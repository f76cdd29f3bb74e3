import {readFileSync} from "node:fs";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {launch, settled, site, visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const map = "figure[aria-labelledby=chart-segment-map-title]";

it.concurrent("scores again, in the tab, when the cutoff moves", async () => {
  const {page, problems, close} = await visit(browser, `${site}customers/segments.html`);
  await settled(page);
  const before = await page.locator(`${map} svg`).innerHTML();
  await page.getByLabel("Cutoff").fill("2018-01-01");
  await page.getByLabel("Cutoff").press("Enter");
  await page.waitForFunction(
    ([selector, old]) => {
      const svg = document.querySelector(`${selector} svg`);
      return svg !== null && svg.innerHTML !== old && document.querySelector("[aria-busy=true]") === null;
    },
    [map, before]
  );
  expect(new URL(page.url()).searchParams.get("cutoff")).toBe("2018-01-01");
  expect(await page.locator("main .answer").innerText()).toContain("1 Jan 2018");
  expect(problems).toEqual([]);
  await close();
});

it.concurrent("shows the same map to whoever opens a copied address", async () => {
  const address = `${site}customers/segments.html?cutoff=2018-03-01&repeat=true&segment=At+Risk`;
  const [one, other] = [await visit(browser, address), await visit(browser, address)];
  await settled(one.page);
  await settled(other.page);
  expect(await one.page.getByLabel("Repeat buyers only").isChecked()).toBe(true);
  expect(
    await one.page
      .getByLabel("Segment", {exact: true})
      .evaluate((select: HTMLSelectElement) => select.selectedOptions[0].text)
  ).toBe("At Risk");
  expect(await one.page.locator(`${map} .chart-rows`).innerText()).toBe(
    await other.page.locator(`${map} .chart-rows`).innerText()
  );
  expect(await one.page.locator("main .answer").innerText()).toBe(
    await other.page.locator("main .answer").innerText()
  );
  await one.close();
  await other.close();
});

it.concurrent("lists a segment's customers by name and exports all of them", async () => {
  const {page, problems, close} = await visit(browser, `${site}customers/segments.html?segment=Champions`);
  await settled(page);
  await page.getByRole("button", {name: "List its customers"}).click();
  const frame = page.locator(".table-frame", {hasText: "Champions on"});
  await frame.waitFor();
  const shown = Number((await frame.locator(".table-rows").innerText()).replace(/\D/g, ""));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    frame.getByRole("button", {name: /^CSV of/}).click()
  ]);
  const lines = readFileSync(await download.path(), "utf8")
    .trim()
    .split(/\r?\n/);
  expect(shown).toBeGreaterThan(0);
  expect(lines.length - 1).toBe(shown);
  expect(lines[1]).toMatch(/^[0-9a-f]{32},/);
  expect(problems).toEqual([]);
  await close();
});

it.concurrent("starts DuckDB before the modules are there that ask it", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(/\/components\/sql\.[0-9a-f]+\.js$/, (route) => route.abort());
  const asked = Promise.all([
    page.waitForRequest(/duckdb-eh\.wasm$/),
    page.waitForRequest(/\/workers\/engine\.worker\.[0-9a-f]+\.js$/)
  ]);
  await page.goto(`${site}customers/segments.html`);
  await asked;
  await context.close();
});

it.concurrent.each([
  ["DuckDB", "**/duckdb-eh*.wasm", /DuckDB could not be started/],
  ["the Parquet reader", "**/parquet_wasm*.wasm", /its reader could not be loaded/]
])("says so in every part of the page where %s is out of reach", async (_, file, sentence) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(file, (route) => route.abort());
  await page.goto(`${site}customers/segments.html`);
  await page.locator('[data-pending="segment-map-titled"] .problem').waitFor();
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  for (const said of await page.locator("main .problem:visible").allInnerTexts())
    expect(said).toMatch(sentence);
  await context.close();
});
