import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, settled, site, wide} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const status = (page: Page) => page.locator("[data-panel] .train-status").innerText();
const text = (page: Page) => page.locator("#observablehq-main").innerText();

describe("a page that was built with the outcome of a training", () => {
  it.each(["train", "explain", "decide"])("%s shows it without training anything", async (name) => {
    const context = await browser.newContext({viewport: wide});
    const page = await context.newPage();
    await page.goto(`${site}${name}.html`);
    await settled(page);
    expect(await status(page)).toMatch(/^As it came out when the site was built: press Train/);
    const main = await text(page);
    expect(main).not.toMatch(/This part fills/);
    expect(main.length).toBeGreaterThan(3000);
    expect(await page.locator("figure.chart svg:visible").count()).toBeGreaterThan(1);
    expect(new URL(page.url()).search).toBe("");
    await context.close();
  });

  it("keeps it in sight while it trains, and then says the same of what was trained here", async () => {
    const context = await browser.newContext({viewport: wide});
    const page = await context.newPage();
    await page.goto(`${site}train.html`);
    await settled(page);
    const answer = page.locator("#observablehq-main .answer:visible").first();
    const said = await answer.innerText();
    await page.locator("[data-panel] .train").click();
    expect(await answer.innerText()).toBe(said);
    await page.locator('[data-panel][data-state="ready"]').waitFor({timeout: 120_000});
    await settled(page);
    expect(await answer.innerText()).toBe(said);
    expect(await page.locator("observablehq-loading.snapshot figure:visible").count()).toBe(0);
    await context.close();
  });

  it("trains by itself as soon as the reader asks something else of it", async () => {
    const context = await browser.newContext({viewport: wide});
    const page = await context.newPage();
    await page.goto(`${site}train.html`);
    await settled(page);
    await page.getByLabel("Threshold").first().fill("0.4");
    await page.locator('[data-panel][data-state="ready"]').waitFor({timeout: 120_000});
    expect(await text(page)).not.toMatch(/This part fills/);
    await context.close();
  });
});
