import {html} from "npm:htl";
import {formatCount, formatNumber, formatShare, formatTyped} from "../../../lib/format.js";
import type {Flagging} from "../../../lib/learn/flagging.js";
import {flagRiskiest} from "../../../lib/learn/flagging.js";
import type {RatesOverTime} from "../../../lib/learn/rates.js";
import type {Outcome} from "../../../lib/lab/late.js";
import {calibrationPlot} from "../../charts/calibrationPlot.js";
import {coefficientBars} from "../../charts/coefficientBars.js";
import {ratePeriods} from "../../charts/ratePeriods.js";
import {rocPlot} from "../../charts/rocPlot.js";
import {chart} from "../../chart.js";
import {kpi} from "../../kpi.js";
import {ratesNote, ratesTitle} from "./text.js";

/** What comes of looking at the riskiest share of the held-out orders. */
export const flaggingOf = ({evaluation}: Outcome, share: number): Flagging =>
  flagRiskiest(evaluation.labels, evaluation.probabilities, share);

/** The late share by month, with the levels of both parts. */
export function ratesChart(rates: RatesOverTime): HTMLElement {
  const {months} = rates;
  const [first, last] = [months[0]?.month ?? rates.boundary, months.at(-1)?.month ?? rates.boundary];
  return chart({
    name: "late-rates",
    title: ratesTitle(rates),
    note: ratesNote(rates),
    data: months,
    counted: () => `${formatCount(rates.rows)} orders`,
    render: (rows, {width}) =>
      ratePeriods(rows, {
        width,
        periods: [
          {name: "before", from: first, to: rates.boundary, rate: rates.before.rate},
          {name: "held out", from: rates.boundary, to: last, rate: rates.test.rate}
        ]
      })
  });
}

/** The figures by which the model is judged. */
export function modelCards({evaluation}: Outcome): HTMLElement {
  const {auc, aucInterval, trainAuc, labels, averagePrecision, logLoss, probabilities} = evaluation;
  const orders = `${formatCount(labels.length)} held-out orders`;
  const share = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  const predicted = probabilities.reduce((sum, probability) => sum + probability, 0) / labels.length;
  const interval = aucInterval
    ? ` Its 95 % interval, by bootstrap of the held-out orders, goes from ${formatNumber(aucInterval.low, 3)} to ${formatNumber(aucInterval.high, 3)}.`
    : "";
  return html`<div class="kpi-grid">
    ${kpi({
      label: "ROC-AUC",
      value: auc,
      format: (value) => formatNumber(value, 3),
      definition: `How often a late order gets a higher risk than a punctual one; ${formatTyped(0.5)} is guessing.${interval} On the training orders it is ${formatNumber(trainAuc, 3)}.`,
      counted: orders
    })}
    ${kpi({
      label: "Average precision",
      value: averagePrecision,
      format: (value) => formatNumber(value, 3),
      definition: `Precision averaged over all thresholds; a guess would get the share of late orders, ${formatNumber(share, 3)}.`,
      counted: orders
    })}
    ${kpi({
      label: "Log loss",
      value: logLoss,
      format: (value) => formatNumber(value, 4),
      definition: "Mean surprise, in nats, at how the held-out orders ended; less is better.",
      counted: orders
    })}
    ${kpi({
      label: "Mean predicted risk",
      value: predicted,
      format: formatShare,
      definition: `The mean of the risks that the model gives; ${formatShare(share)} of these orders came late.`,
      counted: orders
    })}
  </div>`;
}

/** How many late orders are caught for how many false alarms. */
export const rocChart = ({evaluation}: Outcome, flagging: Flagging): HTMLElement =>
  chart({
    name: "late-roc",
    title: `Looking at the riskiest ${formatShare(flagging.flagged / evaluation.labels.length, 0)} catches ${formatShare(flagging.recall, 0)} of the late orders`,
    note: "ROC curve: share of late orders at or above a risk, against the share of punctual ones; dashed, a guess. The dot is the share chosen above.",
    data: evaluation.roc,
    counted: () => `${formatCount(evaluation.labels.length)} held-out orders`,
    empty: "All held-out orders ended the same way: there is no curve to draw.",
    render: (rows, {width}) =>
      rocPlot(rows, {
        width,
        chosen:
          flagging.recall === null
            ? undefined
            : {
                truePositiveRate: flagging.recall,
                falsePositiveRate:
                  flagging.falsePositives / (flagging.falsePositives + flagging.trueNegatives)
              }
      })
  });

/** Whether risks mean what they say. */
export function calibrationChart({evaluation}: Outcome): HTMLElement {
  const {calibration, labels, probabilities} = evaluation;
  const mean = (values: ArrayLike<number>) =>
    Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  const [predicted, seen] = [formatShare(mean(probabilities)), formatShare(mean(labels))];
  return chart({
    name: "late-calibration",
    title: `The model predicts ${predicted} on average, ${seen} came late`,
    note: "Hold-out orders by deciles of the predicted risk: mean predicted risk against the observed share of late orders; on the dashed line both are equal. A model trained on worse months predicts too much, but may still rank well.",
    data: calibration,
    counted: () => `${formatCount(labels.length)} held-out orders`,
    render: (rows, {width}) => calibrationPlot(rows, {width})
  });
}

/** What raises and what lowers the risk. */
export function coefficientsChart({model, terms}: Outcome): HTMLElement {
  const rows = terms
    .map(({name, label, mean, deviation, missing}, j) => ({
      name,
      label,
      coefficient: model.coefficients[j],
      per_unit: model.coefficients[j] / deviation,
      mean,
      deviation,
      missing
    }))
    .sort((a, b) => Math.abs(b.coefficient) - Math.abs(a.coefficient));
  const kept = rows.filter(({coefficient}) => coefficient !== 0);
  const raising = kept.find(({coefficient}) => coefficient > 0);
  const lowering = kept.find(({coefficient}) => coefficient < 0);
  const title =
    raising && lowering
      ? `Most of all, “${raising.label}” raises the risk and “${lowering.label}” lowers it`
      : kept.length
        ? `“${kept[0].label}” says the most about the risk`
        : "The penalty leaves no predictor: all orders get the same risk";
  return chart({
    name: "late-coefficients",
    title,
    note: `Change of the log-odds of coming late for one standard deviation more, all else equal. ${formatCount(terms.length - kept.length)} of ${formatCount(terms.length)} coefficients are exactly 0. The intercept is ${formatNumber(model.intercept, 3)}. The table also has the change per unit, and mean and deviation among the orders learnt from.`,
    data: rows,
    counted: () => `${formatCount(terms.length)} coefficients`,
    render: (shown, {width}) => coefficientBars(shown, {width})
  });
}

/** The four counts at the chosen threshold. */
export function flaggingTable(flagging: Flagging): HTMLElement {
  const {truePositives, falsePositives, falseNegatives, trueNegatives, precision, recall, lift} = flagging;
  const row = (name: string, late: number, punctual: number) =>
    html`<tr>
      <th scope="row">${name}</th>
      <td class="number">${formatCount(late)}</td>
      <td class="number">${formatCount(punctual)}</td>
    </tr>`;
  return html`<section class="card flagging">
    <h2>
      Of the flagged orders, ${formatShare(precision)} came
      late${lift === null ? "" : `, ${formatNumber(lift, 1)} times as often as of all`}
    </h2>
    <table>
      <caption class="visually-hidden">
        Held-out orders by whether they are flagged and whether they came late
      </caption>
      <thead>
        <tr>
          <th scope="col">Held-out orders</th>
          <th scope="col" class="number">came late</th>
          <th scope="col" class="number">came in time</th>
        </tr>
      </thead>
      <tbody>
        ${row("flagged", truePositives, falsePositives)} ${row("not flagged", falseNegatives, trueNegatives)}
      </tbody>
    </table>
    <p>
      Flagged: a risk of at least ${formatShare(flagging.threshold)}. Precision ${formatShare(precision)},
      recall ${formatShare(recall)}.
    </p>
  </section>`;
}
