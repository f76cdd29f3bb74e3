import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, openGroups, phone, seriousViolations, settled, site, visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Everybody, so that there are enough people in a small generated shop too. */
const everybody = "p_segment=all&p_effect=60&p_rate=20";
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const answer = async (page: Page) => plain(await page.locator("main .answer").innerText());
const arms = async (page: Page) => plain(await page.getByRole("region", {name: "The arms"}).innerText());

async function open(query: string, options = {}) {
  const visited = await visit(browser, `${site}experiments/practice.html?${query}`, options);
  await visited.page.locator("[data-verdict], main .problem[role=alert]").first().waitFor();
  await settled(visited.page);
  return visited;
}

describe.concurrent("the practice page", () => {
  it("is full at once: a campaign, its truth and its estimate, nothing that is no number", async () => {
    const {page, problems, close} = await open("");
    expect(await answer(page)).toMatch(/was planted, .* is estimated \(95 % interval .*, p (=|<) 0\.\d+\)/);
    expect(await page.locator("figure.chart[data-state=ready]").count()).toBe(2);
    expect(await page.locator("main").innerText()).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(await seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it("finds a large planted effect, and gives the same numbers to whoever opens its address", async () => {
    const one = await open(everybody);
    expect(await answer(one.page)).toMatch(/^The planted effect is found: \+12\.0\spp was planted/);
    const first = await arms(one.page);
    await one.page.getByLabel("Seed").fill("7");
    await one.page.waitForFunction(() => new URL(location.href).searchParams.get("p_seed") === "7");
    await settled(one.page);
    expect(await arms(one.page)).not.toBe(first);
    const other = await open(new URL(one.page.url()).search.slice(1));
    expect(await answer(other.page)).toBe(await answer(one.page));
    expect(await arms(other.page)).toBe(await arms(one.page));
    for (const {close} of [one, other]) await close();
  });

  it("runs 200 campaigns in the background, stops when told to, and leads to the page that reads, which finds the same users without being told the truth", async () => {
    const {page, problems, close} = await open(everybody);
    await page.getByRole("button", {name: "Run 200 such campaigns"}).click();
    const table = page.getByRole("region", {name: "What the campaigns say"});
    await table.waitFor({timeout: 90_000});
    await settled(page);
    expect(await table.innerText()).toMatch(/Intervals that hold the truth/);
    const covered = /hold the truth[^\t]*\t([\d.]+)/.exec(plain(await table.innerText()))?.[1] ?? "";
    expect(Number(covered)).toBeGreaterThan(88);
    await page.getByRole("button", {name: "Run 200 such campaigns"}).click();
    await page.getByRole("button", {name: /^Cancel/}).click();
    await page.locator(".training[data-state=ready]:not(.snapshot *)").waitFor();
    const [estimate] = /[+−][\d.]+\spp is estimated/.exec(await answer(page)) ?? [""];
    const mine = await arms(page);
    await page.getByRole("link", {name: "Read it as if you did not know"}).click();
    await page.waitForURL(/read\.html\?/);
    await page.getByText("A simulated campaign for").first().waitFor();
    await settled(page);
    const read = plain(await page.locator("main").innerText());
    expect(estimate).not.toBe("");
    expect(read).toContain(estimate.replace(" is estimated", ""));
    for (const line of mine.split("\n").slice(1)) {
      const [, users, converted] = line.split("\t");
      expect(read).toContain(users);
      expect(read).toContain(converted);
    }
    expect(read).not.toContain("was planted");
    expect(problems).toEqual([]);
    await close();
  });

  it("alarms where treated users get lost, and warns where no lot is drawn", async () => {
    const lost = await open(`${everybody}&p_lost=40`);
    expect(await lost.page.locator("[data-alarm]").getAttribute("data-alarm")).toBe("true");
    expect(await lost.page.locator("[data-alarm] .problem").innerText()).toMatch(/^Sample-ratio mismatch/);
    expect(await answer(lost.page)).toMatch(/^Nothing can be concluded, as treated users were lost/);
    await lost.close();
    const best = await open(`${everybody}&p_assign=best&p_history=3`);
    expect(await best.page.locator("[data-alarm]").getAttribute("data-alarm")).toBe("false");
    await best.page.getByText("This is no experiment").waitFor();
    expect(await best.page.locator("[data-covers]").getAttribute("data-covers")).toBe("false");
    await best.close();
  });

  it("says in a sentence what cannot be simulated, and goes on", async () => {
    const {page, problems, close} = await open("p_segment=all&p_base=real&p_horizon=540");
    expect(await page.locator("main .problem[role=alert]").first().innerText()).toMatch(/The record ends on/);
    await openGroups(page);
    await page.getByLabel("made up").check();
    await page.locator("[data-verdict]").waitFor();
    await page.getByLabel("Would convert anyway, %").fill("0");
    await page.getByText(/there is nothing for an effect to multiply/).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("fits a phone and keeps nobody out, light and dark", async () => {
    const {page, close} = await open(`${everybody}&p_outcome=revenue&p_assign=best&p_lost=30`, {
      viewport: phone
    });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({colorScheme});
      await settled(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      expect(await seriousViolations(page)).toEqual([]);
    }
    await close();
  });
});
