import {html} from "npm:htl";
import {writeArms, writeMeanArms} from "../../../lib/experiments/armsText.js";
import {conclusion} from "../../../lib/experiments/read/conclusion.js";
import {accountSentences} from "../../../lib/experiments/usersAccount.js";
import {formatCount} from "../../../lib/format.js";
import {table} from "../../table.js";
import type {ReadForm} from "./form.js";
import type {ReadNow} from "./now.js";
import {armsLinks} from "../armsLinks.js";
import {reportButtons} from "../report.js";

/** How a table of users was read: every row that was not, counted and named. */
export function tableAccount({table: account, summary}: ReadNow): HTMLElement | null {
  if (!account || !summary) return null;
  const {bad, badRows, ignored, name} = account;
  const what = {proportion: "converted or not", mean: "an amount", ratio: "a ratio of sums"}[summary.kind];
  return html`<section class="table-account">
    <p>
      ${accountSentences(account, name).join(" ")} The outcome is taken for ${what}.
      ${
        ignored.length
          ? `Not looked at: ${ignored
              .slice(0, 8)
              .map((column) => `“${column.slice(0, 40)}”`)
              .join(", ")}.`
          : ""
      }
    </p>
    ${
      badRows.length
        ? table(badRows, {
            caption:
              bad > badRows.length
                ? `The first ${formatCount(badRows.length)} rows that are not read`
                : "Rows that are not read",
            rows: 6,
            columns: {row: {label: "Row"}, column: {label: "Column"}, reason: {label: "Why"}}
          })
        : null
    }
  </section>`;
}

/** The sums of users as the address would hold them; null where there are none that do. */
export function sumsOf({summary}: ReadNow) {
  if (!summary || summary.kind === "ratio") return null;
  return summary.proportions
    ? ({source: "arms", metric: "proportion", arms: writeArms(summary.proportions)} as const)
    : ({source: "arms", metric: "mean", meanArms: writeMeanArms(summary.means)} as const);
}

/** A button that puts a file's sums into the address, as the file itself cannot be there. */
export function keepSums(now: ReadNow, form: ReadForm): HTMLElement | null {
  const sums = sumsOf(now);
  if (now.choice.source !== "users" || !sums) return null;
  return html`<p>
    <button type="button" class="tool" onclick=${() => form.assign(sums)}>
      Keep its sums in the address
    </button>
    The address cannot carry the table. With its sums a link shows the same effect, without CUPED, ranks and
    days.
  </p>`;
}

/** The same arms on other pages. */
export function otherPages(now: ReadNow): HTMLElement {
  const {metric, arms, meanArms} = {...now.choice, ...sumsOf(now)};
  return armsLinks("read", {metric, arms, meanArms});
}

/** The results to take away. */
export function readReport(now: ReadNow): HTMLElement {
  const {reading, choice, adjusted, summary, table: account} = now;
  return reportButtons({
    title: `A/B test: ${reading.arms.map(({name}) => name).join(" v ")}`,
    sentences: [
      ...conclusion(reading, choice.sides),
      ...(reading.split.alarm ? [] : [reading.split.sentence])
    ],
    data: {
      rows: reading.comparisons.flatMap(
        ({treatment, control, controlValue, treatmentValue, difference, ...rest}) =>
          rest.tests.map((test) => ({
            treatment,
            control,
            control_value: controlValue,
            treatment_value: treatmentValue,
            difference,
            low: rest.intervals[0]?.interval.low ?? null,
            high: rest.intervals[0]?.interval.high ?? null,
            relative: typeof rest.relative === "string" ? null : rest.relative.estimate,
            relative_low: typeof rest.relative === "string" ? null : rest.relative.interval.low,
            relative_high: typeof rest.relative === "string" ? null : rest.relative.interval.high,
            test: test.name,
            p: test.p,
            go_by: test === rest.tests[0],
            p_adjusted: test === rest.tests[0] ? rest.adjusted : null
          }))
      ),
      level: reading.level,
      sides: choice.sides,
      adjustment: choice.adjust,
      arms: reading.arms,
      split: reading.split,
      comparisons: reading.comparisons,
      cuped: adjusted?.reading.comparisons ?? null,
      capped: summary?.capped ?? null,
      table: account
    }
  });
}
