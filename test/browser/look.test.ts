import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, phone, settled, site, visit, wide} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe("the executive page", () => {
  it.each([wide, {width: 1000, height: 800}, {width: 700, height: 800}, phone])(
    "fills every row of its figures: %o",
    async (viewport) => {
      const {page, close} = await visit(browser, `${site}index.html`, {viewport});
      await settled(page);
      const {grid, rows} = await page.locator(".kpi-grid").evaluate((element) => {
        const right = (box: Element) => Math.round(box.getBoundingClientRect().right);
        const ends = new Map<number, number>();
        for (const card of element.children)
          ends.set(Math.round(card.getBoundingClientRect().top), right(card));
        return {grid: right(element), rows: [...ends.values()]};
      });
      for (const end of rows) expect(Math.abs(end - grid)).toBeLessThanOrEqual(1);
      expect(rows.length).toBeGreaterThan(0);
      await close();
    }
  );

  it("says what it is as of, and keeps its filters in sight where there is room", async () => {
    const {page, close} = await visit(browser, `${site}index.html`);
    await settled(page);
    expect(await page.locator(".data-dates").innerText()).toMatch(
      /^Orders until \d{1,2} \w+ \d{4}, tables built \d{1,2} \w+ \d{4}$/
    );
    await page.evaluate(() => scrollTo(0, 1500));
    const bar = await page.locator(".filters.bar").boundingBox();
    expect(bar?.y).toBe(0);
    await page.setViewportSize(phone);
    await page.evaluate(() => scrollTo(0, 1500));
    const line = await page.locator(".filters.bar").boundingBox();
    expect(line?.y).toBe(0);
    expect(line?.height).toBeLessThanOrEqual(56);
    expect(await page.getByLabel("State").isVisible()).toBe(false);
    await page.getByRole("button", {name: /^Filters .*All of Brazil/}).click();
    await page.getByLabel("State").selectOption({label: "São Paulo"});
    await page.getByRole("button", {name: "Reset all choices"}).click();
    await expect.poll(() => new URL(page.url()).search).toBe("");
    await page.getByRole("button", {name: "Filters"}).click();
    await page.getByRole("button", {name: /^Filters .*All of Brazil/}).waitFor();
    await close();
  });

  it("prints without controls, its filters as text, its charts whole", async () => {
    const {page, close} = await visit(browser, `${site}index.html`);
    await settled(page);
    await page.emulateMedia({media: "print"});
    await page.setViewportSize({width: 718, height: 1000});
    await settled(page);
    expect(await page.locator("#observablehq-sidebar, .chart button").locator("visible=true").count()).toBe(
      0
    );
    expect(await page.getByLabel("State").evaluate((field) => getComputedStyle(field).appearance)).toBe(
      "none"
    );
    const cut = await page
      .locator("figure.chart svg[role=img]")
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().right > innerWidth).length);
    expect(cut).toBe(0);
    await close();
  });
});

it("an address from before pages stood in folders leads on, with what it asks for", async () => {
  const {page, close} = await visit(browser, `${site}train.html?horizon=90#model-performance`);
  await page.waitForURL(/models\/train\.html/);
  expect(page.url()).toBe(`${site}models/train.html?horizon=90#model-performance`);
  await close();
});
