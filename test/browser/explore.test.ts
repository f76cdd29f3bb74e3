import {readdirSync, readFileSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {launch, seriousViolations, settled, site, visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const orders = `${site}explore/orders.html`;
const console = `${site}explore/sql.html`;

/** What a view of texts counts, by what its rows say. */
const countsIn = (page: Page, view: string): Promise<Record<string, number>> =>
  page
    .locator(`figure[data-view=${view}]:not(.snapshot *) .explore-list button`)
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [
          row.querySelector(".explore-value")?.textContent ?? "",
          Number((row.querySelector(".explore-count")?.textContent ?? "").replace(/\D/g, ""))
        ])
      )
    );

const answer = (page: Page) => page.locator("main .answer:not(.snapshot *)").first();

/** The orders of a page's answer. */
const ordersSaid = async (page: Page) =>
  Number((await answer(page).innerText()).split(" ")[0].replace(/\D/g, ""));

const client = readdirSync("dist/_import/components").find((file) => /^sql\.\w+\.js$/.test(file));

/** Asks the page's own engine, through the client that all pages use. */
const ask = (page: Page, query: string) =>
  page.evaluate<Record<string, unknown>[]>(
    `import(${JSON.stringify(`${site}_import/components/${client}`)})
      .then(({sql}) => sql(${JSON.stringify(query)})).then((rows) => Array.from(rows))`
  );

it("filters all views by a brush, to the counts of the marts, and shows a colleague the same", async () => {
  const {page, problems, requests, close} = await visit(browser, orders);
  await settled(page);
  expect(requests.filter((path) => /mosaic-core/.test(path)).length).toBeGreaterThan(0);
  const all = await ordersSaid(page);
  expect(all).toBe(Number((await ask(page, "select count(*) as n from orders"))[0].n));

  const bars = page.locator("figure[data-view=value]:not(.snapshot *) svg");
  await bars.scrollIntoViewIfNeeded();
  const box = await bars.boundingBox();
  if (!box) throw new Error("the bars are not in sight");
  const bandWidth = box.width / (await bars.locator("rect.all").count());
  await page.mouse.move(box.x + 1.5 * bandWidth, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 3.5 * bandWidth, box.y + 40, {steps: 4});
  await page.mouse.up();
  await page.locator("figure[data-view=state]:not(.snapshot *) .explore-list button").first().click();
  await settled(page);

  const query = new URL(page.url()).searchParams;
  const [low, high] = (query.get("value") ?? "").split("..").map(Number);
  const state = query.get("states") ?? "";
  expect(low).toBeGreaterThan(0);
  expect(high).toBeGreaterThan(low);
  expect(state).toMatch(/^[A-Z]{2}$/);
  const where = `where price_cents >= ${100 * low} and price_cents < ${100 * high}`;
  const counted = await ask(
    page,
    `select count(*) as n, sum(price_cents) as cents from orders ${where} and state = '${state}'`
  );
  expect(await ordersSaid(page)).toBe(Number(counted[0].n));
  const byScore = await ask(
    page,
    `select coalesce(review_score::varchar, 'none') as score, count(*) as n from orders ${where} and state = '${state}' group by 1`
  );
  const scores = await countsIn(page, "score");
  for (const {score, n} of byScore) {
    const label = Object.keys(scores).find((one) => one.startsWith(score === "none" ? "No" : String(score)));
    expect(scores[label ?? ""]).toBe(Number(n));
  }
  const states = await countsIn(page, "state");
  for (const {state, n} of await ask(page, `select state, count(*) as n from orders ${where} group by 1`))
    expect(states[String(state)]).toBe(Number(n));

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page
      .locator(".table-frame:not(.snapshot *)")
      .getByRole("button", {name: /^CSV of/})
      .click()
  ]);
  const lines = readFileSync(await download.path(), "utf8")
    .trim()
    .split(/\r?\n/);
  expect(lines.length - 1).toBe(Number(counted[0].n));
  expect(await seriousViolations(page)).toEqual([]);

  const other = await visit(browser, page.url());
  await settled(other.page);
  await expect
    .poll(() => answer(other.page).innerText(), {timeout: 60_000})
    .toBe(await answer(page).innerText());
  expect(await countsIn(other.page, "category")).toEqual(await countsIn(page, "category"));

  const pasted = await other.page.getByRole("link", {name: "Open in the SQL console"}).getAttribute("href");
  const [{n}] = await ask(
    page,
    `select count(*) as n from (${new URLSearchParams(pasted?.split("?")[1]).get("query")})`
  );
  expect(n).toBe(Number(counted[0].n));

  const menu = other.page.getByLabel("Order value from");
  await menu.focus();
  await menu.selectOption("");
  await settled(other.page);
  expect(new URL(other.page.url()).searchParams.get("value")).toBe(`..${high}`);
  await other.page.getByRole("button", {name: "Reset all choices"}).click();
  await settled(other.page);
  expect(await ordersSaid(other.page)).toBe(all);
  expect(new URL(other.page.url()).search).toBe("");

  const trained = await page
    .getByRole("link", {name: "train and compare models", exact: true})
    .getAttribute("href");
  await other.page.goto(new URL(trained ?? "", orders).href);
  const note = other.page.locator("main .population:not(.snapshot *)");
  await note.waitFor();
  expect(await note.innerText()).toMatch(
    /^Population: customers who before .* had bought at least one of these orders: order value .*; state [A-Z]{2}\..*Train makes those of this population here\./s
  );
  await other.page
    .getByRole("region", {name: "Training the models"})
    .getByText("Nothing has run yet.")
    .waitFor();
  const practised = await page
    .getByRole("link", {name: "practice campaign", exact: true})
    .getAttribute("href");
  await other.page.goto(new URL(practised ?? "", orders).href);
  await settled(other.page);
  expect(await answer(other.page).locator("xpath=../..").innerText()).not.toMatch(/There is no campaign/);
  expect(await other.page.locator("main").innerText()).toMatch(
    /[\d.,]+ customers as of .* who had bought at least one of these orders .* [\d.,]+ others of that segment and state are outside the population\./s
  );

  await page.getByRole("link", {name: "RFM segments"}).last().click();
  await page.waitForURL(/customers\/segments\.html\?population=/);
  await settled(page);
  const people = await ask(
    page,
    `select count(*) as n from segments where customer_key in (select customer_key from orders ${where} and state = '${state}')`
  );
  expect(Number((await answer(page).innerText()).split(" ")[1].replace(/\D/g, ""))).toBe(Number(people[0].n));
  expect(problems).toEqual([]);
  expect(other.problems).toEqual([]);
  await other.close();
  await close();
});

it("has a view of a customer's feature that filters and is filtered, comes with the address and goes again", async () => {
  const {page, problems, close} = await visit(browser, orders);
  await settled(page);
  const all = await ordersSaid(page);
  await page.getByText("Add a view of a customer feature").last().click();
  await page.getByLabel("Search the features").fill("days last valid order to the cutoff");
  await page.locator(".explore-features button", {hasText: "recency_days"}).click();
  const view = page.locator("figure[data-view=recency_days]");
  await view.waitFor({timeout: 120_000});
  await settled(page);
  expect(new URL(page.url()).search).toBe("?views=recency_days");
  expect(await view.innerText()).toMatch(/of the order’s customer as of .* no feature\./is);
  expect(await seriousViolations(page)).toEqual([]);

  const bars = view.locator("svg");
  await bars.scrollIntoViewIfNeeded();
  const box = await bars.boundingBox();
  if (!box) throw new Error("the bars are not in sight");
  await page.mouse.move(box.x + 0.3 * box.width, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.6 * box.width, box.y + 40, {steps: 4});
  await page.mouse.up();
  await settled(page);
  const [low, high] = (new URL(page.url()).searchParams.get("recency_days") ?? "").split("..").map(Number);
  const where = `where recency_days between ${low} and ${high}`;
  const [{n}] = await ask(page, `select count(*) as n from explored ${where}`);
  expect(await ordersSaid(page)).toBe(Number(n));
  expect(Number(n)).toBeLessThan(all);
  const states = await countsIn(page, "state");
  for (const {state, n} of await ask(page, `select state, count(*) as n from explored ${where} group by 1`))
    expect(states[String(state)]).toBe(Number(n));
  await page.locator("figure[data-view=state]:not(.snapshot *) .explore-list button").first().click();
  await settled(page);
  const narrowed = await answer(page).innerText();

  const other = await visit(browser, page.url());
  await other.page.locator("figure[data-view=recency_days]").waitFor({timeout: 120_000});
  await settled(other.page);
  expect(await answer(other.page).innerText()).toBe(narrowed);
  await other.close();

  await page.getByRole("button", {name: "Reset all choices"}).click();
  await settled(page);
  expect([new URL(page.url()).search, await view.count(), await ordersSaid(page)]).toEqual(["", 0, all]);
  await page.goBack();
  await settled(page);
  expect(await answer(page).innerText()).toBe(narrowed);
  await view.getByRole("button", {name: /^Remove/}).click();
  await settled(page);
  expect(new URL(page.url()).search).toMatch(/^\?states=[A-Z]{2}$/);
  expect(await view.count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});

it("narrows the executive page by a click on a tile, a month or a category, and lifts it by another", async () => {
  const {page, problems, close} = await visit(browser, site);
  await settled(page);
  const before = await answer(page).innerText();
  const click = async (chart: string, x: number, y: number) => {
    const picture = page.locator(`figure[data-chart=${chart}]:not(.snapshot *) .chart-body > svg`);
    const box = await picture.boundingBox();
    if (!box) throw new Error("the chart is not in sight");
    await picture.click({position: {x: box.width * x, y: box.height * y}});
    await settled(page);
  };
  const tile = await page
    .locator("figure[data-chart=states]:not(.snapshot *) .chart-body > svg")
    .evaluate((svg) => {
      const text = [...svg.querySelectorAll("text")].find(({textContent}) => textContent === "SP");
      const [box, whole] = [text, svg].map((element) => element?.getBoundingClientRect());
      if (!box || !whole) throw new Error("there is no tile for SP");
      return [(box.x + 4 - whole.x) / whole.width, (box.y + 4 - whole.y) / whole.height];
    });
  await click("states", tile[0], tile[1]);
  expect(new URL(page.url()).search).toBe("?state=SP");
  await click("states", tile[0], tile[1]);
  expect(new URL(page.url()).search).toBe("");
  await click("revenue", 0.5, 0.5);
  expect(await answer(page).innerText()).not.toBe(before);
  expect(new URL(page.url()).search).toMatch(/^\?from=(\d{4}-\d\d)&to=\1$/);
  await click("revenue", 0.5, 0.5);
  expect(new URL(page.url()).search).toBe("");
  expect(await answer(page).innerText()).toBe(before);
  await click("categories", 0.5, 0.05);
  const category = new URL(page.url()).searchParams.get("category") ?? "";
  const state = page.getByLabel("State", {exact: true}).last();
  await state.focus();
  await state.selectOption({label: "São Paulo"});
  await settled(page);
  const narrowed = await answer(page).innerText();
  const [sold] = await ask(
    page,
    `select count(distinct o.customer_key) as people, count(distinct o.order_key) as orders from orders o
     join items i on i.order_key = o.order_key join products p on p.product_key = i.product_key
     where o.status = 'delivered' and o.state = 'SP' and p.category_label = '${category.replaceAll("'", "''")}'`
  );
  const numbers = [...narrowed.matchAll(/\d[\d.,]*(?= people| delivered orders)/g)].map(([text]) =>
    Number(text.replace(/\D/g, ""))
  );
  expect(numbers).toEqual([Number(sold.people), Number(sold.orders)]);
  const other = await visit(browser, page.url());
  await settled(other.page);
  expect(await answer(other.page).innerText(), "the link in a fresh profile").toBe(narrowed);
  expect(other.problems).toEqual([]);
  await other.close();
  await state.selectOption({label: "All of Brazil"});
  await settled(page);
  await click("categories", 0.5, 0.05);
  expect(new URL(page.url()).search).toBe("");
  expect(problems).toEqual([]);
  await close();
});

it("completes, runs, draws, refuses with the place, and cancels a query; then runs the next", async () => {
  const query = new URLSearchParams({
    query: "select status, count(*) as n from orders group by 1",
    show: "bar"
  });
  const {page, problems, close} = await visit(browser, `${console}?${query.toString()}`);
  await page.locator("figure[data-chart=result][data-state=ready]:not(.snapshot *)").waitFor();
  expect(await answer(page).innerText()).toMatch(/^\d+ rows of 2 columns in /);
  expect(await seriousViolations(page)).toEqual([]);

  const editor = page.locator(".cm-content:not(.snapshot *)");
  const write = async (text: string) => {
    await editor.click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
  };
  await write("select * from ord");
  await page.locator(".cm-tooltip-autocomplete", {hasText: "order_ids"}).waitFor();
  await page.keyboard.press("Escape");
  await write("select seller_k from sellers");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Home");
  for (let i = 0; i < "select seller_k".length; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+Space");
  await page.locator(".cm-tooltip-autocomplete li", {hasText: "seller_key"}).click();
  expect(await editor.innerText()).toBe("select seller_key from sellers");

  await write("select nothing\nfrom sellers");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+Enter");
  const refusal = page.locator(".sql-console:not(.snapshot *) .problem");
  await refusal.waitFor();
  expect(await refusal.innerText()).toMatch(/nothing.*Line 1, column 8\./s);

  await write("select count(*) from range(100000000000) a");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.getByRole("button", {name: "Cancel"}).click();
  expect(await answer(page).innerText()).toMatch(/^Cancelled/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", {name: "Run", exact: true}).click();
  expect(await answer(page).innerText()).toBe("The query runs …");
  await write("select count(*) as n from sellers");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.waitForFunction(() =>
    /^1 row of 1 column/.test(document.querySelector("main .answer:not(.snapshot *)")?.textContent ?? "")
  );
  expect(new URL(page.url()).searchParams.get("query")).toBe("select count(*) as n from sellers");

  await page.getByText("History, kept in this browser only").last().click();
  expect(await page.locator(".sql-history:not(.snapshot *) li").count()).toBe(2);
  await page.locator(".sql-history:not(.snapshot *) li button").last().click();
  expect(await editor.innerText()).toBe("select status, count(*) as n from orders group by 1");
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.waitForFunction(() =>
    / rows of 2 columns/.test(document.querySelector("main .answer:not(.snapshot *)")?.textContent ?? "")
  );
  await page.locator("figure[data-chart=result]:not(.snapshot *)").scrollIntoViewIfNeeded();
  const picture = page.locator("figure[data-chart=result][data-state=ready]:not(.snapshot *)");
  await picture.locator(".chart-body > svg rect").first().waitFor();
  await page.getByLabel("Show as").last().selectOption({label: "dots"});
  await page.getByLabel("Across").last().selectOption("n");
  await page.getByLabel("Up").last().selectOption("status");
  await picture.locator(".chart-body > svg circle").first().waitFor();
  const [made] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: "Save as Markdown"}).click()
  ]);
  expect(made.suggestedFilename()).toMatch(/\.md$/);
  expect(readFileSync(await made.path(), "utf8")).toMatch(
    /select status, count\(\*\) as n from orders group by 1[\s\S]*Plot\.dot\(rows, \{x: "n", y: "status"/
  );
  await page.getByRole("button", {name: "Forget all"}).click();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(problems).toEqual([]);
  await close();
});
