import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {averagePrecision} from "../../../lib/metrics/averagePrecision.js";
import {brier} from "../../../lib/metrics/brier.js";
import {calibration} from "../../../lib/metrics/calibration.js";
import {confusion} from "../../../lib/metrics/confusion.js";
import {logLoss} from "../../../lib/metrics/logLoss.js";
import {measure, named} from "../../../lib/metrics/measure.js";
import {rankRows} from "../../../lib/metrics/rankRows.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {rocCurve} from "../../../lib/metrics/rocCurve.js";
import {referenceDir} from "../../support/paths.js";

interface Bins {
  frac_pos: number[];
  mean_pred: number[];
}
interface Case {
  name: string;
  y: number[];
  score: number[];
  roc_auc: number;
  roc: {fpr: number[]; tpr: number[]};
  average_precision: number;
  brier: number;
  log_loss?: number;
  calibration5_uniform: Bins;
  calibration5_quantile: Bins;
}
interface Reference {
  cases: Case[];
  calibration_doc_3bins: Bins;
  confusion: {
    y: number[];
    p: number[];
    matrix: number[][];
    precision?: number;
    recall?: number;
    f1?: number;
    balanced_accuracy?: number;
    accuracy?: number;
  }[];
}

const file = `${referenceDir}/metrics/classification.json`;
const reference = JSON.parse(readFileSync(file, "utf8")) as Reference;

function close(actual: readonly (number | null)[], expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, index) => expect(Math.abs((actual[index] ?? NaN) - value)).toBeLessThan(1e-12));
}

const closeBins = (actual: ReturnType<typeof calibration>, expected: Bins) => {
  close(
    actual.map((d) => d.observed),
    expected.frac_pos
  );
  close(
    actual.map((d) => d.predicted),
    expected.mean_pred
  );
};

describe("scikit-learn 1.2.1's metrics", () => {
  it("has eight cases", () => expect(reference.cases).toHaveLength(8));

  for (const d of reference.cases) {
    it(`agree to 1e-12: ${d.name}`, () => {
      close([rocAuc(d.y, d.score)], [d.roc_auc]);
      const curve = rocCurve(d.y, d.score);
      close(
        curve.map((p) => p.falsePositiveRate),
        d.roc.fpr
      );
      close(
        curve.map((p) => p.truePositiveRate),
        d.roc.tpr
      );
      close([averagePrecision(d.y, d.score)], [d.average_precision]);
      const pass = named(measure(rankRows(d.y, d.score), {threshold: 0.5, top: 0.1}));
      close([pass.rocAuc, pass.averagePrecision, pass.brier], [d.roc_auc, d.average_precision, d.brier]);
      if (d.log_loss !== undefined) close([pass.logLoss], [d.log_loss]);
      close([brier(d.y, d.score)], [d.brier]);
      if (d.log_loss !== undefined) close([logLoss(d.y, d.score)], [d.log_loss]);
      closeBins(calibration(d.y, d.score, 5, "uniform"), d.calibration5_uniform);
      closeBins(calibration(d.y, d.score, 5, "quantile"), d.calibration5_quantile);
    });
  }

  it("agree on the three calibration bins of the documentation", () => {
    const d = reference.cases.find(({name}) => name === "calibration doc");
    closeBins(calibration(d!.y, d!.score, 3, "uniform"), reference.calibration_doc_3bins);
  });

  it("agree on the binary confusion matrix", () => {
    const d = reference.confusion[1];
    const counts = confusion(d.y, d.p, 0.5);
    expect([
      [counts.trueNegatives, counts.falsePositives],
      [counts.falseNegatives, counts.truePositives]
    ]).toEqual(d.matrix);
    close(
      [counts.precision, counts.recall, counts.f1, counts.accuracy, counts.balancedAccuracy],
      [d.precision!, d.recall!, d.f1!, d.accuracy!, d.balanced_accuracy!]
    );
  });
});
