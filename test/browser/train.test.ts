import {readFileSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, phone, settled, site, visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const families = ["Logistic regression", "Random forest", "Gradient boosting", "XGBoost-style boosting"];

const train = (page: Page) => page.getByRole("button", {name: "Train", exact: true}).click();
const results = (page: Page) =>
  page.locator(".lab-results:not(.snapshot *)", {hasText: "Ranking and probabilities"});

/** The hashes of the models that the site was published with. */
const published = () =>
  (JSON.parse(readFileSync("dist/models/index.json", "utf8")) as {models: {hash: string}[]}).models.map(
    ({hash}) => hash
  );

/** Opens the page with another answer than the default's, small enough for a test. */
const open = (query = "", options = {}) => visit(browser, `${site}models/train.html${query}`, options);

async function trained(page: Page): Promise<void> {
  await results(page).waitFor({timeout: 120_000});
  await settled(page);
}

const hashes = (page: Page) =>
  page.locator(".lab-hash").evaluateAll((buttons) => buttons.map((button) => button.dataset.hash ?? ""));

describe.concurrent("the page that trains and compares models", () => {
  it("trains each family with the brief's parameters when asked, to the models published, and shows its figures", async () => {
    const {page, problems, close} = await open("?backend=cpu");
    await settled(page);
    const answer = page.locator("#observablehq-main .answer:visible").first();
    const said = await answer.innerText();
    const panel = page.getByRole("region", {name: "Training the models"});
    expect(await panel.getAttribute("data-state")).toBe("built");
    expect(await panel.innerText()).toMatch(/Trained when the site was built/);
    await train(page);
    await panel.and(page.locator("[data-state=ready]")).waitFor({timeout: 120_000});
    await trained(page);
    expect(await panel.innerText()).toMatch(/with the same hashes as when the site was built/);
    expect(
      await page
        .locator("[data-hash]")
        .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset.hash))
    ).toEqual(published());
    expect(await answer.innerText()).toBe(said);
    const table = results(page);
    for (const family of families) {
      const row = table.locator("tr", {hasText: family});
      const [auc, precision] = await row.locator("td").allInnerTexts();
      expect(Number(auc.split("\n")[0])).toBeGreaterThan(0.4);
      expect(precision).toMatch(/^\d\.\d{3}\n\d\.\d{3} to \d\.\d{3}$/);
    }
    expect(await table.locator("tr", {hasText: "Majority"}).innerText()).toMatch(/0\.500/);
    const made = await page
      .locator(".lab-results:not(.snapshot *)", {hasText: "How they were made"})
      .innerText();
    expect(made.match(/100 trees/g)).toHaveLength(2);
    expect(made).toMatch(/300 trees/);
    expect(made).toMatch(/\d+ Newton steps/);
    expect(await page.locator("main .answer").innerText()).toMatch(
      /is best at finding customers .*ROC-AUC 0\.\d{3}, 95 % interval .*after Holm.*By PR-AUC/
    );
    expect(await page.locator("figure.chart svg[role=img]").count()).toBeGreaterThanOrEqual(6);
    expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|Infinity|undefined)\b/);
    expect(problems).toEqual([]);
    await close();
  });

  it("gives the same hashes to whoever opens the address, and recounts at a threshold that it keeps", async () => {
    const address =
      "?seed=7&horizon=120&threshold=0.012&rf_trees=20&gb_rounds=20&xgb_rounds=40&xgb_rows=0.7&run=true";
    const other = await launch();
    const [mine, theirs] = await Promise.all([
      open(address),
      visit(other, `${site}models/train.html${address}`)
    ]);
    await Promise.all([trained(mine.page), trained(theirs.page)]);
    const first = await hashes(mine.page);
    expect(first).toHaveLength(families.length);
    expect(new Set(first).size).toBe(families.length);
    for (const hash of first) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashes(theirs.page)).toEqual(first);
    await theirs.close();
    await other.close();

    const {page, problems, close} = mine;
    const table = page.locator(".lab-results:not(.snapshot *)", {hasText: "At a threshold of 1.2 %"});
    await table.waitFor();
    const flagged = await table.locator("tr", {hasText: "Random forest"}).locator("td").first().innerText();
    expect(Number(flagged.replaceAll(",", ""))).toBeGreaterThan(0);
    await page.getByLabel("Threshold (0 to 1)").fill("0.5");
    await page.locator(".lab-results:not(.snapshot *)", {hasText: "At a threshold of 50.0 %"}).waitFor();
    await page.waitForFunction(() => !new URL(location.href).searchParams.has("threshold"));
    expect(problems).toEqual([]);
    await close();
  });

  it("says in a sentence why there is nothing to learn, and leaves no hidden field to the keyboard", async () => {
    const {page, problems, close} = await open("?label=recency&days=700&run=true", {viewport: phone});
    await page.locator(".training .problem").waitFor({timeout: 60_000});
    expect(await page.locator(".training .problem").innerText()).toMatch(/outcome|class|row/i);
    const focusable = await page
      .locator(".lab-form [hidden] :is(input, select)")
      .evaluateAll((fields) => fields.filter((field) => field.checkVisibility()).length);
    expect(focusable).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  it("selects features in six steps and takes over what they leave", async () => {
    const {page, problems, close} = await open("?horizon=90&wanted=20");
    await settled(page);
    await page.getByRole("button", {name: "Select features"}).click();
    const selection = page.locator(".lab-selection");
    await selection.waitFor({timeout: 100_000});
    const text = await selection.innerText();
    expect(text).toMatch(/From 78 features to \d+ in six steps/);
    expect(text).toMatch(/1\. Correlation: 78 → \d+/);
    expect(text).toMatch(/4\. Elimination: \d+ → 22/);
    expect(text).toMatch(/5\. Lasso: 22 → 2[0-2]/);
    await selection.getByText("1. Correlation").click();
    expect(await selection.locator("details[open] table").innerText()).toMatch(
      /dropped\s+0\.9\d+\s+correlation of/
    );
    await selection.getByRole("button", {name: "Use these features"}).click();
    await page.waitForFunction(() => /^1-3/.test(new URL(location.href).searchParams.get("only") ?? ""));
    expect(await page.locator(".lab-more summary").innerText()).toMatch(/, \d+ features,/);
    expect(problems).toEqual([]);
    await close();
  });

  it("searches with the same result whatever the number of workers, and resumes a cancelled search", async () => {
    const axes = encodeURIComponent("maxDepth: 1, 2; eta: 0.1, 0.3");
    const query = `?horizon=90&only=1-12&xgb_rounds=90&axes=${axes}&halving=true`;
    const search = (page: Page) => page.locator(".lab-results:not(.snapshot *)", {hasText: "best so far"});
    const searched = async (cores: number, cancel: boolean) => {
      const script = `Object.defineProperty(navigator, "hardwareConcurrency", {value: ${cores}})`;
      const {page, problems, close} = await open(query, {script});
      await settled(page);
      await page.getByRole("button", {name: "Search", exact: true}).click();
      const panel = page.getByRole("region", {name: "Searching parameters"});
      if (cancel) {
        await panel.getByText(/^[1-9]\d? of 30 fits/).waitFor({timeout: 60_000});
        await panel.getByRole("button", {name: /^Cancel/}).click();
        await panel.getByRole("button", {name: /^Resume after \d+ of 30 fits/}).click();
      }
      await panel.getByText(/^Tried 4 candidates/).waitFor({timeout: 100_000});
      const table = await search(page).locator("tbody").innerText();
      expect(problems).toEqual([]);
      if (cancel) {
        const [eta] = await search(page).locator("tbody tr").first().locator("td").allInnerTexts();
        await search(page)
          .getByRole("button", {name: /^Use these parameters/})
          .first()
          .click();
        const taken = Number(eta);
        await page.waitForFunction(
          (value) => Number(new URL(location.href).searchParams.get("xgb_eta")) === value,
          taken
        );
      }
      await close();
      return table;
    };
    const one = await searched(1, false);
    expect(one).toMatch(/0\.[5-6]\d{3}/);
    expect(await searched(3, true)).toBe(one);
  });
});
