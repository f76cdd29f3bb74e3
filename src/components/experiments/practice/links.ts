import {html} from "npm:htl";
import {valueText} from "../../../lib/experiments/practice/words.js";
import {formatMoney, formatCount} from "../../../lib/format.js";
import {formatState} from "../../../lib/state/formatState.js";
import {pageHref} from "../../links.js";
import type {PracticeNow} from "./now.js";
import type {PracticeChoice, practiceParameters} from "../../../lib/experiments/practice/parameters.js";
import {reportButtons} from "../report.js";

/** A link to the page that reads experiments, with the same users and without the truth. */
export function readHref(spec: ReturnType<typeof practiceParameters>, choice: PracticeChoice): string {
  const own = new URLSearchParams(formatState(spec, choice, ""));
  const search = new URLSearchParams({source: "practice"});
  for (const [name, value] of own) if (name.startsWith("p_")) search.set(name, value);
  return pageHref("read", `?${search.toString()}`);
}

/** The way on to that page. */
export const readLink = (spec: ReturnType<typeof practiceParameters>, choice: PracticeChoice): HTMLElement =>
  html`<a class="practice-link" href=${readHref(spec, choice)}>Read it as if you did not know</a>`;

/** The results, to take away. */
export function practiceReport(now: PracticeNow): HTMLElement {
  const {reading, planted, judged, sentence} = now;
  return reportButtons({
    title: "Practice campaign",
    sentences: [judged.answer, judged.why, sentence, reading.ratio.sentence],
    data: {
      rows: reading.arms.map(({name, n, converted, mean, before}) => ({
        arm: name,
        users: n,
        converted,
        mean,
        spent_before: before
      })),
      planted,
      effect: reading.effect,
      cuped: reading.adjusted,
      sample_ratio: reading.ratio
    },
    format: (value, column) =>
      typeof value !== "number"
        ? String(value)
        : column === "mean"
          ? valueText(value, planted.outcome)
          : column === "spent_before"
            ? formatMoney(value * 100)
            : formatCount(value)
  });
}
