import type {Scene} from "./parts.js";
import {against, inTurns, middle, say, time} from "./parts.js";
import {gridFolds, gridPoints, modelNames} from "./specs.js";

/** ROC-AUC and log loss of models that differ only by where the cuts fall. */
const near = {auc: 2e-3, loss: 2e-3};

const apart = (a: number, b: number | undefined, most: number): string =>
  b === undefined
    ? a.toFixed(5)
    : `${a.toFixed(5)} and ${b.toFixed(5)} ${Math.abs(a - b) <= most ? "agree" : `DIFFER by ${Math.abs(a - b).toExponential(1)}`}`;

/** Training of both models against XGBoost with one thread and with two. */
export async function benchTrees(scene: Scene): Promise<void> {
  const {bench} = scene;
  const bins: number[] = [];
  const {ours, theirs} = await inTurns(
    scene,
    async () => {
      bins.push((await bench.call("bin")).ms);
      return {d3: await bench.call("train", "d3"), d6: await bench.call("train", "d6")};
    },
    (native) => native.run("train")
  );
  say(`bins: ${time(middle(bins, Number))}`);
  for (const name of modelNames) {
    const ms = middle(ours, (run) => run[name].ms);
    const native = (threads: number) => theirs.at(-1)?.[`${name}.threads${threads}`];
    const nativeMs = (threads: number) =>
      theirs.length ? middle(theirs, (run) => run[`${name}.threads${threads}`].ms) : undefined;
    say(`train ${name}, XGBoost with two threads: ${against(ms, nativeMs(2), 1)}`);
    const one = nativeMs(1);
    if (one !== undefined) say(`  with one thread ${time(one)}, ratio ${(ms / one).toFixed(2)}`);
    const {auc, loss} = ours[0][name];
    say(
      `  ROC-AUC ${apart(auc, native(2)?.auc, near.auc)}, log loss ${apart(loss, native(2)?.loss, near.loss)}`
    );
  }
}

/** Five folds of twelve points on a pool of workers. */
export async function benchGrid({bench, size, native}: Scene): Promise<void> {
  const {ms, workers, best, auc} = await bench.call("grid", size);
  const theirs = (await native?.run("grid"))?.grid;
  say(
    `grid, ${gridPoints.length} points on ${gridFolds} folds, ${workers} workers: ${against(ms, theirs?.ms, 0.8)}`
  );
  const {maxDepth, eta, lambda} = gridPoints[best];
  say(`  best depth ${maxDepth}, eta ${eta}, lambda ${lambda}; theirs ${JSON.stringify(theirs?.best)}`);
  say(`  its ROC-AUC ${apart(auc, theirs?.auc, near.auc)}`);
}

/** Elastic-net logistic regression with the brief's parameters. */
export async function benchLogistic(scene: Scene): Promise<void> {
  const {ours, theirs} = await inTurns(
    scene,
    () => scene.bench.call("logistic"),
    (native) => native.run("saga")
  );
  const nativeMs = theirs.length ? middle(theirs, ({saga}) => saga.ms) : undefined;
  say(
    `elastic net: ${against(
      middle(ours, ({ms}) => ms),
      nativeMs,
      1
    )}`
  );
  say(
    `  ${ours[0].iterations} Newton steps, saga ${theirs[0]?.saga.iterations ?? "–"} epochs; ROC-AUC ${apart(ours[0].auc, theirs[0]?.saga.auc, near.auc)}`
  );
}
