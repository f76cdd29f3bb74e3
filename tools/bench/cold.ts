import {pagePath} from "../../lib/pages.js";
import {copyFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {chromium} from "playwright-core";
import {serve} from "../serve.js";
import {scratchSite} from "../site/scratch.js";
import {chromiumAdvice, chromiumFlags, findChromium} from "../test/chromium.js";
import {report, sideBySide, verdict} from "./measure.js";

interface Load {
  /** Milliseconds from navigation to the awaited sight. */
  ms: number;
  /** Bytes over the wire, as the server compressed them. */
  bytes: number;
  /** Bytes of them that are data files. */
  data: number;
}

/** Opens a page in a fresh profile, cold cache, and waits for a sight. */
async function load(browser: Browser, url: string, selector: string): Promise<Load> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(`performance.setResourceTimingBufferSize(2000);
    new MutationObserver((_, observer) => {
      if (!document.querySelector(${JSON.stringify(selector)})) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark("seen")));
    }).observe(document, {childList: true, subtree: true, attributes: true});`);
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName("seen").length > 0, undefined, {
    timeout: 120_000
  });
  const ms = await page.evaluate(() => performance.getEntriesByName("seen")[0].startTime);
  await page.waitForLoadState("networkidle");
  const sizes = await page.evaluate(() =>
    performance.getEntriesByType("resource").map((entry) => ({
      name: entry.name,
      size: (entry as PerformanceResourceTiming).encodedBodySize
    }))
  );
  await context.close();
  const sum = (keep: (name: string) => boolean) =>
    sizes.filter(({name}) => keep(name)).reduce((total, {size}) => total + size, 0);
  return {ms, bytes: sum(() => true), data: sum((name) => /\/_file\//.test(name))};
}

/** A chart that the page has drawn by itself, not one that it was built with, nor a copy that holds a place until then. */
const live = 'figure[data-state="ready"]:not(.snapshot *, .pending[aria-busy="true"] *) svg[role=img]';

const onePlot = `# Almost empty

\`\`\`js
display(Plot.plot({marks: [Plot.dot([[1, 2], [3, 4]])]}));
\`\`\`
`;

const onlyDuckDb = `# DuckDB alone

\`\`\`js
import * as duckdb from "@duckdb/duckdb-wasm";
const worker = new Worker(import.meta.resolve("npm:@duckdb/duckdb-wasm@1.32.0/dist/duckdb-browser-eh.worker.js"));
const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
await database.instantiate(import.meta.resolve("npm:@duckdb/duckdb-wasm@1.32.0/dist/duckdb-eh.wasm"));
const connection = await database.connect();
const answer = await connection.query("select 42 as answer");
display(html\`<p id="answer">\${answer.toArray()[0].answer}</p>\`);
\`\`\`
`;

/** DuckDB by itself reads its program as it is published, so that it is served as such, compressed by the server alone. */
function publishedProgram(directory: string): void {
  for (const name of readdirSync(directory, {recursive: true, encoding: "utf8"}))
    if (name.endsWith("duckdb-eh.wasm"))
      copyFileSync("node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm", join(directory, name));
}

/** Cold loads in the browser: first charts against one Plot drawn live, the first live SQL answer against DuckDB's start. */
export async function benchCold(runs: number): Promise<void> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(chromiumAdvice);
  const scratch = scratchSite();
  scratch.write("src/index.md", onePlot);
  scratch.write("src/duckdb.md", onlyDuckDb);
  scratch.write("src/about/your-data.md", "# Where every page's badge leads\n");
  const {code, output} = await scratch.build({
    OLIST_DIR: "",
    VITRINE_SCALE: "0.01",
    VITRINE_SNAPSHOTS: "off"
  });
  if (code !== 0) throw new Error(output);
  publishedProgram(scratch.dist);
  const [ours, theirs] = [await serve("dist"), await serve(scratch.dist)];
  const browser = await chromium.launch({executablePath, args: chromiumFlags});
  const side = (name: string, url: string, selector: string) => {
    const loads: Load[] = [];
    return {
      loads,
      name,
      run: async () => {
        const one = await load(browser, url, selector);
        loads.push(one);
        return one.ms;
      }
    };
  };
  const empty = side("one Plot", `${theirs.url}index.html`, "main svg");
  const first = (name: string) => side(name, `${ours.url}${pagePath(name)}.html`, "figure svg[role=img]");
  const executive = first("index");
  for (const page of [executive, ...["segments", "plan", "read", "bandit"].map(first)])
    report(
      `page ${page.name} to its first chart in sight against one Plot drawn live`,
      await sideBySide(page, empty, runs),
      0.5
    );
  const {bytes, data} = executive.loads[0];
  console.log(`executive page, data: ${(data / 1000).toFixed(0)} kB ${verdict(data <= 150_000, "150 kB")}`);
  console.log(
    `executive page, transfer: ${(bytes / 1000).toFixed(0)} kB ${verdict(bytes <= 500_000, "500 kB")}`
  );
  const answer = side("segments", `${ours.url}customers/segments.html`, live);
  const start = side("DuckDB", `${theirs.url}duckdb.html`, "#answer");
  report(
    "SQL page to its first live answer against DuckDB-WASM's own start",
    await sideBySide(answer, start, runs),
    1.3
  );
  await browser.close();
  await ours.close();
  await theirs.close();
  scratch.dispose();
}
