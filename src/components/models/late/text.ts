import {formatCount, formatDay, formatNumber, formatPower, formatShare} from "../../../lib/format.js";
import type {Flagging} from "../../../lib/learn/flagging.js";
import type {RatesOverTime} from "../../../lib/learn/rates.js";
import type {SelfCheck} from "../../../lib/learn/train.js";
import type {Outcome} from "../../../lib/lab/late.js";
import type {RanOn} from "../../../lib/lab/device.js";

/** The rates of all orders before the held-out ones begin, of those learnt from, and of those held out. */
export type Rates = Pick<RatesOverTime, "before" | "train" | "test" | "boundary">;

/** The page's answer in one sentence, before and after a training. */
export function modelAnswer(rates: Rates, outcome: Outcome | null, flagging: Flagging | null): string {
  if (rates.test.rate === null) return "There are no delivered orders to learn from.";
  if (!outcome || !flagging)
    return `Of the ${formatCount(rates.test.rows)} latest orders, bought since ${formatDay(rates.boundary)}, ${formatShare(rates.test.rate)} came late: press Train to see how well that could have been predicted at purchase.`;
  const since = formatDay(new Date(outcome.boundary));
  const {auc, aucInterval} = outcome.evaluation;
  if (auc === null || flagging.recall === null)
    return `All orders since ${since} ended the same way, so nothing can be said of how well the model predicts it.`;
  const certainty = aucInterval
    ? ` (95 % interval ${formatShare(aucInterval.low)} to ${formatShare(aucInterval.high)})`
    : "";
  return `${verdict(auc)}: of a late and a punctual order bought since ${since}, the model gives the late one the higher risk ${formatShare(auc)} of the time${certainty}, and the riskiest ${formatShare(flagging.flagged / outcome.evaluation.labels.length, 0)} of the orders hold ${formatShare(flagging.recall, 0)} of the late ones.`;
}

const verdict = (auc: number): string =>
  auc >= 0.85 ? "Yes, well" : auc >= 0.7 ? "Yes, fairly well" : auc >= 0.6 ? "Only roughly" : "Hardly";

/** Says how the share of late orders differs between what is held out and what was before. */
export function ratesTitle({before, test}: Rates): string {
  if (before.rate === null || test.rate === null) return "The share of late orders by month";
  const [then, now] = [formatShare(before.rate), formatShare(test.rate)];
  const verb = test.rate < before.rate ? "falls" : "rises";
  return then === now
    ? `The share of late orders stays at ${now}`
    : `The share of late orders ${verb} from ${then} before to ${now} among those held out`;
}

/** Says what the two levels of the chart of rates stand for. */
export function ratesNote({before, train, test, boundary}: Rates): string {
  const left =
    train.rows < before.rows
      ? ` The model is trained on ${formatCount(train.rows)} of the ${formatCount(before.rows)} orders before, whose end was known on that day (${formatShare(train.rate)} late).`
      : "";
  return `Share of delivered orders that came on a later calendar day than promised, by month of purchase. The ${formatCount(test.rows)} orders since ${formatDay(boundary)} are held out.${left}`;
}

/**
 * A renderer's name without what browsers wrap it in.
 * @example rendererName("ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 (0x00002504) Direct3D11 vs_5_0 ps_5_0, D3D11)") => "NVIDIA GeForce RTX 3060"
 */
export function rendererName(renderer: string): string {
  if (/swiftshader/i.test(renderer)) return "SwiftShader";
  const inner = /^ANGLE \(([^,]*), (.*?)(?:, [^,]*)?\)$/.exec(renderer)?.[2] ?? renderer;
  return inner
    .replace(/^ANGLE Metal Renderer: /, "")
    .replace(/ \(0x[0-9A-F]+\)/i, "")
    .replace(/ (Direct3D|OpenGL|Vulkan)\S* .*$/, "")
    .trim();
}

/** Which device a training ran on. @example ranOnText({backend: "cpu", ...}) => "running on cpu, float64" */
export const ranOnText = ({backend, renderer}: Pick<RanOn, "backend" | "renderer">): string =>
  backend === "webgl" && renderer !== null
    ? `running on webgl (${rendererName(renderer)}), float32`
    : "running on cpu, float64";

const tiny = (value: number) =>
  value === 0 ? "0" : value < 1e-3 ? formatPower(value) : formatNumber(value, 4);

/** What the self check found, in words. */
export function checkText({reported, difference, ok, gap, converged}: SelfCheck, {backend}: RanOn): string {
  const agreement = `the loss that ${backend} reports, ${formatNumber(reported, 6)}, ${ok ? "agrees with" : "DISAGREES with"} float64 at the same coefficients (difference ${tiny(difference)}, at most 1e-4)`;
  const distance = converged
    ? `the objective is ${tiny(gap)} above its minimum, which a float64 Newton solver found`
    : "the float64 Newton solver did not converge, so the distance to the minimum is unknown";
  return `Self check: ${agreement}; ${distance}${gap > 1e-4 ? ": more steps or a larger learning rate would come closer" : ""}.`;
}

/** What was trained, on how much, and how long it took. */
export function effortText({rows, points, milliseconds}: Outcome): string {
  const seconds = (ms: number) => `${formatNumber(ms / 1000, 1)} s`;
  const embargo = rows.embargoed
    ? ` ${formatCount(rows.embargoed)} more were left out, because nobody knew yet how they would end.`
    : "";
  return `${formatCount(points.at(-1)?.step)} steps over ${formatCount(rows.train)} orders in ${seconds(milliseconds.training)}, then ${seconds(milliseconds.checking)} of checks; ${formatCount(rows.test)} orders held out.${embargo}`;
}
