import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {createHash} from "node:crypto";
import {join} from "node:path";
import type {Browser, BrowserContext} from "playwright-core";
import {chromiumFlags, findChromium} from "../test/chromium.js";
import {fileOf} from "../serve.js";
import type {Shown} from "./capture.js";
import {capture, quiet} from "./capture.js";
import {afterPaint} from "./afterPaint.js";
import {marked, woven} from "./weave.js";

/** What a page showed on a wide screen and on a phone. */
interface Snapshot {
  wide: Shown;
  narrow: Shown;
}

type Screen = {width: number; height: number};

const screens = {wide: {width: 1280, height: 900}, narrow: {width: 390, height: 844}};

/** Pages that are opened side by side: each waits for a while for nothing to happen. */
const atOnce = 3;

/** A page that has not come to rest after so many milliseconds gets no snapshot. */
const patience = 180_000;

const origin = "http://localhost";

/** The text of these files says how a snapshot is made: another text, another snapshot. */
const makers = ["capture.ts", "take.ts", "weave.ts"].map((name) =>
  readFileSync(new URL(name, import.meta.url), "utf8")
);

/** Changes with the page, with all code and data that it names, each by a hash, and with how snapshots are made. */
const fingerprintOf = (html: string): string =>
  createHash("sha256").update(makers.join("\0")).update(html).digest("hex");

/**
 * Puts what every page of a built site shows in its default state into its HTML, so that it opens with its answers
 * before any script has run. What has not changed since the last time is not made again.
 * @returns lines that say what was not done, and why
 */
export async function takeSnapshots(site: string, cache = ".vitrine/snapshots"): Promise<string[]> {
  if (process.env.VITRINE_SNAPSHOTS === "off") return ["Pages open empty: VITRINE_SNAPSHOTS is off."];
  const executablePath = findChromium();
  if (!executablePath)
    return [
      "Pages open empty, as no Chromium was found to fill them in: install it (Debian: apt-get install chromium) or name it in CHROMIUM=/path/to/chrome."
    ];
  mkdirSync(cache, {recursive: true});
  const notes: string[] = [];
  let browser: Promise<Browser> | undefined;
  const fill = async (name: string) => {
    const path = join(site, name);
    const html = readFileSync(path, "utf8");
    const kept = join(cache, `${fingerprintOf(html)}.json`);
    try {
      if (!existsSync(kept)) {
        browser ??= launch(executablePath);
        writeFileSync(kept, JSON.stringify(await snapshotOf(await browser, site, name, html)));
      }
      const {wide, narrow} = JSON.parse(readFileSync(kept, "utf8")) as Snapshot;
      writeFileSync(path, afterPaint(woven(html, wide, narrow)));
    } catch (error) {
      notes.push(
        `${name} opens empty: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`
      );
    }
  };
  const waiting = readdirSync(site, {recursive: true, encoding: "utf8"}).filter((file) =>
    file.endsWith(".html")
  );
  const oneByOne = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await fill(name);
  };
  await Promise.all(Array.from({length: atOnce}, oneByOne));
  await (await browser)?.close();
  return notes;
}

async function launch(executablePath: string): Promise<Browser> {
  const {chromium} = await import("playwright-core");
  return chromium.launch({executablePath, args: chromiumFlags});
}

/** A page is opened once, wide, and then made narrow: what it shows follows its width. */
async function snapshotOf(browser: Browser, site: string, name: string, html: string): Promise<Snapshot> {
  const context = await browser.newContext({
    viewport: screens.wide,
    colorScheme: "light",
    reducedMotion: "reduce"
  });
  try {
    const [wide, narrow] = await shownIn(context, [screens.narrow], {site, name, html});
    return {wide, narrow};
  } finally {
    await context.close();
  }
}

/** Answers every request from the files, so that not even a loopback is needed. */
async function shownIn(
  context: BrowserContext,
  others: readonly Screen[],
  {site, name, html}: {site: string; name: string; html: string}
): Promise<Shown[]> {
  await context.route("**/*", async (route) => {
    const {pathname} = new URL(route.request().url());
    const found =
      pathname === `/${name}`
        ? {headers: {"content-type": "text/html; charset=utf-8"}, body: Buffer.from(marked(html))}
        : fileOf(site, pathname);
    await (found ? route.fulfill(found) : route.fulfill({status: 404}));
  });
  await context.addInitScript("globalThis.__name = (f) => f");
  const page = await context.newPage();
  const failures: string[] = [];
  page.on("pageerror", ({message}) => failures.push(message));
  await page.goto(`${origin}/${name}`);
  await page.waitForLoadState("networkidle", {timeout: patience});
  const rest = () => page.waitForFunction(quiet, undefined, {timeout: patience, polling: 100});
  await rest();
  const take = async () => {
    const broken = await page.locator(".observablehq--error").allInnerTexts();
    if (failures.length + broken.length > 0) throw new Error(`it fails (${[...failures, ...broken][0]})`);
    const shown = await page.evaluate(capture);
    if (Object.values(shown).some((cell) => /aria-busy="true"/.test(cell)))
      throw new Error("it never comes to rest");
    return shown;
  };
  const taken = [await take()];
  for (const screen of others) {
    await page.setViewportSize(screen);
    await page.evaluate(() => delete (window as Window & {quietSince?: number}).quietSince);
    await rest();
    taken.push(await take());
  }
  return taken;
}
