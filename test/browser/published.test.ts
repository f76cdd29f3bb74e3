import {readFileSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, settled, site, visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const status = (page: Page) => page.locator(".training .train-status").first();
const panel = (page: Page, state = "") => page.locator(`.training[aria-label^="Training"]${state}`);
const answer = (page: Page) => page.locator("#observablehq-main .answer:visible").first();

interface Index {
  models: {family: string; hash: string; files: Record<string, {path: string; bytes: number} | undefined>}[];
}
const index = () => JSON.parse(readFileSync("dist/models/index.json", "utf8")) as Index;

/** Opens a page at rest, with the paths of all that it has asked for. */
async function opened(name: string) {
  const visited = await visit(browser, `${site}${name}`);
  await settled(visited.page);
  return {...visited, asked: visited.requests};
}

/** What each panel of a page was published with. */
const panels: Record<string, [label: RegExp, said: RegExp][] | undefined> = {
  "models/train.html": [
    [/Selecting features/, /From \d+ features to \d+ in six steps/],
    [/Searching parameters/, /best so far a mean ROC-AUC/]
  ],
  "models/leakage.html": [
    [/Training under each label/, /on the brief’s rule with all 78 features/],
    [/Rolling through the cutoffs/, /Asked again at \d cutoffs?, the score/]
  ],
  "experiments/practice.html": [[/Running 200 campaigns/, /of the intervals hold the truth/]],
  "models/late.html": [[/Training the model/, /gives the late one the higher risk/]]
};

/** Expects that the panels of a page at rest show what they were published with, and that nothing has run. */
async function expectPanels(page: Page, name: string): Promise<void> {
  for (const [label, said] of panels[name] ?? []) {
    const here = page.getByRole("region", {name: label});
    expect(await here.getAttribute("data-state")).toBe("built");
    expect(await here.innerText()).toMatch(/when the site was built/);
    expect(await page.locator("#observablehq-main").innerText()).toMatch(said);
  }
  expect(page.workers().filter((worker) => /lab\.worker|train\.worker/.test(worker.url()))).toHaveLength(
    name === "models/train.html" ? page.workers().length : 0
  );
}

describe("models published with the site", () => {
  it.each([
    "models/train.html",
    "models/decide.html",
    "models/explain.html",
    "models/late.html",
    "products/reviews.html"
  ])("%s shows its outcome, of each panel its own, without DuckDB", async (name) => {
    const {page, problems, asked, close} = await opened(name);
    await panel(page, '[data-state=\"built\"]').waitFor();
    expect(await status(page).innerText()).toMatch(/when the site was built/);
    expect(await page.locator("#observablehq-main").innerText()).not.toMatch(
      /This part fills|Nothing has run/
    );
    expect(await page.locator("observablehq-loading.snapshot figure:visible").count()).toBe(0);
    expect(asked.filter((path) => /duckdb.*(?:wasm\.|packed|worker)|_file.*parquet/.test(path))).toEqual([]);
    const read = asked.filter((path) => /^\/models\/.*\.(json|parquet)$/.test(path));
    const bytes = read.map((path) => readFileSync(`dist${path}`).length).reduce((a, b) => a + b, 0);
    expect(read.length).toBeGreaterThan(2);
    expect(bytes).toBeLessThan(750_000);
    if (panels[name]) await expectPanels(page, name);
    expect(problems).toEqual([]);
    await close();
  });

  it.each(["models/leakage.html", "experiments/practice.html"])(
    "%s shows in each panel its own outcome without running",
    async (name) => {
      const {page, problems, close} = await opened(name);
      await expectPanels(page, name);
      expect(problems).toEqual([]);
      await close();
    }
  );

  it("answer another threshold, and another campaign, without training", async () => {
    const {page, asked, close} = await opened("models/decide.html");
    const said = await answer(page).innerText();
    await page
      .getByLabel(/Cost of contacting/)
      .first()
      .fill("3.5");
    await page.waitForFunction(
      (before) => document.querySelector("#observablehq-main .answer")?.textContent !== before,
      said
    );
    await settled(page);
    expect(await panel(page).getAttribute("data-state")).toBe("built");
    await page.getByLabel("Random forest").check();
    await page.waitForFunction(
      (hash) => document.querySelector(".model-hash")?.textContent === hash,
      index().models.find(({family}) => family === "forest")?.hash
    );
    expect(await panel(page).getAttribute("data-state")).toBe("built");
    expect(asked.filter((path) => /duckdb.*(?:wasm\.|packed|worker)|_file.*parquet/.test(path))).toEqual([]);
    await close();
  });

  it("explain any customer: those at hand at once, others without training", async () => {
    const {page, asked, problems, close} = await opened("models/explain.html");
    const score = page.locator("figure[aria-labelledby=chart-explain-customer-title] h2:visible");
    const [highest, said] = [await score.innerText(), await answer(page).innerText()];
    const changed = (before: string) =>
      page.waitForFunction(
        (text) =>
          document.querySelector<HTMLElement>("figure[aria-labelledby=chart-explain-customer-title] h2")
            ?.innerText !== text,
        before
      );
    await page.locator(".whatif input[type=range]").first().fill("1");
    expect(await page.locator(".whatif-answer").innerText()).toMatch(/The score (moves|stays)/);
    await page.getByLabel("Rank or key").fill("25");
    await changed(highest);
    expect(asked.filter((path) => /duckdb.*(?:wasm\.|packed|worker)|_file.*parquet/.test(path))).toEqual([]);
    const near = await score.innerText();
    await page.getByLabel("Rank or key").fill("26");
    await changed(near);
    await settled(page);
    expect(await page.locator("#observablehq-main").innerText()).toMatch(/number 26 from the highest/);
    expect(await panel(page).getAttribute("data-state")).toBe("built");
    await page.getByLabel("Coloured by").selectOption({index: 1});
    await settled(page);
    expect(
      await page.locator("figure[aria-labelledby=chart-explain-dependence-title] svg:visible").count()
    ).toBe(1);
    expect(await panel(page).getAttribute("data-state")).toBe("built");

    await page.getByRole("button", {name: "Train and explain"}).click();
    await panel(page, '[data-state="ready"]').waitFor({timeout: 120_000});
    await settled(page);
    expect(await panel(page).innerText()).toMatch(/with the same hash as when the site was built/);
    expect(await answer(page).innerText()).toBe(said);
    expect(problems).toEqual([]);
    await close();
  });

  it("say that the inputs have changed, and are back with the inputs that they answer", async () => {
    const {page, close} = await opened("models/train.html");
    const selecting = page.getByRole("region", {name: "Selecting features"});
    const said = await selecting.locator(".train-status").innerText();
    const keep = page.getByLabel("Always keep (numbers)");
    await keep.fill("1-4");
    await selecting.and(page.locator("[data-state=stale]")).waitFor();
    expect(await selecting.innerText()).toMatch(/The inputs have changed since/);
    await keep.fill("1-3");
    await selecting.and(page.locator("[data-state=built]")).waitFor();
    expect(await selecting.locator(".train-status").innerText()).toBe(said);
    await close();
  });

  it("give way to a training as soon as the reader asks something else of them", async () => {
    const {page, close} = await opened("models/train.html");
    await page.getByLabel("From", {exact: true}).selectOption("Leak-free 57 features");
    await panel(page, '[data-state=\"ready\"]').waitFor({timeout: 120_000});
    expect(await panel(page).innerText()).not.toMatch(/as when the site was built/);
    await close();
  });
});
