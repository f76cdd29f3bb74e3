import {html} from "npm:htl";
import {differenceText, figureWords} from "../../../lib/experiments/read/conclusion.js";
import type {Comparison} from "../../../lib/experiments/read/comparison.js";
import type {Reading} from "../../../lib/experiments/read/readTest.js";
import {changeText, intervalText, levelText, pText} from "../../../lib/experiments/read/words.js";
import {formatCount, formatNumber, missing} from "../../../lib/format.js";
import type {ReadNow} from "./now.js";

const p = (value: number | null) => (value === null ? missing : pText(value).replace("= ", ""));

const frame = (label: string, head: readonly string[], rows: readonly HTMLElement[]): HTMLElement =>
  html`<div class="result-table" tabindex="0" role="region" aria-label=${label}>
    <table aria-label=${label}>
      <thead>
        <tr>
          ${head.map((text) => html`<th scope="col">${text}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;

const line = (heading: string, cells: readonly (string | Node)[]): HTMLElement =>
  html`<tr>
    <th scope="row">${heading}</th>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;

/** The arms and their figures. */
export function armsTable({reading}: ReadNow): HTMLElement {
  const {value, what} = figureWords(reading.kind);
  const counts = reading.kind === "proportion";
  return frame(
    "The arms",
    [
      "Arm",
      "Users",
      ...(counts ? ["Converted"] : []),
      what === "rate" ? "Rate" : what === "mean" ? "Mean" : "Ratio",
      `${levelText(reading.level)} interval`
    ],
    reading.arms.map((arm) =>
      line(arm.name, [
        formatCount(arm.users),
        ...(counts ? [formatCount(arm.converted)] : []),
        value(arm.value),
        intervalText(arm, value)
      ])
    )
  );
}

const relativeText = ({relative}: Comparison, {level}: Reading): string =>
  typeof relative === "string"
    ? relative
    : `${changeText(relative.estimate)} (${levelText(level)} interval ${intervalText(relative.interval, changeText)})`;

/** Each treatment against the control: absolute, relative, p. */
export function effectTable({reading}: ReadNow): HTMLElement {
  const several = reading.tested > 1;
  return frame(
    "Effects",
    ["Against the control", "Difference", "Relative", "p", ...(several ? ["p, adjusted"] : [])],
    reading.comparisons.map((comparison) =>
      line(comparison.treatment, [
        differenceText(comparison, reading),
        relativeText(comparison, reading),
        p(comparison.p),
        ...(several ? [p(comparison.adjusted)] : [])
      ])
    )
  );
}

/** Every test and interval of a treatment, by name, with what it computes and which to go by. */
export function testsView(comparison: Comparison, reading: Reading): HTMLElement {
  const {finer} = figureWords(reading.kind);
  const {treatment, control, tests, intervals, reason} = comparison;
  return html`<section>
    <h3>“${treatment}” against “${control}”</h3>
    ${comparison.problem === null ? null : html`<p class="caution">${comparison.problem}</p>`}
    ${
      tests.length
        ? frame(
            `Tests of ${treatment}`,
            ["Test", "Statistic", "p", "What it computes"],
            tests.map((test, i) =>
              line(test.name, [
                test.statistic ?? missing,
                html`<strong>${p(test.p)}</strong>`,
                i ? test.formula : `${test.formula}. The one to go by.`
              ])
            )
          )
        : null
    }
    ${reason ? html`<p class="method">${reason}</p>` : null}
    ${
      intervals.length
        ? frame(
            `Intervals of ${treatment}`,
            ["Interval of the difference", `At ${levelText(reading.level)}`, "How"],
            intervals.map(({name, note, interval}) => line(name, [intervalText(interval, finer), note]))
          )
        : null
    }
  </section>`;
}

/** Whether any arms of several differ at all. */
export function overallView({reading: {overall, arms}}: ReadNow): HTMLElement | null {
  return (
    overall &&
    html`<p class="method">
      Do any of the ${formatCount(arms.length)} rates differ? Pearson’s chi-square of all arms together: χ² =
      ${formatNumber(overall.statistic)}, ${formatCount(overall.df)} degrees of freedom, p
      ${pText(overall.p)}.
    </p>`
  );
}
