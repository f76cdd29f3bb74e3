import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, phone, screenshot, seriousViolations, settled, site, visit} from "./support.js";
import type {Visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const answer = async (page: Page) => plain(await page.locator("main .answer").innerText());
const quick = "?horizon=2000&batch=50&runs=10&explore=200&rates=0%2C1%3B+0%2C2";

async function open(query: string, options: Parameters<typeof visit>[2] = {}) {
  const visited = await visit(browser, `${site}experiments/bandit.html${query}`, options);
  await visited.page.locator(".training[data-state=ready]:not(.snapshot *)").waitFor();
  await settled(visited.page);
  return visited;
}

/** What the page shows as text, without the time that it took. */
const shown = async (page: Page) =>
  (await page.locator("main .answer, main .table-frame").allInnerTexts()).map(plain);

async function expectOpenToAll(page: Page): Promise<void> {
  expect(await seriousViolations(page)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

describe("the page that lets bandits race", () => {
  it.concurrent("answers by itself, with a full page", async () => {
    const {page, problems, close} = await open("");
    expect(await answer(page)).toMatch(
      /^Over 10,000 visitors .* loses least: [\d.]+ conversions \(.* in 90 % of 40 runs\) against 100 with a fixed equal split/
    );
    expect(await page.locator("figure.chart[data-state=ready]").count()).toBe(5);
    expect(problems).toEqual([]);
    await close();
  });

  it.concurrent("gives the same race for the same address, and keeps nobody out", async () => {
    const [one, other] = await Promise.all([open(quick), open(quick)]);
    expect(await shown(one.page)).toEqual(await shown(other.page));
    expect(await one.page.getByLabel("True rates of the arms").inputValue()).toBe("0,1; 0,2");
    await expectOpenToAll(one.page);
    await screenshot(one.page, "bandit-wide");
    const third = await open(`${quick}&seed=2`);
    expect(await shown(third.page)).not.toEqual(await shown(one.page));
    for (const {problems, close} of [one, other, third]) {
      expect(problems).toEqual([]);
      await close();
    }
  });

  it.concurrent("puts inputs into the address, and says when what is shown is of other inputs", async () => {
    const {page, problems, close} = await open(quick);
    const before = await answer(page);
    await page.getByLabel("True rates of the arms").fill("30 %; 30 %; 30 %");
    await page.getByText("The inputs have changed since").waitFor();
    await page.waitForFunction(() => new URL(location.href).searchParams.get("rates") === "30 %; 30 %; 30 %");
    await page.getByRole("button", {name: "Simulate"}).click();
    await page.waitForFunction((old) => document.querySelector("main .answer")?.textContent !== old, before);
    await page.getByText("All 3 arms convert alike").waitFor();
    await settled(page);
    expect(await page.locator("figure.chart[data-state=error], figure.chart[data-state=empty]").count()).toBe(
      0
    );
    expect(plain(await page.locator("main").innerText())).not.toMatch(/NaN|Infinity|undefined/);
    expect(problems).toEqual([]);
    await close();
  });

  it.concurrent("works through rates of 0 and 1, one run and no test", async () => {
    const {page, problems, close} = await open("?rates=0%3B+1&horizon=100&batch=100&runs=1&explore=0");
    expect(plain(await page.locator("main").innerText())).not.toMatch(/NaN|Infinity|undefined/);
    expect(problems).toEqual([]);
    await close();
  });

  it.concurrent("keeps nobody out on a phone in the dark", async () => {
    const {page, close} = await open(quick, {viewport: phone, colorScheme: "dark"});
    await expectOpenToAll(page);
    await screenshot(page, "bandit-on-a-phone-dark");
    await close();
  });
});

describe("what is wrong with a race", () => {
  let reader: Visit;
  beforeAll(async () => {
    reader = await visit(browser, `${site}experiments/bandit.html${quick}`);
  });
  afterAll(() => reader.close());

  it.each([
    ["rates=0%2C1", /2 to 10 arms/],
    ["rates=12%3B+13", /above 1/],
    ["rates=a%3B+b", /not a rate/],
    ["horizon=1000&batch=2000", /batch of 2,000/],
    ["horizon=1000&explore=900", /needs 2,700/],
    ["horizon=200000&runs=1000", /too many for a tab/]
  ])("is told in a sentence: %s", async (query, sentence) => {
    const {page, problems} = reader;
    await page.goto(`${site}experiments/bandit.html?${query}`);
    const said = page.locator(".training .problem");
    await said.waitFor();
    expect(plain(await said.innerText())).toMatch(sentence);
    expect(problems).toEqual([]);
  });
});
