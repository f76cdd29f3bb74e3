import {formatCount, formatNumber, formatShare, formatTyped, missing} from "../../../lib/format.js";
import type {MetricName} from "../../../lib/metrics/measure.js";
import type {Estimate, Scorecard} from "../../../lib/metrics/scorecard.js";
import {familyColor} from "../../colors.js";
import {nameOf, outcomeWords} from "../compareWords.js";
import {familyNames} from "../../../lib/lab/names.js";
import {givesSameScore} from "./sameScore.js";
import type {Figure, FigureColumn} from "../figureTable.js";
import {figureTable} from "../figureTable.js";
import type {LabModel, LabOutcome} from "../../../lib/lab/train.js";

/** A row of the tables: a model's figures, or those of what needs no model. */
interface ScoreRow {
  name: string;
  color?: string;
  model?: LabModel;
  metrics: Record<MetricName, Estimate>;
}

type Format = (value: number | null) => string;

const three: Format = (value) => formatNumber(value, 3);
const four: Format = (value) => formatNumber(value, 4);
const share: Format = (value) => formatShare(value);
const two: Format = (value) => formatNumber(value, 2);

const estimate = ({value, interval}: Estimate, format: Format): Figure => ({
  text: format(value),
  small: interval ? `${format(interval.low)} to ${format(interval.high)}` : undefined
});

const metric = (name: MetricName, label: string, format: Format, hint: string): FigureColumn<ScoreRow> => ({
  label,
  hint,
  figure: ({metrics}) => estimate(metrics[name], format)
});

function scoreRows(models: readonly LabModel[], cards: readonly Scorecard[]): ScoreRow[] {
  const rows = models.map((model, m) => ({
    name: familyNames[model.family],
    color: familyColor(model.family),
    model,
    metrics: cards[m].metrics
  }));
  const [{baseline}] = cards;
  const without = Object.fromEntries(
    Object.entries(baseline).map(([name, value]) => [name, {value, interval: null}])
  ) as Record<MetricName, Estimate>;
  return [...rows, {name: "Majority, no model", metrics: without}];
}

const plain = (rows: readonly ScoreRow[], names: readonly MetricName[]) =>
  rows.map(({name, metrics}) => ({
    model: name,
    ...Object.fromEntries(
      names.flatMap((metric) => [
        [metric, metrics[metric].value],
        [`${metric}_low`, metrics[metric].interval?.low ?? null],
        [`${metric}_high`, metrics[metric].interval?.high ?? null]
      ])
    )
  }));

const head = ({name, color}: ScoreRow) => ({text: name, color});

/** How well each family ranks rows, and how right its probabilities are. */
export function rankingTable(outcome: LabOutcome): HTMLElement {
  const {models, data, found} = outcome;
  const {rows: kind, who, found: looked} = outcomeWords(data.question, found);
  const rows = scoreRows(
    models,
    models.map(({scorecard}) => scorecard)
  );
  return figureTable({
    caption: "Ranking and probabilities",
    name: "models-ranking",
    note: `All figures are about finding ${kind} ${who} ${looked}. In small letters, 95 % intervals from 300 resamples of the rows judged by. Lift: how many times as many of them are among the tenth of highest scores as in a random tenth. Brier score and log loss (in nats) judge the probabilities: less is better, and a model that ranks well can still do worse here than no model if its probabilities are off. Training AUC far above ROC-AUC means overfitting.`,
    rows,
    head,
    columns: [
      {
        ...{label: "ROC-AUC", hint: `guess: ${formatTyped(0.5)}`},
        figure: ({metrics, model}) =>
          model && givesSameScore(model)
            ? {text: three(metrics.rocAuc.value), small: "the same score for all"}
            : estimate(metrics.rocAuc, three)
      },
      metric("averagePrecision", "PR-AUC", three, "average precision"),
      metric("lift", "Lift", two, "times, in the top 10 %"),
      metric("brier", "Brier", four, "less is better"),
      metric("logLoss", "Log loss", four, "less is better"),
      {
        label: "Training AUC",
        hint: "on rows learnt from",
        figure: ({model}) => ({text: model ? three(trainAuc(model)) : missing})
      }
    ],
    data: () => plain(rows, ["rocAuc", "averagePrecision", "lift", "brier", "logLoss"])
  });
}

/** The mean over the splits of the ROC-AUC on what was learnt from; null where one has none. */
export function trainAuc({parts}: LabModel): number | null {
  let sum = 0;
  for (const {auc} of parts) {
    if (auc.train === null) return null;
    sum += auc.train;
  }
  return sum / parts.length;
}

/** What a threshold makes of each family's probabilities. */
export function thresholdTable(outcome: LabOutcome, cards: readonly Scorecard[]): HTMLElement {
  const {models, data, found, labels} = outcome;
  const {rows: kind, who, found: looked} = outcomeWords(data.question, found);
  const rows = scoreRows(models, cards);
  const {threshold, baseline} = cards[0];
  const flagged = models.map(({probabilities}) =>
    probabilities.reduce((count, p) => count + Number(p >= threshold), 0)
  );
  return figureTable({
    caption: `At a threshold of ${formatShare(threshold)}`,
    name: "models-threshold",
    note: `Flagged: a probability of at least ${formatShare(threshold)} that a row is one of those ${who} ${looked}. Whoever calls everybody the majority is right about ${formatShare(baseline.accuracy)} of the ${kind} and finds nobody: accuracy alone says little where one outcome is rare. ${noneFlagged(models, flagged, labels.length)}`,
    rows,
    head,
    columns: [
      {
        label: "Flagged",
        hint: `of ${formatCount(labels.length)}`,
        figure: ({model}) => ({text: model ? formatCount(flagged[models.indexOf(model)]) : "0"})
      },
      metric("accuracy", "Accuracy", share, "right calls"),
      metric("balancedAccuracy", "Balanced accuracy", share, "guess: 50 %"),
      metric("precision", "Precision", share, "right among flagged"),
      metric("recall", "Recall", share, "found"),
      metric("f1", "F1", three, "of both")
    ],
    data: () => plain(rows, ["accuracy", "balancedAccuracy", "precision", "recall", "f1"])
  });
}

/** What to do where a threshold flags nobody: the one that would flag a tenth. */
function noneFlagged(models: readonly LabModel[], flagged: readonly number[], rows: number): string {
  const idle = models.filter((_, m) => flagged[m] === 0);
  if (!idle.length) return "";
  const tenths = idle.map((model) => {
    const sorted = model.probabilities.toSorted();
    return `${nameOf(model)} ${formatShare(sorted[Math.floor(0.9 * (rows - 1))], 2)}`;
  });
  return `Nobody is flagged by ${idle.map(nameOf).join(", ")}; the highest tenth begins at ${tenths.join(", ")}.`;
}
