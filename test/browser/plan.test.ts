import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {
  launch,
  openGroups,
  phone,
  readdress,
  seriousViolations,
  settled,
  site,
  visit,
  wide
} from "./support.js";
import type {Visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const answer = async (page: Page) => plain(await page.locator("main .answer").innerText());

async function open(query: string, options = {}) {
  const visited = await visit(browser, `${site}experiments/plan.html${query}`, options);
  await settled(visited.page);
  return visited;
}

describe.concurrent("the page that plans a test", () => {
  it("answers at once: 1,094 users an arm from 20 % to 25 %, and why other formulas say otherwise", async () => {
    const {page, problems, close} = await open("");
    expect(await answer(page)).toMatch(
      /^Each of the two arms needs 1,094 users, 2,188 in all, to find a rise from 20\.0\s% to 25\.0\s% .* whole week/
    );
    const formulas = await page.locator(".table-frame", {hasText: "Users by formula"}).innerText();
    for (const users of ["1,094", "1,030", "1,092"]) expect(formulas).toContain(users);
    expect(await page.locator("figure.chart[data-state=ready]").count()).toBe(3);
    expect(await page.getByRole("link", {name: "Read its result"}).getAttribute("href")).toContain(
      "read.html?metric=proportion&sides=two-sided&adjust=none&level=0.95"
    );
    expect(problems).toEqual([]);
    await close();
  });

  it("loads the distributions as one file and a line each, and other pages do not load them", async () => {
    const {requests, close} = await open("");
    const own = requests.filter((path) => path.includes("/@stdlib/"));
    expect(own.filter((path) => path.includes("/shared@"))).toHaveLength(1);
    expect(own.length).toBeLessThanOrEqual(17);
    await close();
    const other = await visit(browser, `${site}customers/segments.html`);
    await settled(other.page);
    expect(other.requests.filter((path) => path.includes("/@stdlib/"))).toEqual([]);
    await other.close();
  });

  it("follows its inputs and keeps them in the address", async () => {
    const {page, problems, close} = await open("?arms=3&ratio=0.5&formula=arcsine");
    const before = await answer(page);
    expect(before).toMatch(/^The control needs .* each of the two variants/);
    await openGroups(page);
    await page.getByLabel("Power, %").fill("90");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("power") === "90");
    await settled(page);
    expect(await answer(page)).toContain("with a chance of 90 %");
    await page.getByLabel("Baseline, %", {exact: true}).fill("3,5");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("baseline") === "3.5");
    await page.getByLabel("What is measured").selectOption({index: 2});
    await page.getByLabel("Users who buy, %").waitFor({state: "visible"});
    expect(await page.getByLabel("Baseline, %").isVisible()).toBe(false);
    await settled(page);
    expect(await answer(page)).toContain("R$");
    expect(problems).toEqual([]);
    await close();
  });

  it("takes the present value from the data of a population", async () => {
    const {page, problems, close} = await open(
      "?source=data&population=SP&metric=revenue&as=relative&effect=50"
    );
    await page.locator(".caution", {hasText: "ordered again within 90 days"}).waitFor();
    expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|Infinity|undefined)\b/);
    expect(problems).toEqual([]);
    await close();
  });

  it.each([
    ["wide", wide, "light"],
    ["phone", phone, "dark"]
  ] as const)("is accessible on a %s screen", async (_, viewport, colorScheme) => {
    const {page, close} = await open("?arms=4", {viewport, colorScheme});
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      1
    );
    expect(await seriousViolations(page)).toEqual([]);
    await close();
  });
});

describe("what a plan lacks", () => {
  let reader: Visit;
  beforeAll(async () => {
    reader = await open("");
  });
  afterAll(() => reader.close());

  it.each([
    ["baseline=0", /The baseline must lie/],
    ["baseline=100", /The baseline must lie/],
    ["effect=0", /must not be zero/],
    ["effect=90", /into 110\.00\s%/],
    ["power=100", /certainty/],
    ["alpha=0", /nothing is ever significant/],
    ["traffic=-5", /traffic above zero/],
    ["metric=mean&sd=0", /standard deviation/],
    ["baseline=many", /must be a number/]
  ])("is told in a sentence: %s", async (query, message) => {
    const {page, problems} = reader;
    await readdress(page, query);
    await page.locator(".problem", {hasText: message}).first().waitFor();
    expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|Infinity|undefined)\b/);
    expect(problems).toEqual([]);
  });
});
