import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, settled, site, visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const answer = (page: Page) => page.locator("#observablehq-main .answer:visible").first();
const open = async (name: string, query = "") => {
  const visited = await visit(browser, `${site}customers/${name}.html${query}`);
  await settled(visited.page, 60_000);
  return visited;
};
const changed = (page: Page, before: string) =>
  page.waitForFunction(
    (text) => document.querySelector<HTMLElement>("#observablehq-main .answer")?.innerText !== text,
    before
  );

describe("the pages about customers who come back", () => {
  it.each(["insights", "cohorts", "survival", "value", "profitability", "clusters"])(
    "%s answers without DuckDB",
    async (name) => {
      const {page, problems, requests, close} = await open(name);
      expect(await answer(page).innerText()).toMatch(/\d/);
      expect(requests.filter((path) => /duckdb.*(?:wasm\.|worker)/.test(path))).toEqual([]);
      expect(await page.locator("observablehq-loading.snapshot figure:visible").count()).toBe(0);
      expect(problems).toEqual([]);
      await close();
    }
  );

  it("leave out second orders of the first day where asked, and keep that in the address", async () => {
    const {page, problems, close} = await open("cohorts");
    const said = await answer(page).innerText();
    expect(said).toMatch(/came on the day of the first/);
    await page.getByLabel("Count same-day orders as one").check();
    await changed(page, said);
    await settled(page);
    expect(await answer(page).innerText()).not.toMatch(/came on the day of the first/);
    expect(new URL(page.url()).search).toBe("?merge=true");
    const other = await open("cohorts", "?merge=true");
    expect(await answer(other.page).innerText()).toBe(await answer(page).innerText());
    await other.close();
    expect(problems).toEqual([]);
    await close();
  });

  it("say in a sentence what cannot be read, and list who is behind a cell", async () => {
    const {page, problems, close} = await open("cohorts", "?count=brackets&brackets=3-1");
    expect(await page.locator("#observablehq-main").innerText()).toMatch(/“3-1” is not an age bracket/);
    await page.getByLabel("Age brackets").fill("1-2, 3-6");
    await page.getByRole("heading", {name: /came back in months 1 to 2/}).waitFor();
    await page.getByLabel("Cohort", {exact: true}).selectOption({index: 3});
    const table = page.getByRole("table", {name: /months 1 to 2/});
    await table.waitFor();
    expect(await table.locator("tbody td").nth(1).innerText()).toMatch(/^[0-9a-f]{32}$/);
    expect(problems).toEqual([]);
    await close();
  });

  it("compare groups by the log-rank test", async () => {
    const {page, problems, close} = await open("survival", "?group=payment");
    const main = await page.locator("#observablehq-main").innerText();
    expect(main).toMatch(/log-rank test: χ² = \d/);
    expect(await page.locator(".plain-table tbody tr:visible").count()).toBeGreaterThan(1);
    expect(problems).toEqual([]);
    await close();
  });

  it("fit another model of purchases where asked", async () => {
    const {page, problems, close} = await open("value", "?model=mbg&horizon=26");
    expect(await answer(page).innerText()).toMatch(/within 26 weeks/);
    expect(await page.locator("#observablehq-main").innerText()).toMatch(/MBG\/NBD/);
    await page.getByRole("button", {name: "List the top 100"}).click();
    await page.getByRole("table", {name: "Customers with the highest expected value"}).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("take a category's own margin, and give it back with the address", async () => {
    const {page, problems, close} = await open("profitability");
    const title = page.locator("figure[data-chart=contribution] h2:visible");
    const before = await title.innerText();
    await page.getByText("Margins by category").first().click();
    const field = page.locator(".margin-fields input").nth(2);
    await field.fill("0.9");
    await page.waitForFunction(
      (text) => document.querySelector<HTMLElement>("figure[data-chart=contribution] h2")?.innerText !== text,
      before
    );
    await expect.poll(() => new URL(page.url()).searchParams.get("margins")).toMatch(/:0.9$/);
    expect(problems).toEqual([]);
    await close();
  });

  it("cluster by what is chosen, and refuse a single column with a sentence", async () => {
    const {page, problems, close} = await open("clusters", "?columns=spend,recency&k=3");
    expect(await answer(page).innerText()).toMatch(/in 3 clusters/);
    await page.getByLabel("Total spent").uncheck();
    await page
      .getByText(/Choose at least two things to compare customers by/)
      .first()
      .waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});
