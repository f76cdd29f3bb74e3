import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import type {Page} from "playwright-core";
import {chromium} from "playwright-core";
import {formatShare} from "../../lib/format.js";
import type {PeekingOptions, Thresholds} from "../../lib/experiments/sequential/peeking.js";
import {methods, simulatePeeking, thresholdsOf} from "../../lib/experiments/sequential/peeking.js";
import {peekingSummary} from "../../lib/experiments/sequential/peekingSummary.js";
import {serve} from "../serve.js";
import {chromiumAdvice, chromiumFlags, findChromium} from "../test/chromium.js";
import {middle, say, time} from "./churn/parts.js";
import {coverageTrials, simulatedShare, sizeTrials} from "./coverage.js";
import {verdict} from "./measure.js";

const options: PeekingOptions = {
  rate: 0.1,
  effect: 0,
  usersPerLook: 500,
  looks: 100,
  alpha: 0.05,
  tuning: 5000,
  runs: 10_000,
  seed: 1
};

/** The longest that the page may be held up, in milliseconds. */
const goal = 50;

function thresholds(given: PeekingOptions): Thresholds {
  const found = thresholdsOf(given);
  if (!found.ok) throw new Error(found.message);
  return found.value;
}

/** Presses Simulate; milliseconds until the tests are done, and the longest task of the page meanwhile and after. */
const simulate = (page: Page) =>
  page.evaluate(async () => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({duration}) => duration))
    );
    observer.observe({entryTypes: ["longtask"]});
    const before = performance.now();
    document.querySelector<HTMLButtonElement>("button.train")?.click();
    while (!document.querySelector(".training .progress-text")?.textContent.startsWith("Simulated"))
      await new Promise((resolve) => setTimeout(resolve, 2));
    const ms = performance.now() - before;
    await new Promise((resolve) => setTimeout(resolve, 500));
    tasks.push(...observer.takeRecords().map(({duration}) => duration));
    observer.disconnect();
    return {ms, longest: Math.max(0, ...tasks)};
  });

interface Native {
  version: string;
  ms: number;
  called: number[];
}

/** NumPy's side, or the name of what is not installed. */
function native({options: {runs, looks, usersPerLook: users, rate}, z}: Thresholds): Native | string {
  const python = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
  const boundaries = methods.map((method) =>
    Array.from(z[method], (value) => (value === Infinity ? null : value))
  );
  const script = fileURLToPath(new URL("./native/peeking.py", import.meta.url));
  const ran = spawnSync(python, [script, JSON.stringify({runs, looks, users, rate, boundaries})], {
    encoding: "utf8"
  });
  if (ran.error) return "python3";
  if (ran.status !== 0) throw new Error(`peeking.py ended with ${ran.status}: ${ran.stderr}`);
  const answer = JSON.parse(ran.stdout) as Native | {absent: string};
  return "absent" in answer ? answer.absent : answer;
}

/** False alarms of every method under many looks: those of the sequential ones must stay within alpha. */
function falseAlarms(given: PeekingOptions): void {
  const steps = simulatePeeking(thresholds(given), 0, given.runs);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const summary = peekingSummary(step.value, given);
  const off = 3 * Math.sqrt((given.alpha * (1 - given.alpha)) / given.runs);
  say(
    `False alarms of ${given.runs} A/A tests of ${given.looks} looks, ${given.usersPerLook} users per arm and look`
  );
  for (const {method, share} of summary) {
    const held = method !== "naive";
    const ending = held ? ` ${verdict(share <= given.alpha + off, formatShare(given.alpha + off, 2))}` : "";
    console.log(`  ${method}: ${formatShare(share, 2)}${ending}`);
  }
}

/** Coverage of the 95 % intervals of means and size of their tests, over so many experiments each. */
function coverage(times: number): void {
  say(`Intervals and tests, ${times} experiments each`);
  const tell = (name: string, share: number, nominal: number, atLeast = false) => {
    const off = 3 * Math.sqrt((nominal * (1 - nominal)) / times);
    const met = atLeast ? share >= nominal - off : Math.abs(share - nominal) <= off;
    const aim = `${formatShare(nominal, 0)}${atLeast ? " or more" : ""} ± ${formatShare(off)}`;
    console.log(`  ${name}: ${formatShare(share, 2)} [goal ${aim}: ${met ? "met" : "MISSED"}]`);
  };
  for (const [name, {trial, atLeast}] of Object.entries(coverageTrials))
    tell(name, simulatedShare(trial, atLeast ? times / 20 : times, 11), 0.95, atLeast);
  for (const [name, trial] of Object.entries(sizeTrials)) tell(name, simulatedShare(trial, times, 12), 0.05);
}

/**
 * Experiments: 10,000 A/A tests of 100 looks in a tab of the built site, beside NumPy, with the longest that the page is
 * held up; the false alarms of all methods under 1,000 looks; the coverage of intervals.
 * @param runs of each side; medians are told
 * @param site where the site is built
 */
export async function benchExperiments(runs: number, site = "dist"): Promise<void> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(chromiumAdvice);
  const served = await serve(site);
  const browser = await chromium.launch({executablePath, args: chromiumFlags});
  const given = thresholds(options);
  try {
    const page = await browser.newPage();
    await page.goto(
      `${served.url}experiments/sequential.html?runs=${options.runs}&looks=${options.looks}&users=${options.usersPerLook}`
    );
    await page.locator(".training .progress-text", {hasText: "Simulated"}).waitFor({timeout: 120_000});
    const [ours, theirs]: [{ms: number; longest: number}[], Native[]] = [[], []];
    let absent = "";
    for (let run = 0; run < runs; run++) {
      ours.push(await simulate(page));
      const other = native(given);
      if (typeof other === "string") absent = other;
      else theirs.push(other);
    }
    const ms = middle(ours, (run) => run.ms);
    const beside = theirs.length
      ? `against ${time(middle(theirs, (run) => run.ms))} in ${theirs[0].version}, ratio ${(ms / middle(theirs, (run) => run.ms)).toFixed(2)}`
      : `alone: ${absent} is not installed`;
    say(`10,000 A/A tests of 100 looks in the tab, five methods: ${time(ms)} ${beside}`);
    const longest = middle(ours, (run) => run.longest);
    console.log(
      `  longest task of the page: ${longest ? time(longest) : "under 50 ms"} ${verdict(longest <= goal, `${goal} ms`)}`
    );
  } finally {
    await browser.close();
    await served.close();
  }
  for (const usersPerLook of [100, 1000]) falseAlarms({...options, looks: 1000, usersPerLook});
  coverage(20_000);
}
