import type {Browser, BrowserContextOptions, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, openGroups, phone, seriousViolations, settled, site, visit} from "./support.js";
import type {Visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const answer = (page: Page) => page.locator("main .answer").innerText();
const status = (page: Page) => page.locator(".training .progress-text").innerText();
const sentences = (page: Page) => page.locator(".own-sentence").allInnerTexts();
const share = (text: string) => Number(/(\d+\.\d)\s%/.exec(text)?.[1]);

async function open(query = "", options: BrowserContextOptions = {}) {
  const visited = await visit(browser, `${site}experiments/sequential.html?${query}`, options);
  await stood(visited.page);
  return visited;
}

/** Waits until the simulation that the address asks for has an answer, and nothing is at work any more. */
async function stood(page: Page): Promise<void> {
  await page.locator("main .answer", {hasText: "simulated test"}).waitFor({timeout: 60_000});
  await settled(page);
}

describe("the page on stopping early", () => {
  it.concurrent("answers at once with what peeking does, near what theory says", async () => {
    const {page, problems, close} = await open();
    const text = await answer(page);
    expect(text).toMatch(
      /^Looking 30 times and stopping at p < 0\.05 finds a difference in \d+\.\d\s% of tests/
    );
    expect(Math.abs(share(text) - 28)).toBeLessThan(4);
    for (const name of ["called", "stops", "path", "boundaries"])
      expect(
        await page
          .locator(`figure[aria-labelledby=chart-sequential-${name}-title]`)
          .getAttribute("data-state")
      ).toBe("ready");
    expect(await page.locator("main").innerText()).toContain("inflation factor 1.025");
    expect(await sentences(page)).toHaveLength(3);
    expect(problems).toEqual([]);
    await close();
  });

  it.concurrent("is the same for whoever opens a copied address, on a phone in the dark too", async () => {
    const query =
      "effect=1&looks=12&runs=500&seed=9&kind=classical-pocock&k=4&look=3&sides=greater&difference=absolute&arms=a:4000:400,b:4000:520,c:4000:410";
    const [one, other] = await Promise.all([
      open(query),
      open(query, {viewport: phone, colorScheme: "dark"})
    ]);
    expect(await answer(one.page)).toMatch(/^Where there is a true effect of 1\.00 percentage points/);
    expect(await answer(one.page)).toBe(await answer(other.page));
    expect(await sentences(one.page)).toEqual(await sentences(other.page));
    expect((await sentences(one.page)).join(" ")).toMatch(
      /“b” is 3\.00\spp above “a”.*stop now.*At look 3 of 4.*stop, it has/
    );
    expect(await other.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    for (const {page} of [one, other]) expect(await seriousViolations(page)).toEqual([]);
    expect([...one.problems, ...other.problems]).toEqual([]);
    await one.close();
    await other.close();
  });

  it("stops when cancelled, keeps what it had, and goes again", async () => {
    const {page, problems, close} = await open("runs=100");
    const before = await answer(page);
    const [runs, looks] = ["Simulated tests", "Looks"].map((label) =>
      page.getByLabel(label, {exact: true}).first()
    );
    await openGroups(page);
    await runs.fill("10000");
    await looks.fill("1000");
    await page.getByText("The inputs have changed since").waitFor();
    await page.getByRole("button", {name: "Simulate", exact: true}).click();
    await page.getByRole("button", {name: /^Cancel/}).click();
    expect(await status(page)).toBe("Simulating tests: cancelled");
    expect(await answer(page)).toBe(before);
    await looks.fill("2");
    await page.getByRole("button", {name: "Simulate", exact: true}).click();
    await page.locator(".answer", {hasText: "Looking 2 times"}).waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});

describe.concurrent("what cannot be simulated or read", () => {
  it("an effect that leaves 0 to 100 % is refused where it is simulated", async () => {
    const {page, close} = await visit(browser, `${site}experiments/sequential.html?rate=90&effect=20`);
    await page.locator("main .problem", {hasText: "choose a smaller effect"}).waitFor();
    expect(await answer(page)).toMatch(/the simulation below says how often/);
    await close();
  });

  it("tests in which nobody converts have an answer too", async () => {
    const {page, problems, close} = await open("rate=0.01&users=1&looks=3&runs=50");
    expect(await page.locator("main").innerText()).not.toMatch(/NaN|Infinity|undefined/);
    expect(await page.locator("main").innerText()).toContain("Naive peeking stopped none of these tests.");
    expect(problems).toEqual([]);
    await close();
  });
});

describe("an arm that cannot be read", () => {
  let reader: Visit;
  beforeAll(async () => {
    reader = await open("runs=20");
  });
  afterAll(() => reader.close());

  it.each([
    ["runs=20&arms=a:0:0,b:10:1", /fewer than two users/],
    ["runs=20&arms=a:100:0,b:100:0", /the same value so far/],
    ["runs=20&arms=a:100:0,b:100:5", /choose the absolute difference/],
    ["runs=20&arms=a:10:50,b:100:5", /more conversions/],
    ["runs=20&arms=nonsense", /missing in “nonsense”/],
    ["runs=20&look=9", /after the last of the 5 planned/],
    ["runs=20&metric=mean&meanArms=a:2:3:1,b:2:3:9", /sum of squares/]
  ])("%s is a sentence, and the rest of the page stands", async (query, sentence) => {
    const {page, problems} = reader;
    await page.goto(`${site}experiments/sequential.html?${query}`);
    await stood(page);
    expect(await page.locator("main .problem:visible").innerText()).toMatch(sentence);
    expect(await page.locator("main").innerText()).not.toMatch(/NaN|Infinity|undefined/);
    expect(problems).toEqual([]);
  });
});
