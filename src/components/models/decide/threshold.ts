import {html} from "npm:htl";
import {breakEvenPrecision} from "../../../lib/decide/payoff.js";
import {breakEvenSentence} from "../../../lib/decide/sentences.js";
import {formatMoney, formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import {confusion} from "../../../lib/metrics/confusion.js";
import {confusionTable} from "../confusionTable.js";
import type {DecisionNow} from "../../../lib/lab/decideNow.js";

const meanOwnValue = ({view: {decision}}: DecisionNow): number =>
  decision.positives ? decision.positiveValue / decision.positives : 0;

/** A button that sets the threshold to the precision from which contacting pays; nothing where there is none. */
export function breakEvenButton(now: DecisionNow, input: HTMLElement & {value: unknown}): HTMLElement | null {
  const precision = breakEvenPrecision(now.payoff, meanOwnValue(now));
  if (precision === null || precision === 0) return null;
  const set = () => {
    input.value = Math.round(1000 * precision) / 1000;
    input.dispatchEvent(new Event("input", {bubbles: true}));
  };
  return html`<button type="button" class="tool" onclick=${set}>
    Threshold at the break-even, ${formatShare(precision)}
  </button>`;
}

/** What the threshold makes of the held-out rows: counts and money by field, and what they add up to. */
export function thresholdTable(now: DecisionNow, threshold: number): HTMLElement {
  const {view, payoff, factor, cut} = now;
  const {many, short} = view.aim.words;
  const counts = confusion(view.labels, view.scores, threshold);
  const {truePositives, falsePositives, falseNegatives, trueNegatives} = counts;
  const money = {
    truePositives: factor * payoff.truePositive * truePositives + payoff.ownValueShare * cut.caughtValue,
    falsePositives: factor * payoff.falsePositive * falsePositives,
    falseNegatives: factor * payoff.falseNegative * falseNegatives,
    trueNegatives: factor * payoff.trueNegative * trueNegatives
  };
  const scaled = {
    ...counts,
    truePositives: factor * truePositives,
    falsePositives: factor * falsePositives,
    falseNegatives: factor * falseNegatives,
    trueNegatives: factor * trueNegatives
  };
  const names = {positive: short.sought, negative: short.others, rows: many};
  return html`<section class="card">
    <h2>
      At ${formatNumber(threshold, 3)}, ${formatCount(cut.flagged)} ${many} are contacted:
      ${cut.profit < 0 ? "a loss" : "a profit"} of ${formatMoney(Math.abs(cut.profit))}
    </h2>
    ${confusionTable(scaled, names, money)}
    <p>
      ${breakEvenSentence(payoff, meanOwnValue(now), view.aim.words)} At this threshold it is
      ${formatShare(counts.precision)}${counts.precision === null ? ", as nobody is flagged" : ""}.
    </p>
  </section>`;
}

/** How a calibration slope other than 1 reads. @example extremeness(0.95) => "a little too extreme" */
const extremeness = (slope: number): string =>
  `${Math.abs(slope - 1) < 0.1 ? "a little " : ""}too ${slope < 1 ? "extreme" : "timid"}`;

/** Whether scores can be taken at their word, in sentences, and whether calibrating would help. */
function calibrationWarning({view}: DecisionNow): {sentences: string[]; calibrate: boolean} {
  const {line, outcome, model, scores, labels} = view;
  const {balance, calibration} = outcome.choice;
  const {spec} = model.fit;
  const mean = (values: Uint8Array | Float64Array) => {
    let sum = 0;
    for (const value of values) sum += value;
    return sum / values.length;
  };
  const weighed = [
    balance === "weights" ? "class weights" : balance !== "none" ? "synthetic rows (SMOTE)" : null,
    spec.family === "xgboost" && spec.scalePosWeight !== 1
      ? `scale_pos_weight ${formatNumber(spec.scalePosWeight, 1)}`
      : null
  ].filter((cause) => cause !== null);
  const outside = (interval: {low: number; high: number} | null, right: number) =>
    interval !== null && (interval.low > right || interval.high < right);
  const slopeOff = outside(line.slopeInterval, 1);
  const levelOff = outside(line.interceptInterval, 0);
  const sentences = [
    `On the held-out rows the mean score is ${formatShare(mean(scores), 2)}, and ${formatShare(mean(labels), 2)} had the outcome; the calibration slope is ${formatNumber(line.slope)}${line.slopeInterval ? ` (95 % ${formatNumber(line.slopeInterval.low)} to ${formatNumber(line.slopeInterval.high)}; 1 is right)` : ""}.`
  ];
  const doubtful = slopeOff || levelOff;
  if (weighed.length && calibration === "none")
    sentences.push(
      `The model learnt with ${weighed.join(" and ")}, which shifts probabilities on purpose: the ranking stands, the scores are not to be taken at their word.`
    );
  if (doubtful)
    sentences.push(
      `The scores are ${slopeOff ? extremeness(line.slope ?? 1) : "at the wrong level"}: counts, costs and profits above are of what really came and hold nevertheless; expected values in the list below do not, quite.`
    );
  if (!doubtful && !(weighed.length && calibration === "none"))
    sentences.push("Nothing speaks against taking the scores at their word.");
  sentences.push(
    calibration === "none"
      ? "They are as the model gives them, not calibrated."
      : calibration === "prior"
        ? "They are corrected for what weights and synthetic rows did to the share of the outcome."
        : `They are calibrated (${calibration === "platt" ? "Platt’s sigmoid" : "isotonic curve"}) on a fifth of the training rows, which the model has not seen.`
  );
  return {sentences, calibrate: calibration === "none" && (doubtful || weighed.length > 0)};
}

/** The sentences on calibration with, where it would help, a button for each method. */
export function calibrationCard(now: DecisionNow, calibrate: (method: string) => void): HTMLElement {
  const {sentences, calibrate: offered} = calibrationWarning(now);
  const offer = (method: string, name: string) =>
    html`<button type="button" class="tool" onclick=${() => calibrate(method)}>${name}</button>`;
  return html`<section class="card" data-calibrate=${String(offered)}>
    <h2>
      ${
        offered
          ? "The scores are not probabilities to be taken at their word"
          : "What the scores say as probabilities"
      }
    </h2>
    <p>${sentences.join(" ")}</p>
    ${
      offered
        ? html`<p>
            Train again, calibrated: ${offer("platt", "Platt")} ${offer("isotonic", "Isotonic")}
            ${offer("prior", "Prior correction")}
          </p>`
        : null
    }
  </section>`;
}
