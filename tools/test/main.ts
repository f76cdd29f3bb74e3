/** Everything that proves the project, in one run: checks, unit tests, the build, and the browser on what was built. */
import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, rmSync} from "node:fs";
import {resolve} from "node:path";
import {filesFolder} from "../../loaders/findFiles.js";
import {chromiumAdvice, findChromium} from "./chromium.js";
import type {FileReport} from "./reporter.js";
import {watched} from "./watched.js";

const real = [process.env.OLIST_DIR, "data", "../shared/olist"]
  .map((folder) => folder && filesFolder(resolve(folder)))
  .find((folder) => folder && existsSync(resolve(folder, "olist_orders_dataset.csv")));
const env = {...process.env, ...(real ? {OLIST_DIR: resolve(real)} : {})};
const total = {passed: 0, failed: 0, skipped: 0};
const failures: string[] = [];
const second: string[] = [];

/** No single step or test prints nothing for as long. */
const silence = 8 * 60_000;

interface Running {
  /** More variables of the environment. */
  more?: Record<string, string>;
  /** Whether its output waits for its end, as others run beside it. */
  held?: boolean;
}

async function run(command: string, args: readonly string[], {more, held}: Running = {}) {
  const started = performance.now();
  const outcome = await watched(command, args, {env: {...env, ...more}, silence, held});
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const end = outcome.silent ? `ended after ${silence / 60_000} minutes without a word, ` : "";
  console.log(`-- ${[command, ...args].join(" ")}: ${end}${seconds} s\n`);
  return outcome;
}

function fail(...names: string[]): void {
  total.failed += names.length;
  failures.push(...names);
}

async function step(name: string, command: string, ...args: string[]): Promise<boolean> {
  const {passed} = await run(command, args, {held: true});
  if (passed) total.passed++;
  else fail(name);
  return passed;
}

const filesOf = (config: readonly string[]): string[] =>
  execFileSync("vitest", ["list", "--filesOnly", ...config], {env, encoding: "utf8"})
    .split("\n")
    .filter((line) => line.endsWith(".test.ts"))
    .map((line) => line.replace(/^\[\w+\] /, ""));

/** Runs a suite. Files that a hanging run had not done are run once more, by themselves; then they have failed. */
async function tests(name: string, ...config: string[]): Promise<void> {
  const path = `artifacts/${name}.jsonl`;
  rmSync(path, {force: true});
  const reported = (): FileReport[] =>
    existsSync(path)
      ? readFileSync(path, "utf8")
          .split("\n")
          .filter(Boolean)
          .map((line) => JSON.parse(line) as FileReport)
      : [];
  const vitest = (...files: string[]) =>
    run("vitest", ["run", "--reporter=default", "--reporter=./tools/test/reporter.ts", ...config, ...files], {
      more: {VITRINE_TEST_REPORT: path}
    });
  const all = filesOf(config);
  const left = () => {
    const done = new Set(reported().map(({file}) => file));
    return all.filter((file) => !done.has(file));
  };
  let outcome = await vitest();
  if (outcome.silent && left().length > 0) {
    console.log(`Once more, as the runner fell silent before they were done: ${left().join(", ")}`);
    outcome = await vitest(...left());
  }
  const before = total.failed;
  const reports = reported();
  for (const report of reports) {
    total.passed += report.passed;
    total.skipped += report.skipped;
    second.push(...report.second);
    fail(...report.failures);
  }
  fail(...left().map((file) => `${file}: not done`));
  if (!outcome.passed && !outcome.silent && total.failed === before)
    fail(`${name}: the runner failed where no test did`);
}

mkdirSync("artifacts", {recursive: true});
console.log(
  real ? `Testing on the real files in ${real}.` : "No real files at hand: testing on generated ones."
);
await Promise.all([
  step("lint", "eslint", "--max-warnings", "0", "."),
  (async () => {
    await step("types", "tsc", "--noEmit");
    await step("format", "prettier", "--check", ".");
    await step("layers", "npm", "run", "-s", "layers");
    await step("unused code", "knip");
    await step("workflows", "npm", "run", "-s", "workflows");
  })()
]);
await tests("unit");
const built = await step("build", "tsx", "tools/site/main.ts", "build");
if (built) {
  if (findChromium()) await tests("browser", "--config", "vitest.browser.config.ts");
  else fail(chromiumAdvice);
}
for (const test of second) console.log(`passed at the second attempt: ${test}`);
for (const failure of failures) console.log(`failed: ${failure}`);
const skipped = total.skipped ? `, ${total.skipped} skipped` : "";
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);
