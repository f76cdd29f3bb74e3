import {marginsOf, probabilityOf} from "../model/model.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {checkSpec} from "../learn/checkSpec.js";
import {gather} from "../learn/examples.js";
import {optimum} from "../learn/optimum.js";
import type {FitProgress, FitRequest, Fitted} from "./fitting.js";
import {fitTrees} from "./fitTrees.js";
import {scorer} from "../learn/trees/scorer.js";
import {linearModel, linearTask} from "./linear.js";
import type {LinearTask} from "./linear.js";
import {filled, trainingPart} from "./trainingPart.js";
import type {TrainingPart} from "./trainingPart.js";
import type {Workbench} from "./workbench.js";

/**
 * Fits one model of any family on some rows and scores others. All that is learnt (medians, scales, cuts, rates by
 * city, synthetic rows) is learnt from the training rows; only where a wider `matrix` is given do the cuts of trees
 * come from all of its rows, never from labels. The same request gives the same model, whoever works on it. Gives
 * way often, with the share done; fails with a sentence where there is nothing to learn.
 */
export function* fit(bench: Workbench, request: FitRequest): Generator<FitProgress, Result<Fitted>> {
  const {spec, balance} = request;
  const part = yield* prepared(bench, request);
  if (!part.ok) return part;
  if (spec.family === "logistic") {
    const task = linearTask(part.value, spec, balance);
    const best = yield* solved(task, bench.module);
    return ok(
      judged(bench, request, part.value, {
        model: linearModel(part.value.features, best.model, task.standard),
        rounds: best.iterations,
        note: best.converged ? undefined : "The solver stopped before it stood still."
      })
    );
  }
  const trees = yield* fitTrees(bench, request, part.value, spec);
  if (!trees.ok) return trees;
  const {model, curve, bestRound, note} = trees.value;
  return ok(
    judged(bench, request, part.value, {
      model,
      rounds: bestRound,
      curve: curve.train.length ? curve : undefined,
      note
    })
  );
}

/** The rows to learn from, made ready; a sentence where parameters or rows are no good. */
export function* prepared(
  bench: Workbench,
  {spec, balance, train, seed}: FitRequest
): Generator<FitProgress, Result<TrainingPart>> {
  const sound = checkSpec(spec);
  if (!sound.ok) return sound;
  const {labels, columns, values} = bench.examples;
  if (!columns.length)
    return fail("columns", "There is no column to learn from: choose at least one feature.");
  const infinite = values.findIndex((column) => column.some((value) => Math.abs(value) === Infinity));
  if (infinite >= 0)
    return fail(
      "infinite",
      `The column ${columns[infinite].name} holds an infinite number: leave the feature out or mend its source.`
    );
  if (!train.length)
    return fail("rows", "There is no row to learn from: choose an earlier day or a shorter horizon.");
  let positives = 0;
  for (const row of train) positives += labels[row];
  if (!positives || positives === train.length)
    return fail(
      "one-class",
      `All ${train.length} training rows have the same outcome: there is nothing to tell apart. Choose another label, day or horizon.`
    );
  return yield* trainingPart(bench.examples, {train, balance, seed, module: bench.module});
}

function* solved({problem}: LinearTask, module: WebAssembly.Module | undefined) {
  const solver = optimum(problem, {module});
  for (let share = 0; ;) {
    const {done, value} = solver.next();
    if (done) return value;
    if (value) share = value.share;
    yield {share};
  }
}

/** What a fit gives besides probabilities. */
type Learnt = Pick<Fitted, "model" | "rounds" | "curve" | "note">;

/** A model with its scores and probabilities of the rows that it learnt from and is judged by. */
export function judged(
  {examples, module}: Workbench,
  {train, test}: FitRequest,
  part: TrainingPart,
  learnt: Learnt
): Fitted {
  const {model} = learnt;
  const values = filled(examples, part);
  const quick = model.kind === "trees" ? scorer(model, module) : undefined;
  const score = (rows: Uint32Array) => {
    const columns = values.map((column) => gather(column, rows));
    return quick ? quick.margins(columns, rows.length) : marginsOf(model, columns, rows.length);
  };
  const [margins, trainMargins] = [score(test), score(train)];
  const told = (margin: number) => probabilityOf(model, margin);
  return {
    ...learnt,
    margins,
    probabilities: margins.map(told),
    trainMargins,
    trainProbabilities: trainMargins.map(told),
    rows: {train: train.length, synthetic: part.synthetic, test: test.length}
  };
}
