import {midnightOf, millisecondsPerDay} from "../../days.js";
import {formatDay} from "../../format.js";
import {asofSeries} from "../../pipeline/question.js";
import {originSplit, stacked} from "../../pipeline/leakage/snapshots.js";
import {rollingOrigins} from "../../learn/validation/rollingOrigins.js";
import type {Scorecard} from "../../metrics/scorecard.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {TaskOptions} from "../../task.js";
import type {LabData} from "../data.js";
import {labData} from "../data.js";
import {fitAndJudge} from "./fit.js";
import type {Lab} from "../lab.js";
import type {DriftChoice} from "./choice.js";
import {meter} from "../meter.js";

/** A day on which the question was asked. */
export interface Snapshot {
  cutoff: Date;
  rows: number;
  returned: number;
  /** How the model that learnt from earlier closed windows did; undefined as long as it has not, or could not. */
  card?: Scorecard;
  /** Rows learnt from, of all snapshots whose window was closed. */
  learnt?: number;
}

export interface Drift {
  choice: DriftChoice;
  snapshots: readonly Snapshot[];
}

const weights = {data: 3, fit: 2};
const cancelled = fail("cancelled", "Cancelled.");

/**
 * Asks the forward question on day after day: at each, a model learns from all earlier days whose window was closed by
 * then, and is judged by what came. What is found is told as it comes.
 * @param span ISO times of the first purchase and of the end of the data
 */
export async function runDrift(
  lab: Lab,
  choice: DriftChoice,
  span: {start: string; end: string},
  {signal, onProgress}: TaskOptions,
  onFound: (drift: Drift) => void
): Promise<Result<Drift>> {
  const {ask, family, step} = choice;
  const {horizon} = ask.question;
  const days = asofSeries({...span, horizon, step});
  const origins = rollingOrigins(
    days.map((iso) => midnightOf(iso).getTime() / millisecondsPerDay),
    horizon
  );
  if (!origins.ok) return origins;
  const progress = meter(days.length * weights.data + origins.value.length * weights.fit, onProgress);
  const snapshots: Snapshot[] = [];
  const tell = () => {
    if (!signal?.aborted) onFound({choice, snapshots: [...snapshots]});
  };
  const parts: LabData[] = [];
  for (const asof of days) {
    const told = progress.part(weights.data, `Working out the features as of ${formatDay(midnightOf(asof))}`);
    const data = await labData(lab, {...ask.question, asof});
    if (signal?.aborted) return cancelled;
    if (!data.ok) return data;
    told.done();
    parts.push(data.value);
    const {labels} = data.value.examples;
    const returned = labels.reduce((sum, label) => sum + 1 - label, 0);
    snapshots.push({cutoff: midnightOf(asof), rows: labels.length, returned});
    tell();
  }
  const sizes = snapshots.map(({rows}) => rows);
  const all: LabData = {
    ...parts[0],
    id: JSON.stringify({...ask.question, days}),
    examples: stacked(parts.splice(0).map(({examples}) => examples))
  };
  for (const origin of origins.value) {
    const told = progress.part(weights.fit, `Training for ${formatDay(snapshots[origin.test].cutoff)}`);
    const split = originSplit(sizes, origin);
    const judged = await fitAndJudge(all, ask, {family, split}, {signal, onProgress: told.share});
    told.done();
    if (!judged.ok && judged.code !== "one-class") return judged;
    if (judged.ok)
      snapshots[origin.test] = {
        ...snapshots[origin.test],
        card: judged.value.scorecard,
        learnt: split.train.length
      };
    tell();
  }
  return signal?.aborted ? cancelled : ok({choice, snapshots});
}
