import {readFileSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, expect, it} from "vitest";
import {launch, screenshot, settled, site, visit} from "./support.js";
import type {Visit} from "./support.js";

/** One reader's page for all that follows: what it asks of 100,000 orders takes many seconds. */
let browser: Browser;
let reader: Visit;
beforeAll(async () => {
  browser = await launch();
  reader = await visit(browser, `${site}models/features.html`);
  await settled(reader.page);
});
afterEach(() => expect(reader.problems).toEqual([]));
afterAll(() => browser.close());

const rows = ".feature-table tbody tr:visible";
const people = async (page: Page) =>
  Number(/Of ([\d,]+) people/.exec(await page.locator("main .answer").innerText())?.[1].replace(/\D/g, ""));
const cells = (page: Page, name: string) =>
  page.locator(rows, {has: page.getByRole("button", {name, exact: true})}).locator("td");

/** Waits until an answer other than the one before stands on a page that is at rest. */
async function answered(page: Page, before: string): Promise<void> {
  await page.waitForFunction(
    (old) => {
      const answer = document.querySelector("main .answer")?.textContent;
      return answer !== undefined && answer !== old && document.querySelector("[aria-busy=true]") === null;
    },
    before,
    {timeout: 60_000}
  );
}

/** Moves the day that everything is counted as of, and waits for what it gives. */
async function moveTo(page: Page, day: string): Promise<void> {
  const before = await page.locator("main .answer").innerText();
  await page.getByLabel("Cutoff date").fill(day);
  await page.getByLabel("Cutoff date").press("Enter");
  await answered(page, before);
  await settled(page);
}

it("shows 78 features with their figures, labels and one feature in charts", async () => {
  const {page} = reader;
  expect(await page.locator(rows).count()).toBe(78);
  expect(await people(page)).toBeGreaterThan(100);
  expect(await page.locator("main .answer").innerText()).toMatch(/78 features, 94 columns.*\d s\./s);
  expect((await cells(page, "recency_days").allInnerTexts()).join(" ")).toMatch(/L: goes into it.*0\.0\s%/s);
  expect(await page.locator(".label-table tbody tr").count()).toBe(3);
  expect(await page.locator("figure.chart[data-state=ready]").count()).toBe(3);
  expect(await page.locator("main").innerText()).not.toMatch(/\bNaN\b|\bInfinity\b|\bundefined\b|\[object/);
  await screenshot(page, "features");
});

it("shows the feature that a reader picks, and only those that they look for", async () => {
  const {page} = reader;
  await page.getByLabel("Search").fill("review score");
  await page.waitForFunction(
    () => document.querySelectorAll(".feature-table tbody tr:not([hidden])").length < 78
  );
  const shown = await page.locator(rows).allInnerTexts();
  expect(shown.every((text) => /review/i.test(text) && /score/i.test(text))).toBe(true);
  await page.getByRole("button", {name: "avg_review_score", exact: true}).click();
  await page.getByRole("heading", {name: /^avg_review_score is/}).waitFor();
  await settled(page);
  const parameters = new URL(page.url()).searchParams;
  expect([parameters.get("feature"), parameters.get("search")]).toEqual(["avg_review_score", "review score"]);
  expect(await page.getByRole("region", {name: "avg_review_score"}).innerText()).toContain("Left missing");
  await page.getByLabel("Search").fill("");
  await page.waitForFunction(
    () => document.querySelectorAll(".feature-table tbody tr:not([hidden])").length === 78
  );
});

it("works everything out again when the day moves, and the address carries it", async () => {
  const {page} = reader;
  const [peopleBefore, recencyBefore] = [
    await people(page),
    await cells(page, "recency_days").nth(4).innerText()
  ];
  await moveTo(page, "2017-09-15");
  expect(new URL(page.url()).searchParams.get("asof")).toBe("2017-09-15");
  expect(await page.locator("main .answer").innerText()).toContain("15 Sept 2017");
  expect(await people(page)).toBeLessThan(peopleBefore);
  expect(await cells(page, "recency_days").nth(4).innerText()).not.toBe(recencyBefore);

  const fresh = await visit(browser, page.url());
  await settled(fresh.page);
  for (const table of [".feature-table", ".label-table"])
    expect(await fresh.page.locator(table).innerText()).toBe(await page.locator(table).innerText());
  expect(fresh.problems).toEqual([]);
  await fresh.close();
});

it("hands out the catalogue and the matrix of 94 columns with its labels", async () => {
  const {page} = reader;
  const files = [];
  for (const name of [/^Catalogue as CSV/, /^Matrix as CSV/]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name}).click()
    ]);
    files.push(
      readFileSync(await download.path(), "utf8")
        .trimEnd()
        .split("\r\n")
    );
  }
  const [catalogue, matrix] = files;
  expect(catalogue).toHaveLength(1 + 78);
  expect(matrix).toHaveLength(1 + (await people(page)));
  expect(new Set(matrix.map((line) => line.split(",").length))).toEqual(new Set([1 + 94 + 4]));
  expect(matrix[0]).toMatch(
    /^customer_key,recency_days,.*,customer_region=SE,.*label_rule,label_recency_210,label_forward/
  );
  await page.getByText(/^Wrote [\d,]+ rows of 99 columns/).waitFor();
});

it("says in a sentence that an outcome is not known yet", async () => {
  const {page} = reader;
  await moveTo(page, (await page.getByLabel("Cutoff date").getAttribute("max")) ?? "");
  expect(await page.locator(".label-table").innerText()).toContain("Not known yet");
  expect(await page.locator(".chart-empty").innerText()).toContain("The record ends before the horizon");
});

it("says in every part of the page that nobody had bought", async () => {
  const {page, problems, close} = await visit(
    browser,
    `${site}models/features.html?asof=${await reader.page.getByLabel("Cutoff date").getAttribute("min")}`
  );
  await settled(page);
  const said = await page.locator("main .problem:visible").allInnerTexts();
  expect(said.length).toBeGreaterThan(4);
  for (const sentence of said)
    expect(sentence).toContain("nobody had bought by this day: choose a later one");
  expect(problems).toEqual([]);
  await close();
});
