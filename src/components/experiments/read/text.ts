import {html} from "npm:htl";
import type {Guardrail} from "../../../lib/experiments/read/guardrail.js";
import {cautions, comparisonSentence, conclusion} from "../../../lib/experiments/read/conclusion.js";
import {amountText, intervalText} from "../../../lib/experiments/read/words.js";
import {figureWords} from "../../../lib/experiments/read/conclusion.js";
import {headlineNotes} from "../../../lib/experiments/usersAccount.js";
import {formatCount, formatShare} from "../../../lib/format.js";
import type {Result} from "../../../lib/result.js";
import {problem} from "../../problem.js";
import type {ReadNow} from "./now.js";

/** The page's answer: what the test says, in plain words, or why it says nothing. */
export function readAnswer(result: Result<ReadNow>): HTMLElement {
  if (!result.ok)
    return result.code === "nothing"
      ? html`<p class="answer">${result.message}</p>`
      : html`<div>
          <p class="answer">There is nothing to read yet: put right what is said below.</p>
          ${problem("This test cannot be read", result.message)}
        </div>`;
  const {reading, choice, origin, table} = result.value;
  const [first, ...more] = conclusion(reading, choice.sides);
  const notes = table ? headlineNotes(table) : [];
  return html`<div>
    <p class="answer">${[first, ...notes].join(" ")}</p>
    ${more.map((sentence) => html`<p>${sentence}</p>`)} ${origin === null ? null : html`<p>${origin}</p>`}
  </div>`;
}

/** Whether users came to the arms as planned: loud where they did not. */
export function splitView({reading: {split}}: ReadNow): HTMLElement {
  return html`<div class="split-check" data-alarm=${String(split.alarm)}>
    ${split.alarm ? problem("Sample-ratio mismatch", split.sentence) : html`<p class="caution">${split.sentence}</p>`}
    <p class="method">
      Chi-square of the users in each arm against the planned split (χ² = ${amountText(split.statistic)},
      ${formatCount(split.df)} degree${split.df > 1 ? "s" : ""} of freedom). A broken split is found in about
      6 % of tests (Fabijan et al. 2019), and nothing below means anything then.
    </p>
  </div>`;
}

/** What to know before going by the figures. */
export const cautionList = ({reading}: ReadNow): HTMLElement =>
  html`<ul class="cautions">
    ${cautions(reading).map((sentence) => html`<li>${sentence}</li>`)}
  </ul>`;

/** What the past, and the cap, made of the figures. */
export function pastView({summary, adjusted, reading, choice}: ReadNow): HTMLElement {
  if (!summary)
    return html`<p>
      CUPED narrows intervals by what users did before the test, and capping tames outliers: both need a table
      of users.
    </p>`;
  const {capped, cuped} = summary;
  const cap =
    capped !== null
      ? `Amounts above ${amountText(capped.cap)} are capped, over all arms alike: those of ${formatCount(capped.users)} users.`
      : choice.cap < 1 && summary.kind !== "mean"
        ? "Nothing is capped: capping is for amounts."
        : "No amount is capped.";
  if (cuped === null)
    return html`<p>${cap} No user has a value from before, so that CUPED has nothing to use.</p>`;
  if (typeof cuped === "string") return html`<p>${cap} ${cuped}</p>`;
  if (!adjusted) return html`<p>${cap} CUPED is switched off.</p>`;
  const {change} = figureWords(reading.kind);
  const missing = cuped.missing
    ? ` ${formatCount(cuped.missing)} users have no value from before and count with the mean of it: their outcome stays as it is.`
    : "";
  return html`<div>
    <p>${cap}</p>
    ${adjusted.reading.comparisons.map((comparison, i) => {
      const [plain, narrow] = [reading.comparisons[i].intervals.at(0), comparison.intervals.at(0)];
      return html`<p>
        With CUPED the difference of “${comparison.treatment}” is ${change(comparison.difference)}
        ${narrow ? `(${intervalText(narrow.interval, change)})` : ""} instead of
        ${change(reading.comparisons[i].difference)}
        ${plain ? `(${intervalText(plain.interval, change)})` : ""}.
        ${widths(plain?.interval, narrow?.interval)}
      </p>`;
    })}
    <p class="method">
      CUPED (Deng et al. 2013): each outcome less θ × (its user’s value from before − the mean of those), θ =
      ${amountText(cuped.theta)} over all arms; that explains ${formatShare(cuped.varianceReduction)} of the
      variance.${missing} Decide before the test whether to go by it, not by which gives the smaller p.
    </p>
    <p>
      ${adjusted.reading.comparisons.map((each) => comparisonSentence(each, adjusted.reading, choice.sides)).join(" ")}
    </p>
  </div>`;
}

interface Ends {
  low: number | null;
  high: number | null;
}

function widths(plain?: Ends, narrow?: Ends): string {
  if (plain?.low == null || plain.high === null || narrow?.low == null || narrow.high === null) return "";
  const change = (narrow.high - narrow.low) / (plain.high - plain.low) - 1;
  if (!Number.isFinite(change)) return "";
  return change < -0.005
    ? `The interval is ${formatShare(-change, 0)} narrower.`
    : change > 0.005
      ? `The interval is ${formatShare(change, 0)} wider.`
      : "The interval is as wide as before.";
}

/** What became of the guardrail. */
export function guardView(results: Result<Guardrail>[] | null): HTMLElement {
  if (!results)
    return html`<p>
      A guardrail is a metric that must not suffer (returns, complaints, unsubscriptions). None is watched.
    </p>`;
  return html`<div>
    ${results.map((result) =>
      !result.ok
        ? problem("The guardrail cannot be read", result.message)
        : result.value.verdict === "harmed"
          ? problem("Guardrail harmed", result.value.sentence)
          : html`<p class="caution" data-verdict=${result.value.verdict}>${result.value.sentence}</p>`
    )}
    <p class="method">
      Non-inferiority: good where the worst change that the data leave open, one-sided at the level, is within
      what is bearable; harmed where even the best is for the worse. Relative change by the delta method, by a
      score interval where nobody converted.
    </p>
  </div>`;
}
