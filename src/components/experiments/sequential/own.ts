import {html} from "npm:htl";
import {readArms, readMeanArms} from "../../../lib/experiments/armsText.js";
import {designBoundaries, equalTimes} from "../../../lib/experiments/sequential/boundaries.js";
import type {ArmMoments} from "../../../lib/experiments/sequential/effect.js";
import {meanMoments, proportionMoments} from "../../../lib/experiments/sequential/effect.js";
import type {LookReading, LookVerdict} from "../../../lib/experiments/sequential/readLook.js";
import {lookVerdict, readLook} from "../../../lib/experiments/sequential/readLook.js";
import {
  formatCount,
  formatFine,
  formatNumber,
  formatPoints,
  formatRate,
  missing
} from "../../../lib/format.js";
import type {Result} from "../../../lib/result.js";
import {fail, ok} from "../../../lib/result.js";
import {problem} from "../../problem.js";
import {reportButtons} from "../report.js";
import type {SequentialChoice} from "./inputs.js";
import {kindNames} from "./inputs.js";

export type OwnChoice = Pick<
  SequentialChoice,
  "metric" | "arms" | "meanArms" | "difference" | "sides" | "alpha" | "tuning" | "kind" | "k" | "look"
>;

/** The reader's own test at this look. */
export interface Own {
  choice: OwnChoice;
  arms: ArmMoments[];
  readings: (LookReading & {verdict: LookVerdict})[];
}

/** Reads the reader's arms by the confidence sequence and by the planned boundaries. */
export function ownTest(choice: OwnChoice): Result<Own> {
  const {metric, difference, sides, tuning, kind, k, look} = choice;
  const alpha = choice.alpha / 100;
  const read = metric === "proportion" ? readArms(choice.arms) : readMeanArms(choice.meanArms);
  if (!read.ok) return read;
  const arms = read.value.map((arm) => ("converted" in arm ? proportionMoments(arm) : meanMoments(arm)));
  const readings = readLook(arms, metric === "proportion", {alpha, tuning, sides, difference});
  if (!readings.ok) return readings;
  if (look > k)
    return fail(
      "look",
      `Look ${formatCount(look)} is after the last of the ${formatCount(k)} planned: plan more looks, or say which look this is.`
    );
  const design = designBoundaries({
    kind,
    alpha: alpha / readings.value.length,
    sides: sides === "two-sided" ? 2 : 1,
    times: equalTimes(k)
  });
  if (!design.ok) return design;
  return ok({
    choice,
    arms,
    readings: readings.value.map((reading) => ({
      ...reading,
      verdict: lookVerdict(design.value, look, reading.z, sides)
    }))
  });
}

const measure = ({metric, difference}: OwnChoice, value: number | null, open: string): string => {
  if (value === null) return open;
  if (difference === "relative") return formatRate(value);
  return metric === "proportion" ? formatPoints(value) : formatFine(value);
};

const small = (p: number) => (p >= 1e-4 ? formatNumber(p, 4) : `below ${formatNumber(0.0001, 4)}`);

/** What may be done about an arm now, in a sentence by each way of reading. */
export function ownSentences({choice, arms, readings}: Own): string[] {
  const [control] = arms;
  return readings.flatMap((reading) => {
    const {name, effect, low, high, p, sure, naiveP, verdict} = reading;
    const interval = `from ${measure(choice, low, "minus infinity")} to ${measure(choice, high, "infinity")}`;
    const than = `${effect < 0 ? "below" : "above"} “${control.name}”`;
    const size = measure(choice, Math.abs(effect), "");
    const z = formatNumber(verdict.reached, 2);
    const at = `At look ${formatCount(verdict.look)} of ${formatCount(verdict.looks)} (${kindNames[choice.kind]})`;
    return [
      `“${name}” is ${size} ${than} so far; the confidence sequence goes ${interval} (always-valid p ${small(p)}): ${sure ? "0 is out, so you may stop now, whenever you happen to look" : "0 is still in, so go on"}.`,
      verdict.boundary === null
        ? `${at} nothing stops for “${name}” yet: z is ${z}.`
        : `${at} z must reach ${formatNumber(verdict.boundary, 2)} and is ${z} for “${name}”: ${verdict.stop ? "stop, it has" : verdict.look === verdict.looks ? "it has not, and this was the last look: no difference found" : "go on"}.`,
      ...(naiveP < choice.alpha / 100 && !sure && !verdict.stop
        ? [
            `Read as if this were the only look, p would be ${small(naiveP)}: the very moment at which peeking goes wrong.`
          ]
        : [])
    ];
  });
}

/** A row for each arm. */
export const ownRows = ({choice, arms, readings}: Own) =>
  readings.map(({name, effect, low, high, p, z, naiveP, verdict}, i) => ({
    arm: name,
    users: arms[i + 1].users,
    control_users: arms[0].users,
    difference: choice.difference,
    effect,
    sequence_low: low,
    sequence_high: high,
    always_valid_p: p,
    z,
    one_look_p: naiveP,
    boundary: verdict.boundary,
    stop: verdict.stop
  }));

/** The reader's own test at this look, or what keeps it from being read. */
export function ownView(own: Result<Own>): HTMLElement {
  if (!own.ok) return problem("The test cannot be read", own.message);
  const {choice, arms, readings} = own.value;
  const sentences = ownSentences(own.value);
  const comparisons = readings.length;
  return html`<div class="own-test">
    ${sentences.map((sentence) => html`<p class="own-sentence">${sentence}</p>`)}
    <div class="result-table" tabindex="0" role="region" aria-label="Arms at this look, scrollable">
      <table>
        <thead>
          <tr>
            <th scope="col">Arm</th>
            <th scope="col">Users</th>
            <th scope="col">Difference</th>
            <th scope="col">Confidence sequence</th>
            <th scope="col">Always-valid p</th>
            <th scope="col">z</th>
            <th scope="col">Boundary</th>
          </tr>
        </thead>
        <tbody>
          ${readings.map(
            ({name, effect, low, high, p, verdict}, i) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td>${formatCount(arms[i + 1].users)}</td>
                <td>${measure(choice, effect, missing)}</td>
                <td>${measure(choice, low, "−∞")} to ${measure(choice, high, "∞")}</td>
                <td>${small(p)}</td>
                <td>${formatNumber(verdict.reached, 2)}</td>
                <td>${verdict.boundary === null ? "no stop yet" : formatNumber(verdict.boundary, 2)}</td>
              </tr>`
          )}
        </tbody>
      </table>
    </div>
    <p class="method">
      Confidence sequence: asymptotic, by a normal mixture (Waudby-Smith and others 2021), tightest at
      ${formatCount(choice.tuning)} users of both arms, as GrowthBook does;
      ${choice.difference === "relative" ? "relative to control by the delta method" : "of the plain difference"}.
      z: ${choice.metric === "proportion" ? "two shares, pooled" : "two means, each arm’s own variance"};
      boundaries hold for looks at equal distances.
      ${
        comparisons > 1
          ? `Alpha is shared out among the ${formatCount(comparisons)} comparisons with control (Bonferroni).`
          : ""
      }
      Decide before the test which of the two rules you use: to stop when either does is peeking again.
    </p>
    ${reportButtons({
      title: `Sequential test: ${arms[0].name} v ${readings.map(({name}) => name).join(", ")}`,
      data: {
        rows: ownRows(own.value),
        alpha: choice.alpha / 100,
        tuning: choice.tuning,
        look: choice.look,
        looks: choice.k
      },
      sentences
    })}
  </div>`;
}
