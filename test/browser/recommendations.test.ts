import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, settled, site, visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const main = (page: Page) => page.locator("#observablehq-main");
const firstOf = (page: Page, model: string) =>
  page
    .locator(".recommended section", {has: page.getByRole("heading", {name: model, exact: true})})
    .locator("li")
    .first();

describe("recommendations", () => {
  it("opens with what was worked out at build, recommends to a customer, and keeps what it worked out", async () => {
    const {page, problems, requests, close} = await visit(browser, `${site}products/recommendations.html`);
    await settled(page, 100_000);
    expect(await main(page).innerText()).toMatch(
      /better than popularity\. The 10 most popular products, the same for everyone/
    );
    expect(requests.filter((path) => /duckdb.*(?:wasm\.|worker)/.test(path))).toEqual([]);
    expect(await page.locator(".recommended section").count()).toBe(11);
    const listed = await firstOf(page, "Item kNN, cosine").innerText();

    // Another customer, from the list, by the keyboard.
    await page.getByText(/customers, most orders first/).click();
    const button = page.locator(".customer-list button").nth(2);
    const number = ((await button.innerText()).match(/[\d,]+/)?.[0] ?? "").replaceAll(",", "");
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByText(`Customer ${Number(number).toLocaleString("en")}, `).waitFor();
    expect(new URL(page.url()).searchParams.get("customer")).toBe(number);
    await settled(page);
    const kept = page.getByRole("table", {name: "Results kept in this browser"});
    expect(await kept.locator("tbody tr").count()).toBe(2);

    // The address shows a colleague the same; the second visit takes the lists from this browser.
    await page.reload();
    await settled(page);
    await page.getByText(`Customer ${Number(number).toLocaleString("en")}, `).waitFor();
    expect(await firstOf(page, "Item kNN, cosine").innerText()).not.toBe(listed);
    await page.getByRole("button", {name: "Forget all"}).click();
    await page.getByText("Nothing is kept.").waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("says what to do about a customer or a product that is not there, and judges categories in the tab", async () => {
    const {page, problems, close} = await visit(
      browser,
      `${site}products/recommendations.html?items=category&bought=in&customer=999999999&like=nothing`
    );
    await settled(page, 170_000);
    const text = await main(page).innerText();
    expect(text).toMatch(/There is no customer 999999999 with a product: choose one of the list\./);
    expect(text).toMatch(/There is no category “nothing”/);
    expect(text).toMatch(/better than popularity\. The 10 most popular categories, the same for everyone/);
    expect(text).toMatch(/Popular in own categories\s+[\d.]+\s%/);
    expect(problems).toEqual([]);
    await close();
  });
});
