import {pathToFileURL} from "node:url";
import type {Browser} from "playwright-core";
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

const lab = ["train", "explain", "decide", "leakage"];
const experiments = ["plan", "read", "bayes", "sequential", "bandit", "practice"];
const pages = ["index", "segments", "late", "features", ...lab, ...experiments, "quality", "guide"];
/** Small models, so that the pages are looked at with all that a training shows. */
const trained = "?run=true&rf_trees=20&gb_rounds=20&xgb_rounds=40&xgb_eta=0.1";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(pages)("the page %s", (name) => {
  it.each([
    ["wide", "at the root of a host", site, wide],
    ["phone", "under a sub-path", siteBelow, phone]
  ] as const)(
    "is sound on a %s screen %s, light and dark, within its policy",
    async (size, _, host, viewport) => {
      const query = lab.includes(name) ? trained : "";
      const {page, problems, close} = await visit(browser, `${host}${name}.html${query}`, {viewport});
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({colorScheme});
        await settled(page, 100_000);
        expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
        expect(await page.locator("h1").count()).toBe(1);
        expect(await page.locator("#data-badge").innerText()).toMatch(/real|synthetic/i);
        expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|Infinity|undefined)\b/);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(1);
        await screenshot(page, `${name}-${size}-${colorScheme}`);
        expect(await seriousViolations(page)).toEqual([]);
      }
      expect(problems).toEqual([]);
      await close();
    }
  );
});

it("says what it needs where it is opened from a disk, or without scripts", async () => {
  const context = await browser.newContext({viewport: phone});
  const page = await context.newPage();
  await page.goto(pathToFileURL("dist/index.html").href);
  await page.getByText("This page needs a web server").waitFor();
  await screenshot(page, "from-disk");
  await context.close();
  const silent = await visit(browser, `${site}index.html`, {javaScriptEnabled: false});
  await silent.page.locator("noscript p", {hasText: "This page needs JavaScript"}).waitFor();
  await silent.close();
  const usual = await visit(browser, `${site}index.html`);
  expect(await usual.page.locator("main .problem, noscript p").count()).toBe(0);
  await usual.close();
});
