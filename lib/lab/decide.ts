import type {CalibrationLine} from "../calibrate/calibrationLine.js";
import {calibrationLine} from "../calibrate/calibrationLine.js";
import type {CampaignWords} from "../decide/words.js";
import {arrivingLate, leaving, returning} from "../decide/words.js";
import type {LabelName} from "../pipeline/question.js";
import type {Family} from "../learn/families.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {ResampledBoth} from "./decision.js";
import type {TaskOptions} from "../task.js";
import type {CampaignTarget, WorthBy} from "./decisionParameters.js";
import type {Lab} from "./lab.js";
import type {LabChoice} from "./parameters.js";
import type {Tables} from "./shop.js";
import {leastLost, nearlyAll} from "./shop.js";
import type {LabModel, LabOutcome} from "./train.js";
import {lostShare, trainLab} from "./train.js";

/** Whom a campaign seeks out. */
export interface Aim {
  /** The examples' label of those sought. */
  label: 0 | 1;
  words: CampaignWords;
  /** What saving means here, in a sentence. */
  meaning: string;
}

const few = (lost: number): string =>
  lost >= nearlyAll
    ? " Nearly everybody is lost by the forward label, so that these few are whom a model can find."
    : lost > 0.5
      ? " Most are lost by the forward label, so that these are the fewer, whom a model can find."
      : " Most come back by the forward label: those who do not are the fewer.";

/**
 * Whom a target means under a label. "auto" seeks the rarer outcome where the label looks ahead (forward); where it
 * looks back nobody can be won who has come back already, and it seeks those lost; of deliveries, always the late ones.
 * @param lost the share that is lost by the label
 * @example aimOf("auto", "forward", 0.98).label => 0
 */
export function aimOf(target: CampaignTarget, label: LabelName, lost: number): Aim {
  if (label === "late")
    return {
      label: 1,
      words: arrivingLate,
      meaning:
        "The score is the risk of coming late. A contact is a rush: an order is sped up when it is placed, and a part of those that would have come late then come in time."
    };
  const forward = label === "forward";
  if (target === "back" || (target === "auto" && forward && lost > 0.5))
    return {
      label: 0,
      words: returning,
      meaning: `The score is the chance of coming back. Nobody is saved from leaving here: a contact wins one more order from a part of the customers who would have come back, and nothing from all others.${forward ? few(lost) : ""}`
    };
  return {
    label: 1,
    words: leaving,
    meaning: forward
      ? `The score is the risk of being lost. A contact saves a part of the customers who would have left: they order within the horizon after all.${lost >= nearlyAll ? " Nearly everybody is lost by the forward label, so that a score hardly matters: what pays for one, pays for all." : ""}`
      : "The score is the risk of being lost. A contact saves a part of the customers who would count as lost by the label: they order again after all."
  };
}

/**
 * The aim before a training too: how many are lost is then what the tables tell at the least.
 * @param outcome of the last training, null without one; one of another label tells nothing
 */
export function aimNow(
  target: CampaignTarget,
  label: LabelName,
  outcome: LabOutcome | null,
  about: Tables
): Aim {
  const known = outcome !== null && outcome.data.question.label === label;
  return aimOf(target, label, known ? lostShare(outcome) : leastLost(about));
}

/** Held-out rows ready for decisions. */
export interface DecisionView extends ResampledBoth {
  outcome: LabOutcome;
  model: LabModel;
  aim: Aim;
  /** 1 for those sought, and the chance of it. */
  labels: Uint8Array;
  scores: Float64Array;
  /** Rows of all examples for each held-out one. */
  scale: number;
  /** Whether each row has a value of its own: false where the columns chosen hold none. */
  ownValues: boolean;
  line: CalibrationLine;
}

/** The column of each one's own value, in reais. @example valueColumn("order", "forward") => "avg_order_value" */
export const valueColumn = (worthBy: WorthBy, label: LabelName): string =>
  label === "late" ? "price" : worthBy === "order" ? "avg_order_value" : "monetary_value";

/** Own values of some rows in cents, undefined where no column chosen holds them; a missing value is 0. */
export function ownValues(
  {data}: Pick<LabOutcome, "data">,
  worthBy: WorthBy,
  rows: Uint32Array
): Float64Array | undefined {
  const name = valueColumn(worthBy, data.question.label);
  const at = data.examples.columns.findIndex((column) => column.name === name);
  if (worthBy === "constant" || at < 0) return undefined;
  return Float64Array.from(rows, (row) => Math.round(100 * (data.examples.values[at][row] || 0)));
}

/** What of the reader's choices must be known to get rows ready: all else moves what is shown at once. */
interface ViewChoice {
  target: CampaignTarget;
  worthBy: WorthBy;
}

const kept = new WeakMap<LabOutcome, Map<string, Promise<DecisionView>>>();

/** Gets the held-out rows of an outcome's first model ready, with resamples: once. */
export function decisionView(outcome: LabOutcome, {target, worthBy}: ViewChoice): Promise<DecisionView> {
  const views = kept.get(outcome) ?? new Map<string, Promise<DecisionView>>();
  kept.set(outcome, views);
  const key = `${target} ${worthBy}`;
  const view = views.get(key) ?? prepared(outcome, {target, worthBy});
  views.set(key, view);
  view.catch(() => views.delete(key));
  return view;
}

/** Trains one family and gets its held-out rows ready for the decision as it stands. */
export async function trainToDecide(
  lab: Lab,
  choice: LabChoice,
  family: Family,
  decision: ViewChoice,
  options: TaskOptions
): Promise<Result<LabOutcome>> {
  const trained = await trainLab(lab, choice, [family], options);
  if (trained.ok) await decisionView(trained.value, decision);
  return trained;
}

async function prepared(outcome: LabOutcome, {target, worthBy}: ViewChoice): Promise<DecisionView> {
  const [model] = outcome.models;
  const aim = aimOf(target, outcome.data.question.label, lostShare(outcome));
  const same = aim.label === outcome.found;
  const labels = same ? outcome.labels : outcome.labels.map((label) => 1 - label);
  const scores = same ? model.probabilities : model.probabilities.map((p) => 1 - p);
  const values = ownValues(outcome, worthBy, outcome.test);
  const resampled = await outcome.data.lab.work(null, async (worker) =>
    ok(await worker.decisionOn(labels, scores, values, outcome.choice.seed))
  );
  if (!resampled.ok) throw new Error(resampled.message);
  return {
    ...resampled.value,
    outcome,
    model,
    aim,
    labels,
    scores,
    scale: outcome.data.examples.labels.length / labels.length,
    ownValues: values !== undefined,
    line: calibrationLine(labels, scores)
  };
}
