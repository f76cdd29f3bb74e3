import {appendFileSync} from "node:fs";
import {relative} from "node:path";
import type {Reporter, TestModule} from "vitest/node";

/** What one test file came to. */
export interface FileReport {
  file: string;
  passed: number;
  skipped: number;
  /** The full names of the tests that failed, or what kept the file from running. */
  failures: string[];
  /** Tests that passed at a second attempt, with what was wrong at the first. */
  second: string[];
}

const wordsOf = (file: string, module: TestModule): string[] => [
  ...module.errors().map(({message}) => `${file}: ${message}`),
  ...[...module.children.allSuites()].flatMap((suite) =>
    suite.errors().map(({message}) => `${file}: ${suite.fullName}: ${message}`)
  ),
  ...[...module.children.allTests("failed")].map(({fullName}) => `${file}: ${fullName}`)
];

const firstFailures = (file: string, module: TestModule): string[] =>
  [...module.children.allTests("passed")]
    .filter((test) => test.diagnostic()?.flaky)
    .map((test) => `${file}: ${test.fullName}: ${test.result().errors?.[0]?.message ?? "no reason given"}`);

/** Writes a line of JSON for each file as soon as it is done, so that a run that is cut short has its results too. */
export default class implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const report = process.env.VITRINE_TEST_REPORT;
    if (!report) return;
    const file = relative(process.cwd(), module.moduleId);
    const count = (state: "passed" | "skipped") => [...module.children.allTests(state)].length;
    const failures = wordsOf(file, module);
    const second = firstFailures(file, module);
    const line: FileReport = {file, passed: count("passed"), skipped: count("skipped"), failures, second};
    appendFileSync(report, JSON.stringify(line) + "\n");
  }
}
