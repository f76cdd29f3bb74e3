import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, phone, seriousViolations, settled, site, visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const small = "label=late&lr_C=0.05&rf_trees=40&gb_rounds=40&xgb_rounds=40";
const answer = (page: Page) => page.locator("main .answer").innerText();
const made = (page: Page) => page.locator(".explain-made").innerText();
const after = "figure[aria-labelledby=chart-explain-after-title]";

/** Opens the page and waits until everything asked for in its address is worked out. */
async function open(query: string, options = {}) {
  const visited = await visit(browser, `${site}models/explain.html?${query}`, options);
  await settled(visited.page, 100_000);
  return visited;
}

describe("the page that explains a model", () => {
  it("trains nothing before it is asked", async () => {
    const {page, problems, close} = await open("");
    expect(await page.locator("[data-panel]:visible .train-status").innerText()).toMatch(
      /^Trained when the site was built.*press Train and explain to train here/
    );
    expect(page.workers().some((worker) => worker.url().includes("lab.worker"))).toBe(false);
    await close();
    expect(problems).toEqual([]);
  });

  it("takes every score of each family apart, and they add up", async () => {
    const {page, problems, close} = await open(`${small}&run=true&family=logistic`);
    const hash = page.locator(".explain-made [data-hash]");
    let before = "";
    for (const [family, unit, own] of [
      ["Logistic regression", /log-odds/, "explain-coefficients"],
      ["Random forest", /percentage points of probability/, "explain-gain"],
      ["Gradient boosting", /log-odds/, "explain-gain"],
      ["XGBoost-style boosting", /log-odds/, "explain-gain"]
    ] as const) {
      if (before !== "") {
        await page.getByLabel("Explain", {exact: true}).selectOption({label: family});
        await page.getByRole("button", {name: "Train and explain"}).click();
      }
      await expect.poll(() => hash.getAttribute("data-hash"), {timeout: 60_000}).not.toBe(before);
      before = (await hash.getAttribute("data-hash")) ?? "";
      await settled(page, 100_000);
      expect(await answer(page), family).toMatch(
        /move the score that an order comes late most: together \d+\s% of all/
      );
      expect(await answer(page), family).toMatch(/not what causes/);
      const power = /add up to its score to (\d\.\d)·10⁻([⁰¹²³⁴⁵⁶⁷⁸⁹]+) /.exec(await made(page));
      const superscripts = [..."⁰¹²³⁴⁵⁶⁷⁸⁹"];
      expect(
        Number([...(power?.[2] ?? "0")].map((digit) => superscripts.indexOf(digit)).join("")),
        family
      ).toBeGreaterThan(9);
      expect(await made(page), family).toMatch(unit);
      for (const name of ["explain-overall", "explain-swarm", "explain-permutation", own, "explain-customer"])
        expect(
          await page.locator(`figure[aria-labelledby=chart-${name}-title]`).getAttribute("data-state"),
          `${family}: ${name}`
        ).toBe("ready");
    }
    expect(problems).toEqual([]);
    await close();
  });

  it("explains the model that the page Train gives at the same address", async () => {
    const query = "label=late&xgb_rounds=20&gb_rounds=5&rf_trees=5&run=true";
    const {page, close} = await open(query);
    const hash = await page.locator(".explain-made [data-hash]").getAttribute("data-hash");
    await page.goto(`${site}models/train.html?${query}`);
    await settled(page, 100_000);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await page.locator(`main [data-hash="${hash}"]`).count()).toBe(1);
    await close();
  });
});

describe("what if", () => {
  const query = `${small}&run=true&by=lowest&nth=3`;

  it("is the same for whoever opens a copied address, on a phone too", async () => {
    const address = `${query}&whatif=tightness:1,region:N&feature=region`;
    const [one, other] = [await open(address), await open(address, {viewport: phone, colorScheme: "dark"})];
    for (const locator of ["main .answer", ".whatif-answer", `${after} h2`])
      expect(await one.page.locator(locator).innerText()).toBe(await other.page.locator(locator).innerText());
    expect(await one.page.locator(".whatif select").inputValue()).toBe("N");
    expect(await one.page.locator("figure[aria-labelledby=chart-explain-levels-title]").count()).toBe(1);
    expect(await other.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    for (const {page} of [one, other]) expect(await seriousViolations(page)).toEqual([]);
    expect([...one.problems, ...other.problems]).toEqual([]);
    await one.close();
    await other.close();
  });
});

it("says so where there is no such row, and the rest of the page stands", async () => {
  const {page, problems, close} = await open("by=highest&nth=999999");
  expect(await page.locator("main .problem:visible").allInnerTexts()).toEqual([
    expect.stringMatching(/choose a number from 1/),
    expect.stringMatching(/choose a number from 1/)
  ]);
  expect(await page.locator("figure[aria-labelledby=chart-explain-overall-title]").count()).toBe(1);
  expect(problems).toEqual([]);
  await close();
});
