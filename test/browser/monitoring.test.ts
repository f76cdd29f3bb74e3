import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {launch, settled, site, visit} from "./support.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it("tells what has moved, keeps month and feature in the address, and times the tab only when asked", async () => {
  const {page, problems, close} = await visit(browser, `${site}models/monitoring.html`);
  await settled(page);
  const text = await page.locator("main").innerText();
  expect(await page.locator("main .answer").innerText()).toMatch(/features have moved .* ROC-AUC of/);
  expect(text).toMatch(/Nov 2017: \d+ orders a day/);
  expect(text).toMatch(/Mar 2018: .*late deliveries/);
  expect(await page.locator("figure[data-chart=monitoring-drift] svg").count()).toBeGreaterThan(0);
  await page.getByLabel("Month").selectOption({label: "Mar 2018"});
  await page.getByLabel("Feature").selectOption({label: "avg_delivery_delay_days"});
  await settled(page);
  const address = new URL(page.url()).searchParams;
  expect([address.get("month"), address.get("column")]).toEqual(["2018-03", "avg_delivery_delay_days"]);
  expect(await page.locator("#chart-monitoring-drill-title").innerText()).toMatch(
    /avg_delivery_delay_days has moved by Mar 2018/
  );
  expect(await page.locator(".timings-panel").innerText()).toMatch(/Nothing is timed/);
  await page.getByLabel("Time queries, training and scoring in this tab").check();
  await page.goto(`${site}customers/segments.html`);
  await settled(page);
  await page.goto(`${site}models/monitoring.html`);
  await settled(page);
  await page.locator(".timings-panel tbody tr", {hasText: "query"}).waitFor();
  expect(problems).toEqual([]);
  await close();
});
