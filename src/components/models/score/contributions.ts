import {scoreUnit} from "../../../lib/explain/modelShap.js";
import {waterfall as fallOf} from "../../../lib/explain/waterfall.js";
import {formatCount} from "../../../lib/format.js";
import type {Customer} from "../../../lib/serve/calls.js";
import type {Prediction} from "../../../lib/serve/predictor.js";
import {chart} from "../../chart.js";
import {waterfall} from "../../charts/waterfall.js";
import {scoreText, signedText, sizeText, valueText} from "../explain/row.js";
import type {Scored} from "./customer.js";

interface Options {
  /** Unique on the page. */
  name: string;
  title: string;
  customer: Customer;
  /** With all contributions. */
  prediction: Prediction;
}

/** A field's value for readers. */
const shown = (value: unknown): string =>
  typeof value === "number" || typeof value === "string"
    ? valueText(value)
    : typeof value === "boolean"
      ? valueText(Number(value))
      : "missing";

/** From the model's mean score to the customer's, a bar for each field. */
export function contributionsChart(
  {scoring}: Scored,
  {name, title, customer, prediction}: Options
): HTMLElement {
  const {model, fields} = scoring.served;
  const unit = scoreUnit(model);
  const fall = fallOf(
    unit.factor * prediction.base,
    prediction.contributions.map(({feature, contribution}) => ({
      feature,
      contribution: unit.factor * contribution
    }))
  );
  const labelOf = (feature: string) => `${feature} = ${shown(customer[feature])}`;
  const steps = fall.steps.map(({feature, ...step}) => ({
    feature: feature === null ? `${formatCount(fall.others)} others` : labelOf(feature),
    ...step
  }));
  return chart({
    name,
    title,
    note: `SHAP values in ${unit.name}${model.calibration ? ", before calibration" : ""}. From the base, the model’s mean score over its training rows, to the score: to the right what raises it, to the left what lowers it.`,
    data: steps,
    counted: () =>
      `${formatCount(fields.length)} fields, ${formatCount(prediction.contributions.length)} of which move this score,`,
    empty: "No field moves this score.",
    columns: {
      feature: {label: "Field"},
      contribution: {label: `Contribution, ${unit.name}`, format: signedText},
      from: {label: "From", format: sizeText},
      to: {label: "To", format: sizeText}
    },
    render: (_, {width}) =>
      waterfall(fall, {
        width,
        label: labelOf,
        ends: ["Base", "Score"],
        format: (score) => scoreText(model, score)
      })
  });
}

/** The chart of the customer as it is. */
export function scoredChart(scored: Scored): HTMLElement {
  const {name, customer, prediction} = scored;
  const [first] = prediction.contributions;
  const title = first
    ? `${name}: ${first.feature} moves the score most, ${first.contribution > 0 ? "upwards" : "downwards"}`
    : `${name}: nothing moves the score from the base`;
  return contributionsChart(scored, {name: "score-contributions", title, customer, prediction});
}
