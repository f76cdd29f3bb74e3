import {html} from "npm:htl";
import {formatMoney, formatCount, formatShare} from "../../lib/format.js";
import type {Confusion} from "../../lib/metrics/confusion.js";
import {onStepColor, stepColor, steps} from "../colors.js";

/** What the two classes are called in this table: "will not return", "returns". */
export interface ClassNames {
  positive: string;
  negative: string;
  /** What a row is, in the plural. */
  rows: string;
}

/** What the rows of each field are worth together, in cents. */
export type FieldMoney = Record<
  "truePositives" | "falsePositives" | "trueNegatives" | "falseNegatives",
  number
>;

const room = "padding: 8px 12px";

/**
 * What a threshold makes of the rows: a two by two table of counts and their shares of all rows, with the share of
 * each actual class that is called right and of each call that is. The stronger a field, the more rows.
 * @param money adds to each field what its rows are worth
 */
export function confusionTable(
  counts: Confusion,
  {positive, negative, rows}: ClassNames,
  money?: FieldMoney
): HTMLElement {
  const {truePositives, falsePositives, trueNegatives, falseNegatives} = counts;
  const all = truePositives + falsePositives + trueNegatives + falseNegatives;
  const share = (part: number, whole: number) => formatShare(whole ? part / whole : null);
  const field = (name: keyof FieldMoney, meaning: string) => {
    const count = counts[name];
    const step = count ? Math.max(1, Math.ceil((count / all) * steps)) : 0;
    return html`<td
      class="number"
      style=${`background: ${stepColor(step)}; color: ${onStepColor(step)}; ${room}`}
    >
      <strong>${formatCount(count)}</strong><br /><small>${share(count, all)} of all, ${meaning}</small>${
        money ? html`<br /><span class="field-money">${formatMoney(money[name])}</span>` : null
      }
    </td>`;
  };
  const total = (right: number, whole: number) =>
    html`<td class="number" style=${room}>
      ${formatCount(whole)}<br /><small>${share(right, whole)} right</small>
    </td>`;
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Confusion matrix, scrollable">
    <table class="confusion-table">
      <caption>
        ${formatCount(all)} ${rows}, by actual and predicted outcome at a threshold of
        ${formatShare(counts.threshold)}
      </caption>
      <thead>
        <tr>
          <th scope="col">What came</th>
          <th scope="col" class="number">Predicted: ${positive}</th>
          <th scope="col" class="number">Predicted: ${negative}</th>
          <th scope="col" class="number">All</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">${positive}</th>
          ${field("truePositives", "caught")}${field("falseNegatives", "missed")}
          ${total(truePositives, truePositives + falseNegatives)}
        </tr>
        <tr>
          <th scope="row">${negative}</th>
          ${field("falsePositives", "flagged for nothing")}${field("trueNegatives", "rightly left alone")}
          ${total(trueNegatives, trueNegatives + falsePositives)}
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All</th>
          ${total(truePositives, truePositives + falsePositives)}
          ${total(trueNegatives, trueNegatives + falseNegatives)} ${total(truePositives + trueNegatives, all)}
        </tr>
      </tfoot>
    </table>
  </div>`;
}
