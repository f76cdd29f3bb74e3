import {readFileSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, phone, readdress, screenshot, seriousViolations, settled, site, visit} from "./support.js";
import type {Visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const answer = async (page: Page) => plain(await page.locator("main .answer").innerText());

async function open(query: string, options: Parameters<typeof visit>[2] = {}) {
  const visited = await visit(browser, `${site}experiments/bayes.html${query}`, options);
  await visited.page.locator("main .answer").waitFor();
  await settled(visited.page);
  return visited;
}

describe.concurrent("the page that reads a test, Bayesian", () => {
  it("answers with the reference's figures at once: 200 of 1,000 against 250 of 1,000", async () => {
    const {page, problems, close} = await open("");
    expect(await answer(page)).toMatch(
      /^“variant” is the best of 2 arms with a chance of 99\.6\s%\. You may stop and take “variant”.* 0\.0021\spp .* 0\.10\spp/
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "Results (JSON)"}).click()
    ]);
    const {rows} = JSON.parse(readFileSync(await download.path(), "utf8")) as {
      rows: {chance: number; loss: number}[];
    };
    expect(Math.abs(rows[1].chance - 0.9962833291313045)).toBeLessThan(1e-9);
    expect(Math.abs(rows[1].loss - 2.136362709164656e-5)).toBeLessThan(1e-9);
    expect(Math.abs(rows[0].loss - 0.04992156322743885)).toBeLessThan(1e-9);
    expect(await page.locator("figure.chart[data-state=ready]").count()).toBe(2);
    expect(problems).toEqual([]);
    await close();
  });

  it("puts what a reader types into the address and reads it back from there", async () => {
    const {page, problems, close} = await open("");
    await page.getByLabel("Converted, control").fill("249");
    await page.getByLabel("Prior of each rate").selectOption({label: "from a known rate"});
    await page
      .getByLabel(/^It is worth/)
      .first()
      .fill("500");
    await page
      .getByText(/^Go on: even|Go on: even the best choice/)
      .first()
      .waitFor();
    await page.waitForFunction(() => new URL(location.href).searchParams.get("prior_weight") === "500");
    await settled(page);
    const said = await answer(page);
    expect(said).toMatch(/Go on/);
    const copy = await open(new URL(page.url()).search);
    expect(await answer(copy.page)).toBe(said);
    expect(await copy.page.getByLabel("Converted, control").inputValue()).toBe("249");
    expect([...problems, ...copy.problems]).toEqual([]);
    await close();
    await copy.close();
  });

  it("reads means as GrowthBook does", async () => {
    const {page, problems, close} = await open(
      "?metric=mean&kind=relative&meanArms=A:10:100:1002.25,B:10:105:1111.5"
    );
    expect(await answer(page)).toContain("with a chance of 91.9 %");
    expect(plain(await page.locator("main").innerText())).toMatch(
      /“B” less “A” is \+5\.00\s%, .* −2\.00\s% and \+12\.00\s%/
    );
    expect(problems).toEqual([]);
    await close();
  });

  it.each([
    ["wide", {}],
    ["on a phone, dark", {viewport: phone, colorScheme: "dark" as const}]
  ])("keeps nobody out, %s", async (name, options) => {
    const {page, close} = await open("?arms=A:1000:100,B:1000:120,C:1000:110&kind=relative", options);
    expect(await seriousViolations(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await screenshot(page, `bayes-${name.replace(/\W+/g, "-")}`);
    await close();
  });
});

describe("an input that cannot be read, or only just,", () => {
  let reader: Visit;
  beforeAll(async () => {
    reader = await open("");
  });
  afterAll(() => reader.close());

  it.each([
    ["zero conversions", "arms=A:10:0,B:20:0&prior=jeffreys&kind=relative", /converted nobody/],
    ["everybody converted", "arms=A:10:10,B:20:20,C:5:0", /best of 3 arms/],
    ["no users in an arm", "arms=A:0:0,B:20:3", /Nothing can be decided: “A” has no visitors|has no users/],
    ["more conversions than users", "arms=A:10:11,B:20:3", /more conversions/],
    ["a prior of 0", "prior=own&prior_a=0", /no distribution/],
    ["a mean without spread", "metric=mean&meanArms=A:4:8:16,B:4:9:30", /same value/],
    ["a control of mean 0", "metric=mean&kind=relative&meanArms=A:4:0:4,B:4:9:30", /mean is 0/],
    ["one arm", "arms=A:10:1", /This cannot be read yet/],
    ["words", "arms=hello", /This cannot be read yet: A number is missing in “hello”/]
  ])("gets a sentence and no broken number: %s", async (_, query, sentence) => {
    const {page, problems} = reader;
    await readdress(page, query);
    const text = plain(await page.locator("main").innerText());
    expect(text).toMatch(sentence);
    expect(text).not.toMatch(/NaN|Infinity|undefined|∞/);
    expect(await page.locator("main .problem:visible, main .chart").count()).toBeGreaterThan(0);
    expect(await page.locator("figure.chart[data-state=error], figure.chart[data-state=empty]").count()).toBe(
      0
    );
    expect(problems).toEqual([]);
  });
});
