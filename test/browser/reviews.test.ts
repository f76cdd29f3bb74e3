import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, settled, site, visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe("what customers write", () => {
  it("is told apart by words, without DuckDB; a sentence is read as it is typed, and reviews are found", async () => {
    const {page, problems, requests, close} = await visit(browser, `${site}products/reviews.html`);
    await settled(page, 100_000);
    const main = page.locator("#observablehq-main");
    expect(await main.innerText()).toMatch(/ROC-AUC of 0\.\d{3} \(95 % interval/);
    expect(requests.filter((path) => /duckdb.*(?:wasm\.|worker)/.test(path))).toEqual([]);
    await page.getByLabel("A review in Portuguese").fill("péssimo, não recomendo");
    await page.locator(".live-review mark[data-sign=low]:visible").first().waitFor();
    await settled(page);
    expect(await page.locator(".live-review:visible").innerText()).toMatch(
      /a low score with probability (?:9\d|100) %/
    );
    await page.getByLabel("Find in reviews").fill("prazo");
    const found = page.getByRole("table", {name: /^The first 200 of [\d,]+$|^Reviews found$/});
    await found.waitFor();
    expect((await found.locator("tbody tr").first().innerText()).toLowerCase()).toMatch(/prazo/);
    expect(problems).toEqual([]);
    await close();
  });
});
