import {pathToFileURL} from "node:url";
import {pagePath, wings} from "../../lib/pages.js";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {
  launch,
  phone,
  screenshot,
  seriousViolations,
  settled,
  site,
  siteBelow,
  visit,
  wide
} from "./support.js";

const pages = ["index", ...wings.flatMap(({pages}) => pages.map(({page}) => page))];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function expectSound(page: Page): Promise<void> {
  expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
  expect(await page.locator("h1").count()).toBe(1);
  expect(await page.locator("#data-badge").innerText()).toMatch(/real|synthetic/i);
  expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|Infinity|undefined)\b/);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(1);
}

/** The forms that each page is looked at in, from how it is opened to what it is turned into. */
const forms = [
  {size: "phone", viewport: phone, colorSchemes: ["dark", "light"]},
  {size: "wide", viewport: wide, colorSchemes: ["light", "dark"]}
] as const;

describe.concurrent.each(pages)("the page %s", (name) => {
  it("is sound under a sub-path on a phone and on a wide screen, dark and light, within its policy", async () => {
    const {page, problems, close} = await visit(browser, `${siteBelow}${pagePath(name)}.html`, {
      viewport: phone,
      colorScheme: "dark"
    });
    for (const {size, viewport, colorSchemes} of forms) {
      await page.setViewportSize(viewport);
      // Where a page is the one before in other colours, only the rules of colours are to be asked again.
      let sound = "";
      for (const colorScheme of colorSchemes) {
        await page.emulateMedia({colorScheme});
        await settled(page, 100_000);
        await expectSound(page);
        await screenshot(page, `${name}-${size}-${colorScheme}`);
        const written = await page.content();
        expect(
          await seriousViolations(
            page,
            written === sound ? ["color-contrast", "link-in-text-block"] : undefined
          )
        ).toEqual([]);
        sound = written;
      }
    }
    expect(problems).toEqual([]);
    await close();
  });
});

// At the root of a host, wide and light, the tests of each page open it; of these two none does, or not in the dark.
it.concurrent.each(["index", "guide"])("%s is sound at the root of a host, wide and dark", async (name) => {
  const {page, problems, close} = await visit(browser, `${site}${pagePath(name)}.html`, {
    colorScheme: "dark"
  });
  await settled(page);
  await expectSound(page);
  expect(problems).toEqual([]);
  await close();
});

describe.concurrent("the first page", () => {
  it("says what it needs where it is opened from a disk", async () => {
    const context = await browser.newContext({viewport: phone});
    const page = await context.newPage();
    await page.goto(pathToFileURL("dist/index.html").href);
    await page.getByText("This page needs a web server").waitFor();
    await screenshot(page, "from-disk");
    await context.close();
  });

  it("says what it needs without scripts, and nothing of it where all is there", async () => {
    const silent = await visit(browser, `${site}index.html`, {javaScriptEnabled: false});
    await silent.page.locator("noscript p", {hasText: "Without JavaScript"}).waitFor();
    await silent.close();
    const usual = await visit(browser, `${site}index.html`);
    await settled(usual.page);
    expect(await usual.page.locator("main .problem:visible, noscript p").count()).toBe(0);
    await usual.close();
  });
});
