import {html} from "npm:htl";
import {formatCount, formatShare} from "../../../lib/format.js";
import type {LearnedRules} from "../../../lib/pipeline/leakage/learnedRules.js";
import type {RuleCheck} from "../../../lib/lab/leakageChecks.js";
import {conditionText, sentence} from "./text.js";

/** A share that is not quite everything does not read as everything. */
const accuracyText = (share: number) =>
  share === 1 ? formatShare(1, 0) : formatShare(Math.floor(share * 1e5) / 1e5, 3);

/** How few questions it takes to know the label, by the rule itself and for a tree that has to find them. */
export function rulesText(
  {rows, accuracies, rules, written}: RuleCheck,
  names: readonly string[]
): HTMLElement {
  const depth = accuracies.length;
  const last = accuracies[depth - 1];
  const earlier = depth > 3 ? ` (with three in a row already ${accuracyText(accuracies[2])})` : "";
  return html`<p>
    The rule looks at ${formatCount(names.length)} columns only: ${sentence(names)}. Applied to these columns
    of ${formatCount(rows)} customers, as three questions in a row, it gives the label of
    <strong>${accuracyText(written)}</strong>, as it must. A decision tree that sees nothing else and has to
    find the questions by itself gets <strong>${accuracyText(last)}</strong> right with at most
    ${formatCount(depth)} in a row${earlier}; its ${formatCount(rules.length)} outcomes are the rows below.
    ${
      last === 1
        ? "There is nothing left to predict: the label is these columns, written differently."
        : "What is left are a few customers whom more questions would sort out."
    }
  </p>`;
}

/** The tree as a table: a row for every leaf. */
export function rulesTable({rules}: LearnedRules): HTMLElement {
  const sorted = rules.toSorted((a, b) => b.rows - a.rows);
  return html`<div
    class="card table-scroll"
    tabindex="0"
    role="region"
    aria-label="The rules learnt, scrollable"
  >
    <table class="leakage-rules">
      <caption style="text-align: left">
        The rules that the tree has learnt
      </caption>
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">Label</th>
          <th scope="col" class="number">Customers</th>
          <th scope="col" class="number">Wrong</th>
        </tr>
      </thead>
      <tbody>
        ${sorted.map(
          ({conditions, rows, positives}) =>
            html`<tr>
              <td>${conditions.map((condition) => html`<div>${conditionText(condition)}</div>`)}</td>
              <td>${2 * positives > rows ? "churned" : "active"}</td>
              <td class="number">${formatCount(rows)}</td>
              <td class="number">${formatCount(Math.min(positives, rows - positives))}</td>
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}
