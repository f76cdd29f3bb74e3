import {verdict} from "../measure.js";
import type {Bench} from "./browser.js";
import type {Scene} from "./parts.js";
import {against, inTurns, middle, say, time} from "./parts.js";
import {modelNames} from "./specs.js";

/** Rows of d6 that XGBoost explains; its time grows with the rows, and all would take it minutes. */
const explained = 5000;
const scored = 2000;

/** SHAP values of all rows. */
export async function benchShap(scene: Scene): Promise<void> {
  const {bench, size} = scene;
  const some = Math.min(explained, size.rows);
  const {ours, theirs} = await inTurns(
    scene,
    async () => ({d3: await bench.call("shapOfAll", "d3"), d6: await bench.call("shapOfAll", "d6")}),
    (native) => native.run("contribs", {contribRows: {d3: null, d6: some}})
  );
  for (const name of modelNames) {
    const share = name === "d6" ? some / size.rows : 1;
    const native = theirs.length ? middle(theirs, (run) => run[`contribs.${name}`].ms / share) : undefined;
    const note = native !== undefined && share < 1 ? `, theirs scaled up from ${some} rows` : "";
    say(
      `SHAP of all rows ${name}${note}: ${against(
        middle(ours, (run) => run[name].ms),
        native,
        0.35
      )}`
    );
    const off = Math.max(...ours.map((run) => run[name].sumOff));
    say(
      `  base and contributions are off the score by at most ${off.toExponential(1)} ${verdict(off <= 1e-9, 1e-9)}`
    );
  }
}

/** Scores: all rows at once; one row with its explanation. */
export async function benchScore({bench, runs}: Scene): Promise<void> {
  for (const name of modelNames) {
    const all: number[] = [];
    for (let run = 0; run < 3 * runs; run++) all.push((await bench.call("scoreAll", name)).ms);
    const ms = middle(all, Number);
    say(`score all rows ${name}: ${time(ms)} ${verdict(ms < 100, "100 ms")}`);
    const {p95} = await bench.call("scoreOne", name, scored);
    say(`score and explain one row ${name}, p95: ${time(p95)} ${verdict(p95 < 1, "1 ms")}`);
  }
}

/** SMOTE; imbalanced-learn is not measured against. */
export async function benchSmote({bench, runs}: Scene): Promise<void> {
  const all: {ms: number; synthetic: number}[] = [];
  for (let run = 0; run < runs; run++) all.push(await bench.call("balance"));
  say(`SMOTE, ${all[0].synthetic} synthetic rows: ${time(middle(all, ({ms}) => ms))}`);
}

/** The tab's memory after all that was done in it. */
export async function benchMemory(bench: Bench): Promise<void> {
  const bytes = await bench.memory();
  say(
    bytes === undefined
      ? "memory: not measured, this system does not tell a process's peak"
      : `memory of the tab, its process's resident peak: ${(bytes / 1e6).toFixed(0)} MB ${verdict(bytes < 1e9, "1 GB")}`
  );
}
