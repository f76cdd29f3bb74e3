import {mkdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {quantile} from "d3";
import type {Browser} from "playwright-core";
import {chromium} from "playwright-core";
import {formatCount} from "../../lib/format.js";
import {withDatabase} from "../../loaders/database.js";
import {serve} from "../serve.js";
import {chromiumAdvice, chromiumFlags, findChromium} from "../test/chromium.js";
import {rendererMemory} from "./churn/memory.js";
import {martsDirectory} from "./churn/shop.js";
import {verdict} from "./measure.js";

const tables = {
  orders: ["order_key", "customer_key"],
  items: ["order_key"],
  segments: ["customer_key"]
} as const;

/** The tables that the page reads, so many times over: orders and people with keys of their own. */
async function copies(times: number): Promise<string> {
  const marts = await martsDirectory();
  const directory = `.vitrine/bench/explore-${times}`;
  mkdirSync(directory, {recursive: true});
  const file = (folder: string, name: string) => join(folder, `${name}.parquet`).replaceAll("'", "''");
  await withDatabase(async (connect) => {
    const connection = await connect();
    for (const [name, keys] of Object.entries(tables)) {
      const shifted = keys.map((key) => `cast(${key} + copy * 10000000 as integer) as ${key}`);
      await connection.run(`copy (
  select * exclude (copy) replace (${shifted.join(", ")})
  from read_parquet('${file(marts, name)}'), range(${times}) copies(copy)
) to '${file(directory, name)}' (format parquet)`);
    }
  });
  return directory;
}

interface Brushed {
  orders: number;
  /** Milliseconds of each redraw but the first, which may have to wait for what Mosaic counts ahead. */
  redraws: number[];
  first: number;
  /** The most that the tab ever held. */
  megabytes: number;
}

/** Brushes over the order value step by step, as a hand does, and reads how long each redraw of the views in sight took. */
async function brush(browser: Browser, url: string, directory?: string): Promise<Brushed> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}});
  const page = await context.newPage();
  if (directory !== undefined)
    for (const name of Object.keys(tables))
      await page.route(new RegExp(`_file/data/${name}\\.[^/]*parquet`), (route) =>
        route.fulfill({body: readFileSync(join(directory, `${name}.parquet`))})
      );
  await page.goto(`${url}explore/orders.html`);
  const bars = page.locator("figure[data-view=value]:not(.snapshot *) svg");
  await bars.waitFor({timeout: 180_000});
  await page
    .locator("figure[data-chart=breakdown][data-state=ready]:not(.snapshot *)")
    .waitFor({timeout: 180_000});
  await bars.scrollIntoViewIfNeeded();
  const box = await bars.boundingBox();
  if (!box) throw new Error("the bars are not in sight");
  const y = box.y + box.height / 2;
  const width = box.width / (await bars.locator("rect.all").count());
  const durations = () =>
    page.evaluate(() => performance.getEntriesByName("explore-redraw").map(({duration}) => duration));
  const moveTo = async (band: number) => {
    const before = await durations();
    await page.mouse.move(box.x + (band + 0.5) * width, y);
    await page.waitForFunction(
      (seen) => performance.getEntriesByName("explore-redraw").length > seen,
      before.length,
      {timeout: 60_000}
    );
  };
  // No range comes twice: one that was seen before costs nothing.
  for (let start = 1; start <= 8; start++) {
    await page.mouse.move(box.x + (start + 0.5) * width, y);
    await page.mouse.down();
    for (let band = start + 1; band <= start + 10; band++) await moveTo(band);
    await page.mouse.up();
  }
  const [first, ...redraws] = await durations();
  const said = await page.locator("main .answer:not(.snapshot *)").first().innerText();
  const bytes = await rendererMemory(browser);
  await context.close();
  return {
    orders: Number((/ of ([\d.,\s]+) orders/.exec(said)?.[1] ?? "").replace(/\D/g, "")),
    redraws,
    first,
    megabytes: bytes === undefined ? NaN : bytes / 1e6
  };
}

/** How long a step of a brush takes until the views in sight on the page Explore orders show it, on the shop and ten times it. */
export async function benchExplore(): Promise<void> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(chromiumAdvice);
  const site = await serve("dist");
  for (const [times, goal] of [
    [1, 50],
    [10, 150]
  ]) {
    const directory = times === 1 ? undefined : await copies(times);
    const browser = await chromium.launch({executablePath, args: chromiumFlags});
    const {orders, redraws, first, megabytes} = await brush(browser, site.url, directory);
    await browser.close();
    const [half, most] = [0.5, 0.95].map((share) => quantile(redraws, share) ?? NaN);
    console.log(
      `Explore, ${formatCount(orders)} orders, brush to redraw of the views in sight: median ${half.toFixed(0)} ms, p95 ${most.toFixed(0)} ms ${verdict(most <= goal, `${goal} ms`)}`
    );
    console.log(
      `  first step of the brush ${first.toFixed(0)} ms; most memory of the tab ${megabytes.toFixed(0)} MB (${redraws.length} steps)`
    );
  }
  await site.close();
}
