import {presetNames} from "../../pipeline/question.js";
import {splitsOf} from "../../pipeline/splits.js";
import type {Split} from "../../learn/validation/split.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {TaskOptions} from "../../task.js";
import type {Lab} from "../lab.js";
import type {LabData} from "../data.js";
import {labData} from "../data.js";
import {cutTo, withRecency} from "./data.js";
import {eventsAround} from "./events.js";
import type {Findings} from "./findings.js";
import {fitAndJudge} from "./fit.js";
import type {ChurnLabel, LeakageChoice} from "./choice.js";
import {churnLabels} from "./choice.js";
import {meter} from "../meter.js";

/** What the brief's rule is made of. */
export const ruleInputs = ["recency_days", "frequency", "avg_days_between_orders"] as const;

const weights = {data: 3, fit: 1, check: 0.5};
const presetTexts = {all: "all features", safe: "leak-free features"};
const cancelled = fail("cancelled", "Cancelled.");

/** A run under way: what it has found, and how its parts are done. */
interface Run {
  choice: LeakageChoice;
  signal?: AbortSignal;
  found: () => Findings;
  add: (more: Partial<Findings>) => void;
  /** Does a part, tells how far it is, and hands over what it gives. */
  part: <T>(weight: number, text: string, work: Work<T>, take: (value: T) => void) => Promise<Result<T>>;
}

type Work<T> = (options: TaskOptions) => Promise<Result<T>>;

/**
 * Trains the same families under every label from both presets, label by label, and works out on the way what gives
 * the labels away. What is found is told as it comes. The recency label shares the rule label's features, and a preset
 * is cut from all columns, so features are worked out for two days only.
 */
export async function runLeakage(
  lab: Lab,
  choice: LeakageChoice,
  options: TaskOptions,
  onFound: (findings: Findings) => void
): Promise<Result<Findings>> {
  const run = started(choice, options, onFound);
  const {question} = choice.asks.forward;
  let sameDay: LabData | undefined;
  for (const label of churnLabels) {
    const asked = choice.asks[label].question;
    const data =
      label === "recency" && sameDay
        ? ok(withRecency(sameDay, asked))
        : await run.part(
            weights.data,
            "Working out the features",
            () => labData(lab, asked),
            () => undefined
          );
    if (run.signal?.aborted) return cancelled;
    if (!data.ok) return data;
    if (label === "rule") sameDay = data.value;
    const done = await underLabel(run, label, data.value);
    if (!done.ok) return done;
  }
  run.add({events: await eventsAround(lab, question)});
  return run.signal?.aborted ? cancelled : ok(run.found());
}

function started(
  choice: LeakageChoice,
  {signal, onProgress}: TaskOptions,
  onFound: (findings: Findings) => void
): Run {
  let findings: Findings = {choice, cells: [], asked: {}, alone: {}};
  const fits = churnLabels.length * presetNames.length * choice.families.length;
  const checks = churnLabels.length + 2;
  const progress = meter(2 * weights.data + fits * weights.fit + checks * weights.check, onProgress);
  onFound(findings);
  return {
    choice,
    signal,
    found: () => findings,
    add(more) {
      if (signal?.aborted) return;
      findings = {...findings, ...more};
      onFound(findings);
    },
    async part(weight, text, work, take) {
      const told = progress.part(weight, text);
      const result = await work({signal, onProgress: told.share});
      told.done();
      if (result.ok) take(result.value);
      return result;
    }
  };
}

/** All trainings under a label, side by side from one preset, then from the other. */
async function underLabel(run: Run, label: ChurnLabel, data: LabData): Promise<Result<unknown>> {
  const ask = run.choice.asks[label];
  const {labels} = data.examples;
  const churned = labels.reduce((sum, one) => sum + one, 0);
  run.add({asked: {...run.found().asked, [label]: {rows: labels.length, churned}}});
  const splits = splitsOf(data.examples, ask);
  if (!splits.ok) return splits;
  for (const preset of presetNames) {
    const cut = cutTo(data, preset);
    const train = (split: Split) =>
      run.choice.families.map((family) =>
        run.part(
          weights.fit,
          `Training on ${presetTexts[preset]}`,
          (options) => fitAndJudge(cut, ask, {family, split}, options),
          (judged) => run.add({cells: [...run.found().cells, {...judged, label, preset}]})
        )
      );
    const done = await Promise.all<Result<unknown>>([
      ...(preset === "all" ? checks(run, label, data) : []),
      ...splits.value.flatMap(train)
    ]);
    const failed = done.find((result) => !result.ok);
    if (failed) return failed;
  }
  return ok(null);
}

/** What gives a label away: single features, for the rule its inputs, for the rate by city shuffled labels. */
function checks(run: Run, label: ChurnLabel, data: LabData): Promise<Result<unknown>>[] {
  const {seed} = run.choice.asks[label];
  const alone = run.part(
    weights.check,
    "Trying each feature alone",
    (options) => data.lab.work(data, (worker, id, report) => worker.aloneOf(id, seed, report), options),
    (aucs) => run.add({alone: {...run.found().alone, [label]: aucs}})
  );
  if (label !== "rule") return [alone];
  return [
    alone,
    run.part(
      weights.check,
      "Learning the rule",
      (options) => data.lab.work(data, (worker, id) => worker.rulesOf(id, ruleInputs), options),
      (rules) => run.add({rules})
    ),
    run.part(
      weights.check,
      "Shuffling labels",
      (options) => data.lab.work(data, (worker, id, report) => worker.encodingOf(id, seed, report), options),
      (encoding) => run.add({encoding})
    )
  ];
}
