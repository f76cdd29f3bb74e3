import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {launch, settled, site, visit} from "./support.js";

const real = process.env.OLIST_DIR !== undefined;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const card = (label: string) => `section[aria-label="${label}"] .kpi-value`;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

it.skipIf(!real).concurrent("shows the shop's totals to the digit", async () => {
  const {page, close} = await visit(browser, site);
  await settled(page);
  const shown = async (label: string) => plain(await page.locator(card(label)).innerText());
  expect(await shown("Revenue")).toBe("R$ 13,221,498");
  expect(await shown("Orders")).toBe("99,441");
  expect(await shown("Active customers")).toBe("93,358");
  expect(await shown("Mean revenue per customer")).toBe("R$ 141.62");
  expect(await shown("Repeat rate")).toBe("3.00 %");
  expect(await shown("Delivered late")).toBe("6.77 %");
  expect(await shown("Review score")).toBe("4.09");
  await close();
});

it.concurrent("draws without DuckDB, parquet-wasm or TensorFlow.js, within its budget of data", async () => {
  const {page, requests, close} = await visit(browser, site);
  await settled(page);
  expect(requests.filter((path) => /@duckdb|parquet-wasm|parquet_wasm|tfjs|worker/i.test(path))).toEqual([]);
  const data = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({name}) => /\/_file\//.test(name))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0)
  );
  expect(data).toBeGreaterThan(0);
  if (real) expect(data).toBeLessThanOrEqual(150_000);
  await close();
});

it.concurrent("keeps the filters in the address, takes them to the next page and back", async () => {
  const {page, problems, close} = await visit(browser, site);
  await settled(page);
  const all = await page.locator(card("Orders")).innerText();
  await page.getByLabel("State").selectOption({label: "São Paulo"});
  await page.waitForFunction(
    ([selector, before]) => document.querySelector(selector)?.textContent !== before,
    [card("Orders"), all]
  );
  const inState = await page.locator(card("Orders")).innerText();
  expect(new URL(page.url()).search).toBe("?state=SP");
  expect(await page.locator('#observablehq-sidebar a[href*="segments"]').getAttribute("href")).toContain(
    "state=SP"
  );

  await page.goBack();
  await page.waitForFunction(
    ([selector, before]) => document.querySelector(selector)?.textContent === before,
    [card("Orders"), all]
  );
  expect(new URL(page.url()).search).toBe("");

  const second = await visit(browser, `${site}index.html?state=SP`);
  await settled(second.page);
  expect(await second.page.locator(card("Orders")).innerText()).toBe(inState);
  expect(problems).toEqual([]);
  await close();
  await second.close();
});

it.concurrent("says so when the address asks for what there is not, and shows the default", async () => {
  const {page, problems, close} = await visit(browser, `${site}index.html?state=XX&by=century&from=13`);
  await settled(page);
  const said = await page.locator("main .problem[role=status]").innerText();
  for (const name of ["state", "by", "from"]) expect(said).toContain(name);
  expect(await page.getByLabel("State").inputValue()).toBeDefined();
  expect(problems).toEqual([]);
  await close();
});
