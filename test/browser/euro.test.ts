import {execFileSync} from "node:child_process";
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {pagePath, wings} from "../../lib/pages.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import {toldBy} from "../../lib/marts/whose.js";
import type {Site} from "../../tools/serve.js";
import {serve} from "../../tools/serve.js";
import type {ScratchSite} from "../../tools/site/scratch.js";
import {scratchSite} from "../../tools/site/scratch.js";
import {writeEuroShop} from "../support/euroShop.js";
import {launch, settled, visit} from "./support.js";

const pages = ["index", ...wings.flatMap(({pages}) => pages.map(({page}) => page))];

/** The pages that say most of a shop, with what each lacks without deliveries, promises and reviews. */
const opened = {
  served: [
    ...[
      "index",
      "insights",
      "cohorts",
      "profitability",
      "features",
      "late",
      "operations",
      "scores",
      "reviews"
    ],
    ...["recommendations", "quality", "guide"]
  ],
  plain: ["index", "insights", "clusters", "segments", "late", "operations", "scores", "quality"]
};
const folder = mkdtempSync(join(tmpdir(), "vitrine-euro-"));
const shops = {served: true, plain: false};
const table = (shop: keyof typeof shops) => join(folder, shop, "orders.csv");
const mapping = (shop: keyof typeof shops) => join(folder, shop, "mapping.json");

let scratch: ScratchSite;
let browser: Browser;
const sites = new Map<keyof typeof shops, Site>();

/** The pages of one shop with the tables of another, and with what these tell of it: pages are built of neither. */
function dressedAs(shop: keyof typeof shops, directory: string): string {
  const [marts, dist] = [join(folder, `${shop}-marts`), join(folder, `${shop}-dist`)];
  execFileSync(
    process.execPath,
    [
      "--import",
      "tsx",
      "loaders/cli.ts",
      "--source",
      table(shop),
      "--mapping",
      mapping(shop),
      "--out",
      marts
    ],
    {cwd: scratch.directory, stdio: "pipe"}
  );
  cpSync(directory, dist, {recursive: true});
  const data = join(dist, "_file/data");
  for (const file of readdirSync(data)) {
    const [name, , ending] = file.split(".");
    if (name !== "kernels") cpSync(join(marts, `${name}.${ending}`), join(data, file));
  }
  const about = JSON.parse(readFileSync(join(marts, "manifest.json"), "utf8")) as Manifest;
  const {shop: said} = JSON.parse(readFileSync(mapping(shop), "utf8")) as {shop: object};
  const head = `globalThis.vitrineShop = ${JSON.stringify({...said, ...toldBy(about)})};`;
  for (const page of pages) {
    const path = join(dist, `${pagePath(page)}.html`);
    const text = readFileSync(path, "utf8");
    writeFileSync(
      path,
      text.replace(/globalThis\.vitrineShop = \{.*?\};(?=\n)/, () => head)
    );
  }
  return dist;
}

beforeAll(async () => {
  for (const [shop, service] of Object.entries(shops))
    await writeEuroShop({directory: join(folder, shop), scale: 0.01, seed: 3, service});
  scratch = scratchSite();
  for (const page of pages) {
    const path = `src/${pagePath(page)}.md`;
    scratch.write(path, readFileSync(path, "utf8"));
  }
  const {code, output} = await scratch.build({
    ...{OLIST_DIR: table("served"), VITRINE_MAPPING: mapping("served")},
    ...{VITRINE_SNAPSHOTS: "off", VITRINE_CACHE: join(folder, "cache")}
  });
  expect(code, output).toBe(0);
  sites.set("served", await serve(scratch.dist));
  sites.set("plain", await serve(dressedAs("plain", scratch.dist)));
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  for (const site of sites.values()) await site.close();
  scratch.dispose();
  rmSync(folder, {recursive: true});
});

/** What is of Olist's shop, of Brazil, or of no shop at all. */
const foreign = /R\$|Brazil|São Paulo|The brief claims|could not be drawn|\b(NaN|Infinity|undefined)\b/;

describe.concurrent.each(Object.keys(shops) as (keyof typeof shops)[])("a European shop, %s,", (shop) => {
  it.each(opened[shop])("has its page %s, which speaks of no other", async (name) => {
    const {page, problems, close} = await visit(
      browser,
      `${sites.get(shop)?.url ?? ""}${pagePath(name)}.html`
    );
    await settled(page);
    expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
    expect(await page.locator("#observablehq-main").innerText()).not.toMatch(foreign);
    expect(problems).toEqual([]);
    await close();
  });
});
