import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, phone, settled, site, visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A run is long where the machine is busy; on a quiet one of two cores it takes half a minute. */
const patience = 240_000;

/** Small models, so that a run is short; what the page tells of them is the same. */
const small = "xgb_rounds=20&xgb_eta=0.3&lr_C=0.005";

async function open(query = "", options = {}) {
  const visited = await visit(browser, `${site}models/leakage.html${query}`, options);
  await settled(visited.page, patience);
  return visited;
}

const answer = (page: Page) => page.locator("main .answer").innerText();
const training = (page: Page) => page.locator(".training[aria-label^=Training]");
const rolling = (page: Page) => page.locator(".training[aria-label^=Rolling]");
const run = (page: Page) => page.getByRole("button", {name: "Run the trainings"}).click();
const number = (text: string) => Number(text.replaceAll(",", ""));
const title = (page: Page, name: string) => page.locator(`#chart-${name}-title`).innerText();

/** The rows of the table of all trainings, as texts. */
const rows = async (page: Page) => {
  const table = page.locator("table[aria-label^='Every training']:not(.snapshot *)");
  return table
    .locator("tbody tr")
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll("td")].slice(1).map((cell) => cell.textContent ?? ""))
    );
};

describe("the leakage lab", {timeout: patience}, () => {
  let trained: string[][];

  it.concurrent("trains nothing before it is asked, then tells why the perfect score is none", async () => {
    const {page, problems, close} = await open(`?${small}`);
    expect(await answer(page)).toMatch(/press Run the trainings/);
    expect(page.workers().some((worker) => worker.url().includes("lab.worker"))).toBe(false);
    await run(page);
    await page.locator(".training[aria-label^=Training][data-state=ready]").waitFor({timeout: patience});
    await settled(page, patience);

    expect(await answer(page)).toMatch(
      /^Yes.*on the brief’s rule with all 78 features.*honest question.*% of the time\.$/
    );
    const table = await rows(page);
    trained = table;
    expect(table).toHaveLength(12);
    const auc = (label: RegExp, from: RegExp) =>
      number(
        table
          .find((row) => label.test(row[0]) && from.test(row[1]) && /XGBoost/.test(row[2]))?.[3]
          .split(" ")[0] ?? ""
      );
    expect(auc(/rule/, /78/)).toBeGreaterThan(0.99);
    expect(auc(/Last order/, /78/)).toBeGreaterThan(0.99);
    expect(auc(/rule/, /57/)).toBeLessThan(auc(/rule/, /78/));
    expect(auc(/No order/, /78/)).toBeLessThan(0.8);

    expect(await title(page, "leakage-alarm")).toMatch(/set off the alarm: recency_days \(1\.000\)/);
    await page.getByLabel("Label", {exact: true}).selectOption({label: "No order in the next 180 days"});
    await page
      .getByText(/no feature alone reaches 0\.98/)
      .first()
      .waitFor();
    expect(new URL(page.url()).searchParams.get("alarm")).toBe("forward");
    expect(await page.locator(".leakage-rules tbody tr").count()).toBeGreaterThan(3);
    expect(await page.locator("main").innerText()).toMatch(
      /held-out customers ranked most likely to return, [\d,]+ did/
    );
    const [inFold, outOfFold] = [...(await title(page, "leakage-encoding")).matchAll(/\d\.\d{3}/g)].map(
      ([text]) => number(text)
    );
    expect(inFold - outOfFold).toBeGreaterThan(0.05);
    expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|Infinity|undefined)\b/);
    expect(new URL(page.url()).searchParams.get("run")).toBe("true");
    expect(problems).toEqual([]);
    await close();
  });

  it.concurrent("rolls through cutoffs when asked, on a phone without overflow", async () => {
    const {page, problems, close} = await open(`?${small}&step=6&window=60&drift=true`, {viewport: phone});
    await page.locator(".training[aria-label^=Rolling][data-state=ready]").waitFor({timeout: patience});
    await settled(page, patience);
    expect(await rolling(page).innerText()).toMatch(/Asked at \d+ cutoffs/);
    expect(await title(page, "leakage-drift")).toMatch(/^Asked again at \d cutoffs?, the score/);
    expect(await title(page, "leakage-drift-share")).toMatch(/within 60 days (moves between|stays at)/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      1
    );
    expect(problems).toEqual([]);
    await close();
  });

  it(
    "runs the same again for whoever opens the address, stops at once when cancelled and keeps what it has found",
    {
      retry: 2
    },
    async () => {
      const {page, problems, close} = await visit(browser, `${site}models/leakage.html?${small}&run=true`);
      await training(page).and(page.locator("[data-state=running]")).waitFor();
      await expect.poll(async () => (await rows(page)).length, {timeout: patience}).toBeGreaterThan(3);
      const asked = performance.now();
      await training(page)
        .getByRole("button", {name: /^Cancel/})
        .click();
      await page.locator(".training[aria-label^=Training][aria-busy=false]").waitFor();
      expect(performance.now() - asked).toBeLessThan(1500);
      await page.waitForFunction(() => !new URL(location.href).searchParams.has("run"));
      const found = await rows(page);
      expect(found.length).toBeGreaterThan(3);
      expect(found.length).toBeLessThan(trained.length);
      expect(trained).toEqual(expect.arrayContaining(found));
      const before = await page.locator("main").innerText();
      await page.waitForTimeout(1500);
      expect(await page.locator("main").innerText()).toBe(before);
      expect(problems).toEqual([]);
      await close();
    }
  );
});
