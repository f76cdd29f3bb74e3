import {existsSync, mkdtempSync, readdirSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {median} from "d3";
import type {Browser} from "playwright-core";
import {chromium} from "playwright-core";
import {formatCount, formatNumber} from "../../lib/format.js";
import {generate} from "../../loaders/generate/index.js";
import {serve} from "../serve.js";
import {chromiumAdvice, chromiumFlags, findChromium} from "../test/chromium.js";
import {rendererMemory} from "./churn/memory.js";
import {child} from "./marts.js";
import {verdict} from "./measure.js";

/** Seconds from nine files that are chosen to the executive page of them, for the published files. */
const goal = 12;

const patience = 20 * 60_000;

/** Has a fresh browser take files in; seconds until they are kept and until the first page of them stands, and the peak of its memory. */
async function takeIn(browser: Browser, url: string, files: readonly string[]) {
  const context = await browser.newContext();
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.goto(`${url}about/your-data.html`);
  await page.waitForLoadState("networkidle");
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  await page.locator(".own-drop input[multiple]").setInputFiles([...files]);
  const badge = page.locator("#own-badge > summary");
  const problem = page.locator(".own-panel .problem");
  // One locator of both would wait for the first in the page, the badge, whatever the problem says.
  const settled = () => Promise.race([badge.waitFor(), problem.first().waitFor()]);
  await settled();
  while (!(await badge.isVisible())) {
    const again = page.getByRole("button", {name: "Try it nevertheless"});
    if (!(await again.isVisible())) throw new Error(await problem.first().innerText());
    console.log(await problem.first().innerText());
    await again.click();
    await problem.first().waitFor({state: "detached"});
    await settled();
  }
  const kept = seconds();
  // The first page may come in a process of its own, which knows nothing of the peak before.
  const taking = (await rendererMemory(browser)) ?? NaN;
  await page.goto(`${url}index.html`);
  await page.locator("figure[data-state=ready]:not(.snapshot *) svg[role=img]").first().waitFor();
  const shown = seconds();
  const megabytes = Math.max(taking, (await rendererMemory(browser)) ?? NaN) / 1e6;
  await context.close();
  return {kept, shown, megabytes};
}

/**
 * A shop's nine files taken in by a tab of the built site, to its first page, beside the native build of the same files; of
 * generated shops of other sizes where they are asked for.
 */
export async function benchOwn(directory: string, sizes: readonly number[], runs: number): Promise<void> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(chromiumAdvice);
  const site = await serve("dist");
  for (const size of sizes.length > 0 ? sizes : [undefined]) {
    const folder = size === undefined ? directory : `.vitrine/bench/scale-${size}`;
    if (!existsSync(folder)) await generate({directory: folder, scale: size ?? 1, seed: 1});
    const files = readdirSync(folder)
      .filter((name) => name.endsWith(".csv"))
      .map((name) => resolve(folder, name));
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    console.log(`${folder}: ${formatCount(bytes / 1e6)} MB of CSV`);
    const took: (Awaited<ReturnType<typeof takeIn>> & {native: number; nativeMb: number})[] = [];
    for (let run = 0; run < (size === undefined ? runs : 1); run++) {
      const browser = await chromium.launch({executablePath, args: chromiumFlags});
      const tab = await takeIn(browser, site.url, files).finally(() => browser.close());
      const out = mkdtempSync(join(tmpdir(), "vitrine-bench-"));
      const native = child("marts", folder, out);
      rmSync(out, {recursive: true});
      took.push({...tab, native: native.ms / 1000, nativeMb: native.peakMb});
    }
    const half = (of: (one: (typeof took)[number]) => number) => median(took, of) ?? 0;
    const shown = half(({shown}) => shown);
    console.log(
      `in the tab: kept after ${formatNumber(half(({kept}) => kept))} s, first page after ${formatNumber(shown)} s, peak ${formatCount(half(({megabytes}) => megabytes))} MB` +
        ` ${size === undefined ? verdict(shown <= goal, `${goal} s`) : ""}; native build: ${formatNumber(half(({native}) => native))} s, ${formatCount(half(({nativeMb}) => nativeMb))} MB (medians of ${formatCount(took.length)})`
    );
  }
  await site.close();
}
