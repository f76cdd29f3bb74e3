import {conditionsOf} from "../explore/conditions.js";
import {conditionsWords} from "../explore/words.js";
import {sha256} from "@noble/hashes/sha2.js";
import {bytesToHex, utf8ToBytes} from "@noble/hashes/utils.js";
import type {CardMetric, ModelCard} from "../model/card.js";
import {modelCard} from "../model/card.js";
import {metricNames} from "../metrics/measure.js";
import type {Result} from "../result.js";
import {labelTexts} from "./names.js";
import {familyNames} from "./names.js";
import type {LabModel, LabOutcome} from "./train.js";
import {formatNumber} from "../format.js";
import {version} from "../version.js";

const splitTexts = {
  holdout: "stratified hold-out",
  folds:
    "5 stratified folds: each row judged by a model that has not seen it, the model itself learnt from all rows",
  windows: "3 time windows, each judged by a model of the time before; the model is that of the last window"
};

const tooGood = 0.98;
const fewPositives = 200;

/** What a reader must know before using a model's scores; the more of it, the less they are worth. */
function caveatsOf({data, choice, labels, found}: LabOutcome, {fit, scorecard, family}: LabModel): string[] {
  const {label, preset, strict, population} = data.question;
  const positives = labels.reduce((sum, one) => sum + one, 0);
  const auc = scorecard.metrics.rocAuc.value;
  const caveats = [
    `The metrics are about finding label ${found}, the rarer one: ${positives} of ${labels.length} rows judged by have it.`,
    (label === "rule" || label === "recency") &&
      preset === "all" &&
      "The label is computed from columns that are among the features: scores near certainty are a leak, not foresight.",
    auc !== null &&
      auc >= tooGood &&
      `A ROC-AUC of ${formatNumber(auc, 3)} is too good to be foresight: suspect a leak.`,
    positives < fewPositives &&
      `Only ${positives} rows of the rarer outcome were judged by: the intervals are wide.`,
    population !== undefined &&
      `Learnt from a population of customers alone, by what was known of their orders on the day of the features (${conditionsWords(conditionsOf(population) ?? {})}): it says nothing about others.`,
    !strict &&
      label !== "late" &&
      "Whether an order counts depends on its final status, which may have been known only after the day of the features.",
    choice.calibration === "none" &&
      (choice.balance !== "none" || (fit.spec.family === "xgboost" && fit.spec.scalePosWeight !== 1)) &&
      "Weights or synthetic rows shift the probabilities, and nothing corrects it: use the ranking only.",
    family === "logistic" && fit.note
  ];
  return caveats.filter((caveat): caveat is string => typeof caveat === "string");
}

/** The card of a trained model; fails where a figure cannot be. */
export function cardOf(outcome: LabOutcome, model: LabModel, madeAt = new Date()): Result<ModelCard> {
  const {data, choice, test} = outcome;
  const {fit, scorecard, family} = model;
  const {question, about, examples} = data;
  const metrics: CardMetric[] = metricNames.map((name) => {
    const {value, interval} = scorecard.metrics[name];
    return {
      name,
      value,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      majority: scorecard.baseline[name]
    };
  });
  return modelCard({
    name: `${familyNames[family]}: ${labelTexts[question.label]}`,
    madeAt: madeAt.toISOString(),
    version,
    intendedUse: {
      purpose:
        question.label === "late"
          ? "To rank orders by the risk of coming late, at the time of purchase."
          : "To rank customers of this shop for a campaign as of one day.",
      users: "Analysts of the shop, who know what its label means.",
      outOfScope: [
        "Decisions about a person's credit, price or access to service.",
        "Other shops, and days far from those learnt from, without judging it anew."
      ]
    },
    data: {
      source: about.source,
      cutoff: `${question.asof}T00:00:00`,
      horizonDays: question.label === "forward" ? question.horizon : null,
      label: labelTexts[question.label],
      rows: examples.labels.length,
      positives: examples.labels.reduce((sum, one) => sum + one, 0),
      manifestHash: bytesToHex(sha256(utf8ToBytes(JSON.stringify(about.inputs))))
    },
    features: {preset: question.label === "late" ? "late" : question.preset, columns: fit.model.features},
    training: {
      spec: fit.spec,
      balance: choice.balance,
      seed: choice.seed,
      backend:
        fit.ranOn?.backend === "webgl" ? "TF.js WebGL" : "float64 in the tab, WebAssembly where it runs",
      split: splitTexts[choice.validation],
      trainRows: fit.rows.train,
      testRows: choice.validation === "folds" ? 0 : fit.rows.test
    },
    confidence: 0.95,
    metrics,
    calibration: {
      method: choice.calibration,
      brierBefore: choice.calibration === "none" ? scorecard.metrics.brier.value : null,
      brierAfter: choice.calibration === "none" ? null : scorecard.metrics.brier.value
    },
    caveats: [...caveatsOf(outcome, model), `Metrics were counted on ${test.length} rows.`],
    modelHash: fit.hash
  });
}
