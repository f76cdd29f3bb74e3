import {html} from "npm:htl";
import type {Planted} from "../../../lib/experiments/practice/campaign.js";
import type {CampaignReading} from "../../../lib/experiments/practice/readCampaign.js";
import {effectText, valueText} from "../../../lib/experiments/practice/words.js";
import {changeText} from "../../../lib/experiments/read/words.js";
import {currencySign, formatCount, formatMoney, formatNumber, formatShare} from "../../../lib/format.js";
import {chart} from "../../chart.js";
import {problem} from "../../problem.js";
import {wayIntervals} from "../../charts/truthIntervals.js";
import type {PracticeNow} from "./now.js";

const whole = (low: number | null, high: number | null, fallback: number) => ({
  low: low ?? fallback,
  high: high ?? fallback
});

/** The page's answer, with why it came so and what to beware of. */
export function practiceAnswer({judged, planted, choice, reading, sentence}: PracticeNow): HTMLElement {
  const {outcome, baseline, relative} = planted;
  return html`<div data-verdict=${judged.verdict} data-covers=${String(judged.covers)}>
    <p class="answer">${judged.answer}</p>
    <p>${judged.why}</p>
    <p>
      ${sentence} Without treatment ${valueText(baseline, outcome)} are
      expected${baseline > 0 && relative !== 0 ? `, so that the planted effect is ${changeText(relative)} of it` : ""}.
      ${planted.capped ? "More was asked for than there was room for: nobody can convert less than never or more than once." : ""}
      ${choice.p_half > 0 && relative !== 0 ? "As the effect wears off, the truth is its mean over the days on which people are reached." : ""}
    </p>
    ${choice.p_assign === "best" ? noExperiment(reading, planted) : null}
  </div>`;
}

/** The warning where no lot was drawn: what was compared, and how far off it is. */
function noExperiment({arms, effect, adjusted}: CampaignReading, planted: Planted): HTMLElement {
  const text = (value: number) => effectText(value, planted.outcome);
  const [others, treated] = arms.map(({before}) => formatMoney(before * 100));
  const cuped = adjusted
    ? ` CUPED, which rests on the lot, does not mend it: it says ${text(adjusted.difference)}.`
    : "";
  return problem(
    "This is no experiment",
    `the best customers are treated, the others are not, and the comparison shows ${text(effect.difference)} where ${text(planted.difference)} is true: ${text(effect.difference - planted.difference)} of it comes of who they are, and of chance (the treated had spent ${treated} on average, the others ${others}).${cuped} Whenever those who got something differ from those who did not, compare nothing before a lot has been drawn.`
  );
}

/** Whether the split is as planned, said loudly where it is not. */
export function splitCheck({reading: {ratio}, choice}: PracticeNow): HTMLElement {
  const passes =
    choice.p_assign === "best" && !ratio.alarm
      ? " It looks at numbers alone, and cannot see that the arms are different people."
      : "";
  return html`<div data-alarm=${String(ratio.alarm)}>
    ${
      ratio.alarm ? problem("Sample-ratio mismatch", ratio.sentence) : html`<p>${ratio.sentence}${passes}</p>`
    }
    <p class="method">
      Chi-square test of the users in the arms against the planned split; an alarm below
      ${formatNumber(0.001, 3)} (Fabijan et al. 2019).
    </p>
  </div>`;
}

/** What the arms' users did and had done. */
export function armsTable({reading: {arms}, planted: {outcome}}: PracticeNow): HTMLElement {
  return html`<div class="result-table" tabindex="0" role="region" aria-label="The arms">
    <table>
      <thead>
        <tr>
          <th scope="col">Arm</th>
          <th scope="col">Users</th>
          <th scope="col">${outcome === "conversion" ? "Converted" : "Who spent"}</th>
          <th scope="col">${outcome === "conversion" ? "Share" : "Mean a user"}</th>
          <th scope="col">Mean spend before</th>
        </tr>
      </thead>
      <tbody>
        ${arms.map(
          ({name, n, converted, mean, before}) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${formatCount(n)}</td>
              <td>${formatCount(converted)}</td>
              <td>${valueText(mean, outcome)}</td>
              <td>${formatMoney(before * 100)}</td>
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}

const wayRows = ({reading: {effect, adjusted}, planted}: PracticeNow) => {
  const {outcome, difference: truth} = planted;
  const unit = outcome === "conversion" ? 100 : 1;
  return [
    {way: outcome === "conversion" ? "Plain difference" : "Plain (Welch)", read: effect},
    ...(adjusted ? [{way: "With CUPED", read: adjusted}] : [])
  ].map(({way, read}) => {
    const {low, high} = whole(read.interval.low, read.interval.high, read.difference);
    return {
      way,
      difference: read.difference * unit,
      low: low * unit,
      high: high * unit,
      p: read.p,
      truth: truth * unit
    };
  });
};

/** The unit of effects on axes, and its format. */
export const effectAxis = (outcome: Planted["outcome"]) => ({
  unit: outcome === "conversion" ? 100 : 1,
  label: outcome === "conversion" ? "Effect, percentage points" : `Effect, ${currencySign} a person`,
  format: (value: number) => effectText(outcome === "conversion" ? value / 100 : value, outcome)
});

/** The estimates beside the truth. */
export function effectChart(now: PracticeNow): HTMLElement {
  const {reading, planted, judged} = now;
  const {label, format, unit} = effectAxis(planted.outcome);
  const {adjusted, effect} = reading;
  const narrower = adjusted ? 1 - adjusted.standardError / effect.standardError : 0;
  return chart({
    name: "practice-effect",
    title: `The interval ${judged.covers ? "holds" : "misses"} the truth${
      adjusted
        ? narrower >= 0.005
          ? `, and CUPED narrows it by ${formatShare(narrower, 0)}`
          : `; CUPED narrows it by less than 1 %`
        : ""
    }`,
    note: `Treatment minus control with 95 % intervals: ${
      planted.outcome === "conversion"
        ? "Newcombe’s from Wilson intervals, p by the two-proportion z-test"
        : "Welch’s t"
    }. ${
      adjusted
        ? `CUPED takes out what earlier spend predicts, ${formatShare(adjusted.varianceReduction)} of the variance, then Welch’s t.`
        : "CUPED has no history to use here."
    }`,
    data: wayRows(now),
    counted: () => `${formatCount(reading.arms[0].n + reading.arms[1].n)} users`,
    render: (rows, {width}) => wayIntervals(rows, {width, truth: planted.difference * unit, label, format})
  });
}
