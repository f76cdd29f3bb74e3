import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, settled, site, visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const answer = (page: Page) => page.locator("#observablehq-main .answer:visible").first();
const title = (page: Page, chart: string) => page.locator(`figure[data-chart=${chart}] h2:visible`);
const open = async (name: string, query = "") => {
  const visited = await visit(browser, `${site}products/${name}.html${query}`);
  await settled(visited.page, 60_000);
  return visited;
};
const isReal = async (page: Page) => /real/i.test(await page.locator("#data-badge").innerText());

describe("the pages about deliveries and scores", () => {
  it.each(["operations", "scores"])("%s answers without DuckDB", async (name) => {
    const {page, problems, requests, close} = await open(name);
    expect(await answer(page).innerText()).toMatch(/\d/);
    expect(requests.filter((path) => /duckdb.*(?:wasm\.|worker)/.test(path))).toEqual([]);
    expect(await page.locator("figure[data-state=error]:visible, .problem[role=alert]:visible").count()).toBe(
      0
    );
    expect(problems).toEqual([]);
    await close();
  });

  it("give the published figures where the files are the published ones", async () => {
    const scores = await open("scores");
    if (await isReal(scores.page)) {
      expect(await answer(scores.page).innerText()).toMatch(
        /4[.,]09 of 5 stars on average \(95 % interval 4[.,]08 to 4[.,]09\).*98[.,]673.*4[.,]29, late ones 2[.,]27/
      );
      expect(await title(scores.page, "score-delay").innerText()).toMatch(/2[.,]02 stars fewer/);
      const {page, close} = await open("operations");
      expect(await answer(page).innerText()).toMatch(
        /93[.,]2\s% \(95 % interval 93[.,]1\s% to 93[.,]4\s%\) of 96[.,]470.*24[.,]4 days on average.*within 10 days/
      );
      expect(await title(page, "stages").innerText()).toMatch(/^74\s%/);
      await close();
    }
    await scores.close();
  });

  it("answer for a promise of other days, and keep it in the address", async () => {
    const {page, problems, close} = await open("operations");
    const before = await title(page, "promise-days").innerText();
    await page.getByLabel("Days promised").first().fill("14");
    await page.waitForFunction(
      (text) => document.querySelector<HTMLElement>("figure[data-chart=promise-days] h2")?.innerText !== text,
      before
    );
    await expect.poll(() => new URL(page.url()).search).toBe("?days=14");
    const after = await title(page, "promise-days").innerText();
    expect(after).toMatch(/^14 days/);
    const other = await open("operations", "?days=14");
    expect(await title(other.page, "promise-days").innerText()).toBe(after);
    await other.close();
    expect(problems).toEqual([]);
    await close();
  });

  it("count orders never delivered as late where asked", async () => {
    const {page, problems, close} = await open("operations");
    const share = (text: string) => Number(/^([\d.,]+)\s%/.exec(text)?.[1].replace(",", "."));
    const before = await answer(page).innerText();
    await page.getByLabel("Orders never delivered count as late").check();
    await page.waitForFunction(
      (text) => document.querySelector<HTMLElement>("#observablehq-main .answer")?.innerText !== text,
      before
    );
    expect(share(await answer(page).innerText())).toBeLessThan(share(before));
    expect(new URL(page.url()).search).toBe("?lost=true");
    expect(problems).toEqual([]);
    await close();
  });

  it("compare stages by what is chosen, and say what to do where nothing is left", async () => {
    const {page, problems, close} = await open("operations", "?by=seller&from=2016-11&to=2016-11");
    expect(await page.locator("#observablehq-main").innerText()).toMatch(/widen the period/);
    await page.getByLabel("to", {exact: true}).selectOption({index: 18});
    await title(page, "bottlenecks")
      .filter({hasText: /^Seller/})
      .waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("say which of their choices an address asks for in vain", async () => {
    const {page, problems, close} = await open("operations", "?category=nonsense");
    expect(await page.locator("main .problem[role=status]:visible").innerText()).toBe(
      "“category” in the address must be one of the choices offered here, not “nonsense”; “all” is used instead."
    );
    expect(problems).toEqual([]);
    await close();
  });

  it("take reviews by their survey, in one state, from the address", async () => {
    const {page, problems, close} = await open("scores", "?state=RJ&by=survey&least=30");
    expect(await page.locator("figure[data-chart=score-months] figcaption:visible").innerText()).toMatch(
      /By the month of the survey/
    );
    expect(await page.getByLabel("Reviews a group needs").inputValue()).toBe("30");
    expect(problems).toEqual([]);
    await close();
  });
});
