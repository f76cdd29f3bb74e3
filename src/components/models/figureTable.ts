import {html} from "npm:htl";
import {formatCount} from "../../lib/format.js";
import {csvButtons, downloadCsv} from "../exports.js";

/** What stands in a field of a table of results: a text, with what belongs to it in small letters below. */
export interface Figure {
  text: string | Node;
  small?: string;
}

export interface FigureColumn<Row> {
  label: string;
  /** What it means, below the heading's name. */
  hint?: string;
  /** Numbers stand on the right, text on the left. */
  text?: boolean;
  figure: (row: Row) => Figure;
}

interface FrameOptions<Row> {
  caption: string;
  /** What is to know about the figures, below. */
  note?: string;
  /** Of the CSV file. */
  name: string;
  rows: readonly Row[];
  /** Names a row, in its colour where it has one. */
  head: (row: Row) => {text: string; color?: string};
  columns: readonly FigureColumn<Row>[];
  /** The rows as plain numbers, for the CSV file. */
  data: () => readonly object[];
}

/** A table of results with intervals below the figures, and its numbers as CSV. */
export function figureTable<Row>(options: FrameOptions<Row>): HTMLElement {
  const {caption, note, name, rows, head, columns, data} = options;
  const field = (row: Row, {figure, text: isText}: FigureColumn<Row>) => {
    const {text, small} = figure(row);
    return html`<td class=${isText ? "" : "number"}>
      ${text}${small ? html`<br /><small>${small}</small>` : null}
    </td>`;
  };
  const heading = (row: Row) => {
    const {text, color} = head(row);
    return html`<th scope="row">
      ${color ? html`<span class="swatch" style=${`background: ${color}`}></span>` : null}${text}
    </th>`;
  };
  return html`<section class="card lab-results">
    <div class="table-head">
      <h2>${caption}</h2>
      ${csvButtons(caption, (form) => downloadCsv(name, data(), form))}
    </div>
    <div class="table-scroll" tabindex="0" role="region" aria-label=${`${caption}, scrollable`}>
      <table>
        <caption class="visually-hidden">
          ${caption}, ${formatCount(rows.length)} rows
        </caption>
        <thead>
          <tr>
            <td></td>
            ${columns.map(
              ({label, hint, text}) =>
                html`<th scope="col" class=${text ? "" : "number"}>
                  ${label}${hint ? html`<br /><small>${hint}</small>` : null}
                </th>`
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${heading(row)} ${columns.map((column) => field(row, column))}
              </tr>`
          )}
        </tbody>
      </table>
    </div>
    ${note ? html`<p class="lab-note">${note}</p>` : null}
  </section>`;
}
