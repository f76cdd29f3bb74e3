import {loadavg} from "node:os";
import {openBench} from "./churn/browser.js";
import {benchFeatures} from "./churn/features.js";
import {generatedMatrix} from "./churn/generated.js";
import {benchGrid, benchLogistic, benchTrees} from "./churn/learning.js";
import type {Matrix} from "./churn/matrix.js";
import {firstRows, sizeOf} from "./churn/matrix.js";
import {nativeOn} from "./churn/native.js";
import type {Scene} from "./churn/parts.js";
import {say} from "./churn/parts.js";
import {martsDirectory, shopMatrix} from "./churn/shop.js";
import {benchMemory, benchScore, benchShap, benchSmote} from "./churn/using.js";

/** On a matrix, in this order. */
const onMatrix = {
  trees: benchTrees,
  shap: benchShap,
  score: benchScore,
  logistic: benchLogistic,
  smote: benchSmote,
  grid: benchGrid
} as const satisfies Record<string, (scene: Scene) => Promise<void>>;

const matrices = ["generated", "shop"];

/** What can be asked for by name; without any name all of it. */
export const churnParts: readonly string[] = [...Object.keys(onMatrix), "features", ...matrices];

const fullRows = 94_000;

/** Above it, others are at work, and two threads wait for each other. */
const quiet = 1.5;

export interface ChurnOptions {
  parts: readonly string[];
  /** Of each side; medians are told. */
  runs?: number;
  /** At most so many rows, to see quickly that it works. */
  rows?: number;
}

/**
 * The churn lab's work in a Chromium tab, beside XGBoost, scikit-learn and native DuckDB: on a generated matrix and on
 * the shop's own features.
 */
export async function benchChurn({parts, runs = 3, rows = fullRows}: ChurnOptions): Promise<void> {
  const chosen = (names: readonly string[]) => {
    const named = names.filter((name) => parts.includes(name));
    return named.length ? named : names;
  };
  const work = parts.filter((part) => !matrices.includes(part));
  const wanted = (part: string) => work.length === 0 || work.includes(part);
  const tasks = Object.entries(onMatrix).filter(([name]) => wanted(name));
  if (loadavg()[0] > quiet)
    say(
      `This machine is busy: above a load of ${quiet} times are longer than they should be, and ratios to two threads too good`
    );
  const bench = await openBench();
  try {
    const marts = await martsDirectory();
    if (wanted("features")) await benchFeatures(bench, marts);
    for (const name of tasks.length ? chosen(matrices) : []) {
      const whole: Matrix = name === "shop" ? await shopMatrix(marts) : generatedMatrix(rows);
      const matrix = firstRows(whole, Math.min(rows, whole.labels.length));
      const size = sizeOf(matrix);
      bench.write(matrix);
      await bench.call("open", size);
      const native = await nativeOn(bench.directory, size);
      const absent = typeof native === "string";
      say(`${matrix.about}: ${size.rows} x ${size.features.length}, ${runs} runs`);
      say(absent ? `  ours alone: ${native} is not installed` : `  against ${native.versions}`);
      for (const [, task] of tasks) await task({bench, size, native: absent ? undefined : native, runs});
    }
    await benchMemory(bench);
  } finally {
    await bench.close();
  }
}
