import {readFileSync} from "node:fs";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, phone, screenshot, settled, site, siteBelow, visit, wide} from "./support.js";

const pages = ["index", "segments", "late", "quality", "guide"];
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

interface Violation {
  id: string;
  impact: string;
  nodes: {target: string[]; failureSummary: string}[];
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(pages)("the page %s", (name) => {
  it("loads without an error, a failed request or a request to another origin", async () => {
    const {page, problems, close} = await visit(browser, `${site}${name}.html`);
    await settled(page);
    expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
    expect(await page.locator("h1").count()).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });

  it("says which data it shows, and never NaN, Infinity or undefined", async () => {
    const {page, close} = await visit(browser, `${site}${name}.html`);
    await settled(page);
    expect(await page.locator("#data-badge").innerText()).toMatch(/real|synthetic/i);
    expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|Infinity|undefined)\b/);
    await close();
  });

  it.each(["light", "dark"] as const)("gives axe nothing serious in %s", async (colorScheme) => {
    const {page, close} = await visit(browser, `${site}${name}.html`, {colorScheme, bypassCSP: true});
    await settled(page);
    await page.addScriptTag({content: axe});
    const violations = await page.evaluate<Violation[]>(
      "axe.run(document, {resultTypes: ['violations']}).then((result) => result.violations)"
    );
    const serious = violations.filter(({impact}) => impact === "serious" || impact === "critical");
    expect(serious.map(({id, nodes}) => ({id, nodes: nodes.slice(0, 3).map((node) => node.target)}))).toEqual(
      []
    );
    await close();
  });

  it.each([
    ["wide", wide, "light"],
    ["wide", wide, "dark"],
    ["phone", phone, "light"],
    ["phone", phone, "dark"]
  ] as const)(
    "fits a %s screen (%o) in %s and leaves a picture of it",
    async (size, viewport, colorScheme) => {
      const {page, close} = await visit(browser, `${site}${name}.html`, {viewport, colorScheme});
      await settled(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(1);
      await screenshot(page, `${name}-${size}-${colorScheme}`);
      await close();
    }
  );

  it("works under a sub-path", async () => {
    const {page, problems, close} = await visit(browser, `${siteBelow}${name}.html`);
    await settled(page);
    expect(problems).toEqual([]);
    await close();
  });
});
