import {readdirSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, phone, settled, site, wide} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const pages = readdirSync("dist", {recursive: true, encoding: "utf8"}).filter(
  (file) => file.endsWith(".html") && (file === "index.html" || file.includes("/"))
);

/** What a page says, line by line, without how long something took. */
const linesOf = async (page: Page) =>
  (await page.locator("#observablehq-main").innerText())
    .split("\n")
    .map((line) => line.trim().replace(/\bin \d+\.\d s\b/g, "in a while"))
    .filter((line) => line !== "");

const charts = (page: Page) => page.locator("figure.chart svg:visible").count();

describe("without scripts", () => {
  it.each(pages)("%s shows its answer, within a phone's width, and nothing that waits", async (name) => {
    const context = await browser.newContext({viewport: phone, javaScriptEnabled: false});
    const page = await context.newPage();
    await page.goto(`${site}${name}`);
    const lines = await linesOf(page);
    expect(await page.locator("h1").count()).toBe(1);
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => /^(?:Loading|Working …|↻)/.test(line))).toEqual([]);
    expect(await page.locator("observablehq-loading.snapshot").count()).toBeGreaterThan(2);
    const width = await page.locator("body").evaluate((body) => body.scrollWidth);
    expect(width).toBeLessThanOrEqual(phone.width);
    await context.close();
  });
});

describe("what a page was built with", () => {
  it.each([
    ["index.html", wide],
    ["index.html", phone],
    ["customers/segments.html", wide],
    ["experiments/plan.html", phone],
    ["experiments/bandit.html", wide],
    ["experiments/sequential.html", phone],
    ["experiments/read.html", wide]
  ])(
    "%s is what it says when it has come alive, and nothing moves on the way: %o",
    async (name, viewport) => {
      const still = await browser.newContext({viewport, javaScriptEnabled: false});
      const before = await still.newPage();
      await before.goto(`${site}${name}`);
      const [built, drawn] = [await linesOf(before), await charts(before)];
      await still.close();

      const context = await browser.newContext({viewport});
      const page = await context.newPage();
      await page.addInitScript(() => {
        const held = window as Window & {shift?: number};
        held.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {value: number})[])
            held.shift = (held.shift ?? 0) + entry.value;
        }).observe({type: "layout-shift", buffered: true});
      });
      await page.goto(`${site}${name}`);
      await settled(page);
      expect(await linesOf(page)).toEqual(built);
      expect(await charts(page)).toBe(drawn);
      expect(drawn).toBeGreaterThan(0);
      expect(await page.evaluate(() => (window as Window & {shift?: number}).shift)).toBeLessThanOrEqual(
        0.05
      );
      await context.close();
    }
  );

  it("is not shown where the address asks for something else", async () => {
    const context = await browser.newContext({viewport: wide});
    const page = await context.newPage();
    await page.route("**/*.js", (route) => route.abort());
    await page.goto(site, {waitUntil: "commit"});
    await page.locator(".answer", {hasText: "people spent"}).waitFor();
    await page.goto(`${site}?state=SP`, {waitUntil: "domcontentloaded"});
    expect(await page.locator(".answer").innerText()).not.toContain("people spent");
    expect(await charts(page)).toBe(0);
    await context.close();
  });

  it("is there before any of the page's modules is asked for", async () => {
    const context = await browser.newContext({viewport: wide});
    const page = await context.newPage();
    await page.addInitScript(() => {
      const held = window as Window & {paintedWhenAsked?: boolean[]};
      const seen: boolean[] = (held.paintedWhenAsked = []);
      new MutationObserver((changes) => {
        for (const {target, addedNodes} of changes)
          for (const d of [target, ...addedNodes])
            if (
              (d instanceof HTMLLinkElement && d.rel === "modulepreload") ||
              (d instanceof HTMLScriptElement && (d.type === "module" || d.src !== ""))
            )
              seen.push(performance.getEntriesByName("first-contentful-paint").length === 1);
      }).observe(document, {subtree: true, childList: true, attributeFilter: ["rel"]});
    });
    await page.goto(site);
    await settled(page);
    const seen = await page.evaluate(
      () => (window as Window & {paintedWhenAsked?: boolean[]}).paintedWhenAsked
    );
    expect(seen?.length).toBeGreaterThan(1);
    expect(seen).not.toContain(false);
    await context.close();
  });

  it("goes when the reader asks something else", async () => {
    const context = await browser.newContext({viewport: wide});
    const page = await context.newPage();
    await page.goto(`${site}index.html`);
    await settled(page);
    await page.getByLabel("State").selectOption({index: 1});
    expect(await page.evaluate(() => document.documentElement.classList.contains("addressed"))).toBe(true);
    await context.close();
  });
});
