import {cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {addAlong} from "../../tools/along/add.js";
import {smokeFiles} from "../../tools/publish/smokeFiles.js";
import {serve} from "../../tools/serve.js";
import {launch, phone, screenshot, seriousViolations, settled, site, visit} from "./support.js";

let browser: Browser;
let folder = "";
beforeAll(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "vitrine-along-"));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, {recursive: true, force: true});
});

const pages = readdirSync("dist", {recursive: true, encoding: "utf8"}).filter(
  (file) => file.endsWith(".html") && (file === "index.html" || file.includes("/"))
);

it("what was built is what its release lists, and every page can be installed and saved", async () => {
  const manifest = JSON.parse(readFileSync("dist/manifest.webmanifest", "utf8")) as {
    icons: {src: string; sizes: string}[];
  };
  expect(manifest).toMatchObject({display: "standalone", start_url: "./index.html", scope: "./"});
  for (const {src, sizes} of manifest.icons) {
    const png = readFileSync(join("dist", src));
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
  }
  expect(manifest.icons.map(({sizes}) => sizes)).toEqual(["192x192", "512x512"]);
  const {problems, read} = await smokeFiles(site);
  expect(problems).toEqual([]);
  expect(read).toBeGreaterThan(1000);
  for (const page of pages)
    expect(readFileSync(join("dist", page), "utf8"), page).toMatch(
      /<link rel="manifest" href="\.[./]*\/manifest\.webmanifest">[\s\S]*import\("\.[./]*\/_offline\/along\.[0-9a-f]{8}\.js"\)/
    );
});

describe("after the first visit", () => {
  it("the site works without a network, and takes a new release as a whole when the reader says so", async () => {
    const host = join(folder, "host");
    cpSync("dist", host, {recursive: true});
    const served = await serve(host, {base: "/shop/analytics/"});
    const {page, problems, close} = await visit(browser, `${served.url}index.html`, {
      serviceWorkers: "allow"
    });
    const line = page.locator(".offline-line");
    await page.locator(".offline-line[data-state=ready]").waitFor({timeout: 120_000});
    expect(await line.innerText()).toMatch(
      /^Available offline: the \d+ pages as published and what was used so far, \d+ of \d+ files .* Keep everything \(\d+/
    );
    expect(await seriousViolations(page)).toEqual([]);
    await page.goto(`${served.url}customers/segments.html?state=SP`);
    await settled(page);
    const answer = await page.locator(".answer:visible").first().innerText();
    await page.locator(".offline-line[data-state=ready]").waitFor();
    expect(problems).toEqual([]);

    const index = join(host, "index.html");
    writeFileSync(index, readFileSync(index, "utf8").replace("<title>Executive", "<title>Second release"));
    writeFileSync(join(host, "models/drift.json"), "{}");
    await addAlong(host, {source: "real"});
    const other = await page.evaluate(async () => (await fetch("../models/drift.json")).status);
    expect(other, "a file of another release").toBe(409);
    await page.locator(".offline-line[data-state=update]").waitFor({timeout: 120_000});
    await page.goto(`${served.url}index.html`);
    expect(await page.title()).toMatch(/^Executive/);
    await page.getByRole("button", {name: "Reload with it"}).click();
    await page.waitForFunction(() => document.title.startsWith("Second release"));
    await page.getByRole("button", {name: /^Keep everything/}).click({timeout: 120_000});
    await page
      .locator(".offline-line", {hasText: "Available offline: everything"})
      .waitFor({timeout: 120_000});

    await served.close();
    await page.goto(`${served.url}customers/segments.html?state=SP`);
    await settled(page);
    expect(await page.locator(".answer:visible").first().innerText(), "alive, from what was kept").toBe(
      answer
    );
    expect(await page.locator("figure.chart[data-state=ready]").count()).toBeGreaterThan(0);
    const marts = readdirSync(join(host, "_file/data")).filter((file) => file.endsWith(".parquet"));
    const answers = await page.evaluate(
      (names) =>
        Promise.all(
          names.map(async (name) => (await (await fetch(`../_file/data/${name}`)).bytes()).length > 0)
        ),
      marts
    );
    expect(answers.length).toBeGreaterThan(10);
    expect(answers.every(Boolean), "every mart, though no page has asked for it").toBe(true);
    await page.goto(`${served.url}train.html?horizon=90`);
    await page.waitForURL(/models\/train\.html\?horizon=90$/);
    await page.goto(`${served.url}experiments/plan.html`);
    await settled(page);
    expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
    expect(await page.locator(".answer:visible").first().innerText()).toMatch(/\d/);
    await close();
  });
});

/** Opens a file from the disk; gives the page and what it asks for beside itself. */
async function opened(path: string) {
  const context = await browser.newContext({viewport: phone});
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => message.type() === "error" && asked.push(message.text()));
  await page.goto(pathToFileURL(path).href);
  return {page, asked: asked.filter((url) => url !== pathToFileURL(path).href), close: () => context.close()};
}

async function saved(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: "Save this page"}).click()
  ]);
  const path = join(folder, name);
  await file.saveAs(path);
  return path;
}

it("a page is saved as one file that says the same from a disk, and a chart of it is shown in a frame", async () => {
  const address = `${site}index.html?state=SP&by=week`;
  const {page, problems, close} = await visit(browser, address, {
    permissions: ["clipboard-read", "clipboard-write"]
  });
  await settled(page);
  const answer = await page.locator(".answer:visible").innerText();
  const charts = await page.locator("figure.chart[data-state=ready]").count();
  const file = await opened(await saved(page, "executive.html"));
  expect(file.asked).toEqual([]);
  expect(await file.page.locator(".answer").innerText()).toBe(answer);
  expect(await file.page.locator("figure.chart svg:visible").count()).toBeGreaterThanOrEqual(charts);
  expect(await file.page.locator("main").innerText()).toMatch(/State\s*São Paulo/);
  expect(await file.page.locator("main, header").allInnerTexts()).toContainEqual(
    expect.stringMatching(/SHA-256/)
  );
  expect(await file.page.locator(".saved-origin a").getAttribute("href")).toBe(address);
  expect(await file.page.locator("script, button, link, iframe, input, select").count()).toBe(0);
  expect(
    await file.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  ).toBeLessThanOrEqual(1);
  await screenshot(file.page, "saved-phone");
  await file.close();

  await page.emulateMedia({media: "print"});
  expect(await page.locator(":is(#observablehq-sidebar, .save-place, .chart-tools):visible").count()).toBe(0);
  expect(await page.locator("figure.chart svg:visible").count()).toBeGreaterThanOrEqual(charts);
  expect((await page.pdf()).length).toBeGreaterThan(20_000);
  await page.emulateMedia({media: "screen"});

  const late = page.locator("figure.chart").last();
  await late.locator("summary").click();
  await late.getByRole("button", {name: "Copy embed code"}).click();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toMatch(/^<iframe src="[^"]+" title="[^"]+" width="100%" height="\d{3}"/);
  expect(problems).toEqual([]);
  await page.setContent(
    `<!DOCTYPE html><html lang="en"><title>Elsewhere</title><main><h1>Elsewhere</h1>${code}</main>`
  );
  const frame = page.frameLocator("iframe");
  await frame.locator("figure.embedded[data-state=ready] svg").first().waitFor();
  expect(await frame.locator("figure:visible").count()).toBe(1);
  expect(
    await frame
      .locator(":is(h1, .answer, .kpi, form, #observablehq-sidebar, #observablehq-header):visible")
      .count()
  ).toBe(0);
  expect(await frame.locator(".embed-source a").getAttribute("href")).toBe(address);
  expect(await frame.locator(".embed-source").innerText()).toMatch(
    /Executive dashboard.*(?:Real|Synthetic) data\./
  );
  await page.goto(/src="([^"]+)"/.exec(code)?.[1].replaceAll("&amp;", "&") ?? "");
  await page.locator("figure.embedded[data-state=ready] svg").first().waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await screenshot(page, "embedded");
  await page.goto(`${site}index.html?embed=nowhere`);
  await page.getByText("This page shows no chart named “nowhere”").waitFor();
  await close();
});

it("a saved table has all its rows", async () => {
  const {page, close} = await visit(browser, `${site}about/quality.html`);
  await settled(page);
  const told = await page.locator(".table-frame .table-rows").first().innerText();
  const file = await opened(await saved(page, "quality.html"));
  expect(file.asked).toEqual([]);
  const rows = await file.page.locator(".saved-table").first().locator("tbody tr").count();
  expect(`${rows} rows`).toBe(told);
  expect(await seriousViolations(file.page)).toEqual([]);
  await file.close();
  await close();
});
