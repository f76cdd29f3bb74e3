import {html} from "npm:htl";
import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import type {ReviewModelName} from "../../../lib/reviews/compareReviewModels.js";
import type {ReviewStudy} from "../../../lib/reviews/study.js";
import type {SplitStudy} from "../../../lib/reviews/studySplit.js";
import type {TrainedReviews} from "../../../lib/reviews/trained.js";
import {chart} from "../../chart.js";
import {calibrationPlot} from "../../charts/calibrationPlot.js";
import {bytesText} from "../../models/features/text.js";
import {table} from "../../table.js";
import {modelNames} from "./names.js";
import {modelOf, three} from "./text.js";

/** The models on the same reviews. */
export const modelTable = ({splits: [{models}]}: ReviewStudy): HTMLElement =>
  table(
    models.map(({name, scorecard: {metrics, baseline}, macroF1}) => ({
      model: modelNames[name],
      rocAuc: metrics.rocAuc.value,
      low: metrics.rocAuc.interval?.low ?? null,
      high: metrics.rocAuc.interval?.high ?? null,
      averagePrecision: metrics.averagePrecision.value,
      accuracy: metrics.accuracy.value,
      baseline: baseline.accuracy,
      macroF1,
      brier: metrics.brier.value
    })),
    {
      caption: "Models of low scores",
      name: "review-models",
      columns: {
        model: {label: "Model"},
        rocAuc: {label: "ROC-AUC", format: three},
        low: {label: "From", format: three, align: "right"},
        high: {label: "To", format: three, align: "right"},
        averagePrecision: {label: "PR-AUC", format: three},
        accuracy: {label: "Accuracy", format: three},
        baseline: {label: "Always high", format: three},
        macroF1: {label: "Macro F1", format: three},
        brier: {label: "Brier score", format: three}
      }
    }
  );

/** The models on both splits, side by side. */
export function splitTable({splits}: ReviewStudy): HTMLElement {
  const [time, random] = splits[0].by === "time" ? splits : [splits[1], splits[0]];
  const figures = (split: SplitStudy, name: ReviewModelName) => {
    const model = modelOf(split, name);
    const metrics = model?.scorecard.metrics;
    return [metrics?.rocAuc.value ?? null, metrics?.accuracy.value ?? null, model?.macroF1 ?? null] as const;
  };
  return table(
    time.models.map(({name}) => {
      const [later, drawn] = [figures(time, name), figures(random, name)];
      return {
        ...{model: modelNames[name], timeAuc: later[0], randomAuc: drawn[0]},
        ...{timeAccuracy: later[1], randomAccuracy: drawn[1], timeF1: later[2], randomF1: drawn[2]}
      };
    }),
    {
      caption: `Both splits: the latest ${formatCount(time.test)} reviews, and ${formatCount(random.test)} at random`,
      name: "review-splits",
      columns: {
        model: {label: "Model"},
        timeAuc: {label: "ROC-AUC, latest", format: three, align: "right"},
        randomAuc: {label: "at random", format: three, align: "right"},
        timeAccuracy: {label: "Accuracy, latest", format: three, align: "right"},
        randomAccuracy: {label: "at random", format: three, align: "right"},
        timeF1: {label: "Macro F1, latest", format: three, align: "right"},
        randomF1: {label: "at random", format: three, align: "right"}
      }
    }
  );
}

/** What each model takes. */
const costTable = ({study, milliseconds, model}: TrainedReviews): HTMLElement =>
  table(
    study.splits[0].models.map(({name, parameters, bytes}) => ({
      ...{model: modelNames[name], parameters, bytes},
      seconds: milliseconds[name] / 1000
    })),
    {
      caption: "What each model costs",
      name: "review-costs",
      columns: {
        model: {label: "Model"},
        parameters: {label: "Parameters"},
        bytes: {label: "Size", format: bytesText, align: "right"},
        seconds: {
          label: model === undefined ? "Trained at build in" : "Trained here in",
          format: (seconds: number) => `${formatNumber(seconds, 1)} s`,
          align: "right"
        }
      }
    }
  );

/** Whether the words model's probabilities mean what they say. */
function calibrationChart({splits: [split]}: ReviewStudy): HTMLElement {
  const bins = modelOf(split, "words")?.calibration ?? [];
  const mean = (value: (bin: (typeof bins)[number]) => number) =>
    bins.reduce((sum, bin) => sum + bin.rows * value(bin), 0) / Math.max(1, split.test);
  return chart({
    name: "review-calibration",
    title: `By its words the model expects ${formatShare(mean(({predicted}) => predicted))} low scores, ${formatShare(mean(({observed}) => observed))} were low`,
    note: "Reviews judged by, in tenths by the probability that TF-IDF and logistic regression gives a low score: mean probability against the share that was low; on the dashed line both are equal.",
    data: bins,
    counted: () => `${formatCount(split.test)} reviews`,
    columns: {
      rows: {label: "Reviews"},
      positives: {label: "Low scores"},
      predicted: {label: "Mean probability", format: (share: number) => formatShare(share)},
      observed: {label: "Share low", format: (share: number) => formatShare(share)}
    },
    render: (rows, {width}) =>
      calibrationPlot(rows, {
        width,
        words: {
          ...{predicted: "Probability of a low score", observed: "Share with a low score"},
          ...{did: "were low", rows: "reviews"}
        }
      })
  });
}

/** Whether probabilities hold, and what the models cost. */
export const judgedPart = (trained: TrainedReviews): HTMLElement =>
  html`<div class="grid grid-cols-2 fitting">${calibrationChart(trained.study)} ${costTable(trained)}</div>`;
