import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launch, phone, readdress, screenshot, seriousViolations, settled, site, visit} from "./support.js";
import type {Visit} from "./support.js";
import {usersTable} from "./usersTable.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const main = async (page: Page) => plain(await page.locator("#observablehq-main").innerText());
const answer = async (page: Page) => plain(await page.locator("main .answer").innerText());

async function open(query: string, options = {}) {
  const visited = await visit(browser, `${site}experiments/read.html?${query}`, options);
  await visited.page.locator("main .answer").waitFor({timeout: 60_000});
  await settled(visited.page);
  return visited;
}

async function paste(page: Page, text: string): Promise<void> {
  const before = await answer(page);
  const area = page.getByLabel("Users as comma-, semicolon- or tab-separated text");
  if (text.length < 20_000) await area.fill(text);
  else
    await area.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      element.dispatchEvent(new ClipboardEvent("paste", {clipboardData, cancelable: true, bubbles: true}));
    }, text);
  await page.waitForFunction(
    (old) => document.querySelector("main .answer")?.textContent?.replace(/[\u00a0\u202f]/g, " ") !== old,
    before
  );
  await settled(page);
}

describe.concurrent("the page that reads a test", () => {
  it("begins with a full page, 200 against 250 of 1,000, and hands it out as JSON and CSV", async () => {
    const {page, problems, close} = await open("");
    expect(await answer(page)).toMatch(
      /^“variant” has a higher rate than “control”: 25\.0\s% against 20\.0\s%, .*\+1\.3\spp to \+8\.6\spp.* \(p = 0\.0074\)\.$/
    );
    const text = await main(page);
    expect(text).toMatch(/z = 2\.677/);
    expect(text).toMatch(/Fisher’s exact test\s+odds ratio = 1\.333\s+0\.0086/);
    expect(text).toMatch(/agrees with the planned 50\.00\s% \/ 50\.00\s%/);
    expect(text).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
    expect(problems).toEqual([]);
    await screenshot(page, "read");

    const saved = async (button: string) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", {name: button}).click()
      ]);
      return readFileSync(await download.path(), "utf8");
    };
    const json = JSON.parse(await saved("Results (JSON)")) as {sentences: string[]; rows: {p: number}[]};
    expect(json.rows[0].p).toBeCloseTo(0.00741965, 8);
    expect(json.sentences[0]).toMatch(/higher rate/);
    expect((await saved("Results (CSV)")).split(/\r?\n/)[0]).toMatch(/^treatment,control,/);
    await close();
  });

  it("follows what is typed, keeps it in the address, and gives it again to whoever opens it", async () => {
    const {page, problems, close} = await open("");
    await page.getByLabel("Converted, arm 2", {exact: true}).fill("210");
    await page.waitForFunction(() =>
      document.querySelector("main .answer")?.textContent?.startsWith("It is not")
    );
    await page.getByRole("button", {name: "Add an arm"}).click();
    await page.getByLabel("Users, arm 3", {exact: true}).fill("1000");
    await page.getByLabel("Converted, arm 3", {exact: true}).fill("300");
    await page.locator("main p", {hasText: "after adjusting for 2 tests"}).first().waitFor();
    await page.getByText("Watch a guardrail").click();
    await page.locator("[data-verdict=unclear]").waitFor();
    await settled(page);
    const [address, said] = [page.url(), await main(page)];
    expect(new URL(address).searchParams.get("arms")).toMatch(/^control:1000:200,variant:1000:210,/);
    expect(problems).toEqual([]);
    await close();
    const again = await open(new URL(address).search.slice(1));
    expect(await main(again.page)).toBe(said);
    await again.close();
  });
});

describe("a test at a given address", () => {
  let reader: Visit;
  beforeAll(async () => {
    reader = await open("");
  });
  afterAll(() => reader.close());

  it("raises an alarm, first of all, at a split that chance does not make", async () => {
    const {page} = reader;
    await readdress(page, "arms=control:821588:41000,variant:815482:41500");
    expect(await answer(page)).toMatch(/^Do not go by this test\. The split is broken/);
    expect(await page.locator(".split-check").getAttribute("data-alarm")).toBe("true");
    expect(await page.locator(".split-check [role=alert]").innerText()).toMatch(/p < 0\.0001/);
    const order = await page.evaluate(() => {
      const [check, effect] = [".split-check", ".chart"].map((name) => document.querySelector(name));
      return check && effect && check.compareDocumentPosition(effect) & Node.DOCUMENT_POSITION_FOLLOWING;
    });
    expect(order).toBeTruthy();
  });

  it.each([
    ["arms=control:10:11,variant:10:1", /more conversions \(11\) than users \(10\)/],
    ["arms=control:0:0,variant:10:1", /no users in “control”/],
    ["arms=control:1000:0,variant:1000:0", /Nobody has converted/],
    ["arms=control:100:100,variant:100:100", /Everybody has converted/],
    ["arms=control:-5:1,variant:10:1", /whole number, 0 or more/],
    ["arms=control:abc:1,variant:10:1", /“abc” in “control” is not a number/],
    ["arms=control:10:1", /missing in an arm without a name/],
    ["metric=mean&meanArms=a:1:1:1,b:1:1:1", /only one user/],
    ["metric=mean&meanArms=a:10:10:10,b:10:10:10", /same value/],
    ["split=0/100", /must be a number above 0/],
    ["others=2", /from 0 to 1/]
  ])("is told in a sentence: %s", async (query, sentence) => {
    const {page, problems} = reader;
    await readdress(page, query);
    const text = await main(page);
    expect(text).toMatch(sentence);
    expect(text).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
    expect(await page.locator(".observablehq--error").count()).toBe(0);
    expect(problems).toEqual([]);
  });
});

describe.concurrent("a table of users", () => {
  it("is read, narrowed by its past, shown by day, and its sums kept", async () => {
    const {page, problems, close} = await open("source=users");
    expect(await answer(page)).toMatch(/^No table of users has been given yet/);
    await paste(page, usersTable(4000));
    expect(await answer(page)).toMatch(/^“variant” has a higher mean than “control”/);
    const text = await main(page);
    expect(text).toMatch(/Of 4,000 rows in the pasted text, 4,000 are read/);
    expect(text).toMatch(/Mann–Whitney test/);
    expect(text).toMatch(/The interval is 8\d % narrower/);
    expect(text).toMatch(/of 28 days the interval/);
    expect(text).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
    await screenshot(page, "read-users");
    const said = await answer(page);
    await page.getByRole("button", {name: "Keep its sums in the address"}).click();
    await page.waitForFunction(() => new URL(location.href).searchParams.has("meanArms"));
    await settled(page);
    expect(await answer(page)).toBe(said);
    expect(problems).toEqual([]);
    const link = new URL(page.url()).search.slice(1);
    await close();
    const again = await open(link);
    expect(await answer(again.page)).toBe(said);
    await again.close();
  });

  it("counts and names each row that is not read, and takes nothing for markup", async () => {
    const {page, problems, close} = await open("source=users");
    const odd = "<img src=x onerror=alert(1)>";
    await paste(page, `arm;outcome\n${odd};1\ncontrol;0\ncontrol;abc\n;1\n${odd};0\ncontrol;1`);
    const text = await main(page);
    expect(text).toMatch(/Of 6 rows in the pasted text, 4 are read, each as one user; 2 are not/);
    expect(await answer(page)).toMatch(/2 of 6 rows \(33\.3\s%\) could not be read and are not in this\.$/);
    expect(text).toMatch(/“abc” is not a number/);
    expect(text).toContain(odd);
    expect(await page.locator("#observablehq-main img").count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  it("of the wrong kind gets a sentence", async () => {
    const {page, close} = await open("source=users");
    for (const [text, sentence] of [
      ["foo,bar\n1,2", /No column’s name says that it is the arm/],
      ["arm,outcome\na,1\na,0", /All users are in one arm/],
      ["arm,outcome\na,1\nb,0", /only one user/]
    ] as const) {
      await page.getByLabel("Users as comma-, semicolon- or tab-separated text").fill(text);
      await page.locator(".problem", {hasText: sentence}).waitFor();
    }
    await close();
  });

  it("asks what it leaves open, and reads a file again that was mended", async () => {
    const {page, problems, close} = await open("source=users");
    const rows = Array.from(
      {length: 80},
      (_, i) => `u${i >> 1};${i & 2 ? "variant" : "ctrl"};${i % 5 ? 0 : 1};${i % 5 ? 0 : `1.${370 + i}`}`
    );
    await paste(page, ["user id;Variant_name;converted;revenue", ...rows].join("\n"));
    await page.locator(".problem", {hasText: /could be the outcome: “converted”, “revenue”/}).waitFor();
    await page.getByLabel("Outcome").selectOption("revenue");
    await page
      .locator(".problem", {hasText: /“1\.370” in the column of the outcome could be 1,370 or 1\.37/})
      .waitFor();
    await page.getByLabel(/^“1\.370” in “revenue” is/).selectOption("1,370");
    await page.getByText("40 users, 80 rows: the outcomes of a user are added up").waitFor();
    expect(await answer(page)).toMatch(/“variant” .*“ctrl”/);
    expect(await seriousViolations(page)).toEqual([]);
    await screenshot(page, "read-choices");
    const file = join(mkdtempSync(join(tmpdir(), "vitrine-")), "users.csv");
    const choose = async (word: string) => {
      const text = `sep=;\nbraço;resultado\n${Array.from({length: 40}, (_, i) => `${i % 2 ? word : "controle"};${i % 3 ? 0 : 1}`).join("\n")}\n`;
      writeFileSync(file, text, "latin1");
      await page.locator("input[type=file]").setInputFiles(file);
      await page.locator("main .answer", {hasText: word}).waitFor();
    };
    await choose("variação");
    await choose("reativação");
    expect(problems).toEqual([]);
    await close();
  });
});

it.concurrent("reads a practice campaign by its address alone", async () => {
  const {page, problems, close} = await open("source=practice&p_seed=7&p_share=30");
  expect(await main(page)).toMatch(/A simulated campaign for/);
  expect(await page.locator(".split-check").getAttribute("data-alarm")).toBe("false");
  expect(problems).toEqual([]);
  await close();
});

it.concurrent.each([
  ["wide and light", {}],
  ["narrow and dark", {viewport: phone, colorScheme: "dark"}]
] as const)("has nothing that axe complains of, %s", async (_, options) => {
  const {page, close} = await open("guarded=true", options);
  expect(await seriousViolations(page)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await close();
});
