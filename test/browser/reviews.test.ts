import {readFileSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {PublishedResult} from "../../lib/lab/resultFile.js";
import {fromResultText} from "../../lib/lab/resultFile.js";
import type {StudyChoice} from "../../lib/reviews/studyChoice.js";
import type {TrainedReviews} from "../../lib/reviews/trained.js";
import {launch, phone, settled, site, visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const published = () =>
  (
    fromResultText(readFileSync("dist/models/reviews.json", "utf8")) as PublishedResult<
      StudyChoice,
      TrainedReviews
    >
  ).outcome;

const main = (page: Page) => page.locator("#observablehq-main");
const panel = (page: Page) => page.locator('.training[aria-label="Training the models of texts"]');

/** Opens the page at rest. */
async function open(query = "") {
  const visited = await visit(browser, `${site}products/reviews.html${query}`);
  await settled(visited.page, 200_000);
  return visited;
}

describe("what customers write", () => {
  it("stands there as it was published: no training, no DuckDB, no table of texts", async () => {
    const {page, problems, requests, close} = await open();
    const {study} = published();
    const auc = study.splits[0].models.find(({name}) => name === "words")?.scorecard.metrics.rocAuc.value;
    expect(await main(page).innerText()).toContain(`with a ROC-AUC of ${auc?.toFixed(3)} (95 % interval`);
    expect(await panel(page).innerText()).toContain(
      `when the site was built, hash ${study.hash.slice(0, 12)}`
    );
    expect(requests.filter((path) => /duckdb.*(?:wasm\.|worker)|parquet$/.test(path))).toEqual([]);
    expect(page.workers().filter((worker) => worker.url().includes("reviews.worker"))).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it("reads a sentence as it is typed, by the published words model", async () => {
    const {page, problems, close} = await open();
    await page.getByLabel("A review in Portuguese").fill("péssimo, não recomendo <script>alert(1)</script>");
    await page.locator(".live-review mark[data-sign=low]:visible").first().waitFor();
    await settled(page);
    const said = await page.locator(".live-review:visible").innerText();
    expect(said).toMatch(/a low score with probability (?:9\d|100)\s%/);
    expect(said).toContain("<script>");
    expect(problems).toEqual([]);
    await close();
  });

  it("shows the quotes behind a word, pressed or typed", async () => {
    const {page, problems, close} = await open();
    const words = page.getByRole("group", {name: "Read reviews with a word of 1 or 2 stars"});
    await words.getByRole("button").first().press("Enter");
    const found = page.getByRole("table", {name: /^The first 200 of them$|^Reviews found$/});
    await found.waitFor();
    expect(await page.getByLabel("Find in reviews").inputValue()).toMatch(/^“.+”$/);
    expect(new URL(page.url()).searchParams.get("find")).toMatch(/^“.+”$/);
    await page.getByLabel("Find in reviews").fill("prazo");
    await settled(page);
    expect((await found.locator("tbody tr").first().innerText()).toLowerCase()).toMatch(/prazo/);
    expect(problems).toEqual([]);
    await close();
  });

  it("trains the very words model that was published, can be cancelled, and trains another choice", async () => {
    const {page, problems, close} = await open();
    const train = page.getByRole("button", {name: "Train", exact: true});
    await train.click();
    await page.getByRole("button", {name: /^Cancel/}).click();
    await page.locator('.training:not([data-state="running"])').waitFor();
    await train.click();
    await page.locator('.training[data-state="ready"]').waitFor({timeout: 200_000});
    await settled(page, 200_000);
    expect(await panel(page).innerText()).toMatch(/with the same hash as when the site was built/);
    expect(await main(page).innerText()).toContain("Trained here in");
    await page.getByLabel("Terms of the words model").selectOption({label: "Single words"});
    await train.click();
    await page.locator('.training[data-state="ready"]').waitFor({timeout: 200_000});
    expect(await panel(page).innerText()).toMatch(/, hash [0-9a-f]{12}/);
    expect(problems).toEqual([]);
    await close();
  });

  it("fits a phone", async () => {
    const visited = await visit(browser, `${site}products/reviews.html`, {viewport: phone});
    await settled(visited.page);
    const over = await visited.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    await visited.close();
  });
});
