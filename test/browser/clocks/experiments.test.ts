/** What holds a clock to a page: these tests run after all others, with nothing beside them. */
import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {launch, settled, site, visit} from "../support.js";
import {usersTable} from "../usersTable.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Opens a page and waits until everything asked for in its address is worked out. */
async function open(address: string) {
  const visited = await visit(browser, `${site}${address}`);
  await settled(visited.page, 100_000);
  return visited;
}

it("a race of bandits leaves the main thread free while it simulates, shows progress and can be cancelled", async () => {
  const {page, problems, close} = await open(
    "experiments/bandit.html?horizon=2000&batch=50&runs=10&explore=200&rates=0%2C1%3B+0%2C2"
  );
  await page.locator(".training[data-state=ready]:not(.snapshot *)").waitFor();
  await page.getByLabel("Visitors in all").fill("20000");
  await page.getByLabel("Runs").fill("300");
  await page.getByText("The inputs have changed since").waitFor();
  await page.evaluate(() => {
    const held = window as Window & {blocked?: number[]};
    const blocked: number[] = [];
    held.blocked = blocked;
    const panel = document.querySelector<HTMLElement>(".training");
    new PerformanceObserver((list) => {
      if (panel?.dataset.state === "running")
        for (const {duration} of list.getEntries()) blocked.push(duration);
    }).observe({type: "longtask"});
  });
  await page.getByRole("button", {name: "Simulate"}).click();
  await page.waitForFunction(
    () => (document.querySelector<HTMLProgressElement>(".training progress")?.value ?? 0) > 0.1
  );
  const blockedFor = (time: number) =>
    page.evaluate(async (wait) => {
      const held = window as Window & {blocked?: number[]};
      held.blocked?.splice(0);
      await new Promise((resolve) => setTimeout(resolve, wait));
      return held.blocked?.slice();
    }, time);
  // A busy machine may stop any process for a while: what the page itself does would show every time.
  let blocked = await blockedFor(600);
  for (let again = 0; again < 2 && blocked?.length; again++) blocked = await blockedFor(600);
  expect(await page.locator(".training").getAttribute("data-state")).toBe("running");
  expect(blocked).toEqual([]);
  await page.getByRole("button", {name: /^Cancel/}).click();
  await page.locator(".progress[data-state=cancelled]").waitFor();
  expect(await page.locator("figure.chart").count()).toBe(5);
  expect(problems).toEqual([]);
  await close();
});

it(
  "the page that reads a test takes a table of 200,000 users and blocks the page no longer than one of 200",
  {retry: 2},
  async () => {
    const {page, problems, close} = await open("experiments/read.html?source=users");
    const directory = mkdtempSync(join(tmpdir(), "vitrine-"));
    await page.evaluate(() => {
      const held = window as Window & {longest?: number};
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) held.longest = Math.max(held.longest ?? 0, entry.duration);
      }).observe({type: "longtask"});
    });
    const longest = async (users: number) => {
      const file = join(directory, `${users}.csv`);
      writeFileSync(file, usersTable(users));
      await page.evaluate(() => ((window as Window & {longest?: number}).longest = 0));
      await page.locator("input[type=file]").setInputFiles(file);
      await page.getByText(`in ${users}.csv`).waitFor({timeout: 60_000});
      await settled(page);
      return page.evaluate(() => (window as Window & {longest?: number}).longest ?? 0);
    };
    await longest(100);
    const few = await longest(200);
    const many = await longest(200_000);
    expect(many).toBeLessThan(few + 50);
    expect(problems).toEqual([]);
    await close();
  }
);

/** Presses Simulate; the longest task of the page from then until the charts stand, and what its progress said. */
const simulated = (page: Page) =>
  page.evaluate(async () => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({duration}) => duration))
    );
    observer.observe({entryTypes: ["longtask"]});
    const said = new Set<string>();
    const text = () => document.querySelector(".training .progress-text")?.textContent ?? "";
    document.querySelector<HTMLButtonElement>("button.train")?.click();
    while (!text().startsWith("Simulated")) {
      said.add(text());
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    const summary = text();
    await new Promise((resolve) => setTimeout(resolve, 500));
    tasks.push(...observer.takeRecords().map(({duration}) => duration));
    observer.disconnect();
    return {longest: Math.max(0, ...tasks), said: [...said], summary};
  });

it("the page on stopping early simulates 10,000 A/A tests with progress, the page free all the while", async () => {
  const {page, problems, close} = await open("experiments/sequential.html?runs=10000&looks=100&users=200");
  await page.locator("main .answer", {hasText: "simulated test"}).waitFor();
  const share = Number(/(\d+\.\d)\s%/.exec(await page.locator("main .answer").innerText())?.[1]);
  expect(await page.locator(".training .progress-text").innerText()).toMatch(
    /^Simulated 10,000 A\/A tests of 100 looks in/
  );
  expect(Math.abs(share - 37.4)).toBeLessThan(2.5);
  let longest = Infinity;
  for (let attempt = 0; attempt < 4 && longest > 50; attempt++) {
    const run = await simulated(page);
    expect(run.summary).toMatch(/^Simulated 10,000/);
    expect(run.said.filter((text) => /^Simulating tests, \d+\s%$/.test(text)).length).toBeGreaterThan(2);
    longest = Math.min(longest, run.longest);
  }
  expect(longest).toBeLessThanOrEqual(50);
  expect(problems).toEqual([]);
  await close();
});
