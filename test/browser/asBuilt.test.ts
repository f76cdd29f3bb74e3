import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, settled, site, visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const status = (page: Page) => page.locator("[data-panel] .train-status").innerText();
const text = (page: Page) => page.locator("#observablehq-main").innerText();

/** Opens a page at its default question, at rest. */
async function opened(name: string) {
  const visited = await visit(browser, `${site}models/${name}.html`);
  await settled(visited.page);
  return visited;
}

const trained = (page: Page) => page.locator('[data-panel][data-state="ready"]').waitFor({timeout: 120_000});

describe("a page that was built with the outcome of a training", () => {
  it.each(["explain"])("%s shows it without training anything", async (name) => {
    const {page, problems, close} = await opened(name);
    expect(await status(page)).toMatch(/^As it came out when the site was built: press Train/);
    const main = await text(page);
    expect(main).not.toMatch(/This part fills/);
    expect(main.length).toBeGreaterThan(3000);
    expect(await page.locator("figure.chart svg:visible").count()).toBeGreaterThan(1);
    expect(new URL(page.url()).search).toBe("");
    expect(problems).toEqual([]);
    await close();
  });

  it("keeps it in sight while it trains, and then says the same of what was trained here", async () => {
    const {page, close} = await opened("explain");
    const answer = page.locator("#observablehq-main .answer:visible").first();
    const said = await answer.innerText();
    await page.locator("[data-panel] .train").click();
    expect(await answer.innerText()).toBe(said);
    await trained(page);
    await settled(page);
    expect(await answer.innerText()).toBe(said);
    expect(await page.locator("observablehq-loading.snapshot figure:visible").count()).toBe(0);
    await close();
  });

  it("trains by itself as soon as the reader asks something else of it", async () => {
    const {page, close} = await opened("explain");
    await page.getByLabel("Explain", {exact: true}).selectOption("Random forest");
    await trained(page);
    expect(await text(page)).not.toMatch(/This part fills/);
    await close();
  });
});
