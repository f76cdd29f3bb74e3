/** Everything that proves the project, in one run: checks, unit tests, the build, and the browser on what was built. */
import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, rmSync} from "node:fs";
import {relative, resolve} from "node:path";
import {filesFolder} from "../../loaders/findFiles.js";
import {chromiumAdvice, findChromium} from "./chromium.js";

const real = [process.env.OLIST_DIR, "data", "../shared/olist"]
  .map((folder) => folder && filesFolder(resolve(folder)))
  .find((folder) => folder && existsSync(resolve(folder, "olist_orders_dataset.csv")));
const env = {...process.env, ...(real ? {OLIST_DIR: resolve(real)} : {})};
const total = {passed: 0, failed: 0, skipped: 0};
const failures: string[] = [];

function run(command: string, args: readonly string[]): boolean {
  const started = performance.now();
  const {status} = spawnSync(command, args, {stdio: ["ignore", "inherit", "inherit"], env});
  console.log(`-- ${[command, ...args].join(" ")}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  return status === 0;
}

function step(name: string, command: string, ...args: string[]): boolean {
  const passed = run(command, args);
  total[passed ? "passed" : "failed"]++;
  if (!passed) failures.push(name);
  return passed;
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
  success: boolean;
  testResults: {name: string; status: string; assertionResults: {fullName: string; status: string}[]}[];
}

function failuresOf({testResults}: Report): string[] {
  return testResults
    .filter(({status}) => status === "failed")
    .flatMap(({name, assertionResults}) => {
      const failed = assertionResults.filter(({status}) => status === "failed");
      const file = relative(".", name);
      return failed.length > 0 ? failed.map(({fullName}) => `${file}: ${fullName}`) : [file];
    });
}

function tests(name: string, ...args: string[]): void {
  const output = `artifacts/${name}.json`;
  rmSync(output, {force: true});
  run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${output}`, ...args]);
  if (!existsSync(output)) {
    total.failed++;
    failures.push(`${name}: no report`);
    return;
  }
  const report = JSON.parse(readFileSync(output, "utf8")) as Report;
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests || (report.success ? 0 : Math.max(1, report.numFailedTestSuites));
  total.skipped += report.numPendingTests;
  failures.push(...failuresOf(report));
}

mkdirSync("artifacts", {recursive: true});
console.log(
  real ? `Testing on the real files in ${real}.` : "No real files at hand: testing on generated ones."
);
step("types", "tsc", "--noEmit");
step("lint", "eslint", "--max-warnings", "0", ".");
step("format", "prettier", "--check", ".");
step("layers", "npm", "run", "-s", "layers");
step("unused code", "knip");
tests("unit");
if (step("build", "tsx", "tools/site/main.ts", "build")) {
  if (findChromium()) tests("browser", "--config", "vitest.browser.config.ts");
  else {
    failures.push(chromiumAdvice);
    total.failed++;
  }
}
for (const failure of failures) console.log(`failed: ${failure}`);
const skipped = total.skipped ? `, ${total.skipped} skipped` : "";
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);
