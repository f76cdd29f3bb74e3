import {mkdirSync} from "node:fs";
import axe from "axe-core";
import type {Browser, BrowserContextOptions, Page} from "playwright-core";
import {chromium} from "playwright-core";
import {chromiumAdvice, chromiumFlags, findChromium} from "../../tools/test/chromium.js";

export const site = process.env.VITRINE_SITE ?? "";
export const siteBelow = process.env.VITRINE_SITE_BELOW ?? "";
export const wide = {width: 1280, height: 900};
export const phone = {width: 390, height: 844};

/**
 * Starts a browser with a fresh profile. Its contexts have no service worker unless they ask for one: what a test sees
 * requested is what a page requests.
 */
export async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(chromiumAdvice);
  const browser = await chromium.launch({executablePath, args: chromiumFlags});
  const context = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const opened = await context({serviceWorkers: "block", ...options});
    opened.setDefaultTimeout(60_000);
    return opened;
  };
  return browser;
}

export interface Visit {
  page: Page;
  /** Console errors, uncaught errors, failed requests and requests to other origins, as they come. */
  problems: string[];
  /** Every file asked for, as paths on the site. */
  requests: string[];
  close: () => Promise<void>;
}

/**
 * Opens a page of the site in a context of its own.
 * @param options.script run before any of the page's own
 */
export async function visit(
  browser: Browser,
  url: string,
  {script, ...options}: BrowserContextOptions & {script?: string} = {}
): Promise<Visit> {
  const context = await browser.newContext({viewport: wide, ...options});
  const page = await context.newPage();
  if (script) await page.addInitScript(script);
  const problems: string[] = [];
  const requests: string[] = [];
  const {origin} = new URL(url);
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    if (!/ERR_ABORTED/.test(reason)) problems.push(`request failed: ${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const target = request.url();
    if (/^(data|blob):/.test(target)) return;
    if (new URL(target).origin !== origin) problems.push(`foreign request: ${target}`);
    if (request.method() === "GET") requests.push(new URL(target).pathname);
  });
  await page.goto(url, {waitUntil: "load"});
  return {page, problems, requests, close: () => context.close()};
}

/** Gives an open page another query, as going back does, without loading it again; waits until it is at rest. */
export async function readdress(page: Page, query: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, `?${query}`);
  await settled(page);
}

/**
 * Waits until nothing on the page has said for half a second from now that it is still at work, nor what it was built with
 * is still to be replaced, but where a panel says that it is to be looked at until something runs.
 */
export async function settled(page: Page, timeout = 60_000): Promise<void> {
  const idle = page.waitForLoadState("networkidle", {timeout});
  await page.evaluate(() => delete (window as Window & {quietSince?: number}).quietSince);
  const quiet = page.waitForFunction(
    () => {
      const kept = document.querySelector('[data-panel][data-state="built"]:not(.snapshot *)') !== null;
      const snapshots = kept ? "" : ", .snapshot.waits, html:not(.addressed) .snapshot";
      const busy =
        document.querySelector(
          `[data-at-work], [aria-busy=true], observablehq-loading:not(.snapshot)${snapshots}`
        ) !== null;
      // A page with a query hides what it was built with, and until its script runs it says nothing of its work.
      const asleep =
        document.querySelector("html.addressed .snapshot") !== null &&
        document.querySelector("main form:not(.snapshot *)") === null;
      const held = window as Window & {quietSince?: number};
      held.quietSince = busy || asleep ? undefined : (held.quietSince ?? performance.now());
      return held.quietSince !== undefined && performance.now() - held.quietSince > 500;
    },
    undefined,
    {timeout, polling: 100}
  );
  await Promise.all([idle, quiet]);
}

/** Opens the groups of a page's bar, whose fields are seldom changed. */
export const openGroups = (page: Page): Promise<void> =>
  page.locator("main .filters details").evaluateAll((groups) => {
    for (const group of groups) group.setAttribute("open", "");
  });

/** Writes a picture of the whole page to artifacts/screenshots, where VITRINE_SCREENSHOTS is set: nothing is tested by it. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env.VITRINE_SCREENSHOTS) return;
  mkdirSync("artifacts/screenshots", {recursive: true});
  await page.screenshot({path: `artifacts/screenshots/${name}.png`, fullPage: true});
}

/**
 * What axe finds on the page that keeps people out: the rule and the elements that break it.
 * @param only the rules that are tested where others are known to hold, such as `color-contrast`
 */
export async function seriousViolations(page: Page, only?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const {violations} = await (window as unknown as {axe: typeof axe}).axe.run(document, {
      resultTypes: ["violations"],
      ...(runOnly && {runOnly: {type: "rule" as const, values: runOnly}})
    });
    return violations
      .filter(({impact}) => impact === "serious" || impact === "critical")
      .map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(" | ")}`);
  }, only);
}
