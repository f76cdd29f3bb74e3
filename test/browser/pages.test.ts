import {readFileSync} from "node:fs";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, phone, screenshot, settled, site, siteBelow, visit, wide} from "./support.js";

const lab = ["train", "explain", "decide", "leakage"];
const pages = ["index", "segments", "late", "features", ...lab, "quality", "guide"];
/** Small models, so that the pages are looked at with all that a training shows. */
const trained = "?run=true&rf_trees=20&gb_rounds=20&xgb_rounds=40&xgb_eta=0.1";
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

interface Violation {
  id: string;
  impact: string;
  nodes: {target: string[]}[];
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(pages)("the page %s", (name) => {
  it.each([
    ["wide", "light", wide],
    ["wide", "dark", wide],
    ["phone", "light", phone],
    ["phone", "dark", phone]
  ] as const)("is sound on a %s screen in %s", async (size, colorScheme, viewport) => {
    // axe is put into the page by a script of its own, which the page's policy would refuse.
    const options = {viewport, colorScheme, bypassCSP: true};
    const query = lab.includes(name) && (size === "wide") === (colorScheme === "light") ? trained : "";
    const {page, problems, close} = await visit(browser, `${site}${name}.html${query}`, options);
    await settled(page);
    expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator("#data-badge").innerText()).toMatch(/real|synthetic/i);
    expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|Infinity|undefined)\b/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      1
    );
    await screenshot(page, `${name}-${size}-${colorScheme}`);

    await page.addScriptTag({content: axe});
    const violations = await page.evaluate<Violation[]>(
      "axe.run(document, {resultTypes: ['violations']}).then((result) => result.violations)"
    );
    const serious = violations.filter(({impact}) => impact === "serious" || impact === "critical");
    expect(serious.map(({id, nodes}) => ({id, nodes: nodes.slice(0, 3).map((node) => node.target)}))).toEqual(
      []
    );
    expect(problems).toEqual([]);
    await close();
  });

  it("works under a sub-path, within its policy, with no request to another origin", async () => {
    const {page, problems, close} = await visit(browser, `${siteBelow}${name}.html`);
    await settled(page);
    expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});
