import {html} from "npm:htl";
import {formatCount} from "../lib/format.js";

/** Rows that a table without scrolling holds at most. */
const most = 2_000;

/**
 * All rows of a table, up to 2,000, as one that needs no script.
 * @param cell what a cell says
 */
export function plainTable<Row extends object>(
  rows: readonly Row[],
  {
    caption,
    headings,
    cell
  }: {caption: string; headings: readonly string[]; cell: (row: Row, column: number) => string}
): HTMLElement {
  const left = rows.length - most;
  return html`<div class="saved-table" role="region" tabindex="0" aria-label=${`${caption}, scrollable`}>
    <table aria-label=${caption}>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, most).map(
          (row) =>
            html`<tr>
              ${headings.map((_, column) => html`<td>${cell(row, column)}</td>`)}
            </tr>`
        )}
      </tbody>
    </table>
    ${left > 0 ? html`<p>${formatCount(left)} more rows are on the page itself.</p>` : null}
  </div>`;
}
