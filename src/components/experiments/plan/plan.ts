import {html} from "npm:htl";
import type {Result} from "../../../lib/result.js";
import {formatCount, formatNumber} from "../../../lib/format.js";
import {typedText} from "../../../lib/reading/typedNumber.js";
import {pageHref} from "../../links.js";
import {problem} from "../../problem.js";
import {effectChart, powerChart} from "./charts.js";
import type {Planned} from "./request.js";

import {formulaRows, formulaTable} from "./table.js";
import {planAnswer, planCost, planMethod, tooLong} from "./text.js";
import {reportButtons} from "../report.js";

const caution = (text: string | null) => (text === null ? null : html`<p class="caution">${text}</p>`);

/** What the page shows first: the answer, or why there is none. */
export const planHead = (plan: Result<Planned>): HTMLElement =>
  plan.ok
    ? html`<div>
        <p class="answer">${planAnswer(plan.value)}</p>
        ${caution(tooLong(plan.value))}
        ${planMethod(plan.value).map((sentence) => html`<p class="method">${sentence}</p>`)}
        <p><a href=${readHref(plan.value)}>Read its result</a> when all users have come, and not before.</p>
      </div>`
    : problem("This test cannot be planned", plan.message);

/** The address of the page that reads the test's result, with the same level, sides, split and correction. */
export function readHref({choice, request}: Planned): string {
  const {alpha, arms, ratio, correction} = request;
  const search = new URLSearchParams({
    metric: choice.metric === "proportion" ? "proportion" : "mean",
    sides: request.sides === 2 ? "two-sided" : request.effect > 0 ? "greater" : "less",
    adjust: correction === "none" ? "none" : "bonferroni"
  });
  if (alpha >= 0.001 && alpha <= 0.5) search.set("level", String(Number((1 - alpha).toPrecision(12))));
  if (ratio !== 1)
    search.set("split", ["1", ...new Array<string>(arms - 1).fill(typedText(ratio))].join("/"));
  return pageHref("read", `?${search.toString()}`);
}

/** The curves around a plan and the formulas side by side. */
export const planDetails = (plan: Planned): HTMLElement =>
  html`<div>
    <div class="grid grid-cols-2">${powerChart(plan)}${effectChart(plan)}</div>
    ${formulaTable(plan)}
    <ul>
      ${formulaRows(plan).map(({formula, why}) => html`<li><strong>${formula}</strong>: ${why}</li>`)}
    </ul>
  </div>`;

/** What the plan costs. */
export const planCosts = (plan: Planned): HTMLElement =>
  html`<div>${planCost(plan).map((sentence) => html`<p>${sentence}</p>`)}</div>`;

/** The plan to take away. */
export function planReport(plan: Planned): HTMLElement {
  const {choice, request, size, duration} = plan;
  const arms = Array.from({length: request.arms}, (_, i) => ({
    arm: i === 0 ? "control" : request.arms === 2 ? "variant" : `variant ${i}`,
    users: i === 0 ? size.control : size.each,
    alpha: i === 0 ? null : size.alphaEach,
    value: plan.control + (i === 0 ? 0 : request.effect)
  }));
  return reportButtons({
    title: "Plan of an A/B test",
    sentences: [planAnswer(plan), ...planMethod(plan), ...planCost(plan)],
    data: {
      rows: arms,
      inputs: choice,
      total: size.total,
      users_not_rounded: size.exact,
      days: duration.days,
      whole_weeks: duration.weeks
    },
    format: (value, column) =>
      typeof value === "number"
        ? column === "users"
          ? formatCount(value)
          : formatNumber(value, 4)
        : typeof value === "string"
          ? value
          : "–"
  });
}
