import {html} from "npm:htl";
import {formatDay} from "../../lib/format.js";
import {csvButtons, download, downloadCsv, fileName} from "../exports.js";
import {readable} from "../table.js";

export interface ReportOptions {
  /** What was found out: "A/B test: control v variant". It heads the print and names the files. */
  title: string;
  /**
   * The results: `rows` become the print's table and the CSV; the JSON has all of it. Only numbers, texts, booleans
   * and null.
   */
  data: Readonly<Record<string, unknown>> & {rows: readonly Readonly<Record<string, unknown>>[]};
  /** What the results say, a sentence each, the most important first. */
  sentences: readonly string[];
  /** How a cell of the printed table reads; without it, numbers in Brazilian format. */
  format?: (value: unknown, column: string) => string;
}

function sheet({title, data, sentences, format = readable}: ReportOptions): HTMLElement {
  const columns = [...new Set(data.rows.flatMap((row) => Object.keys(row)))];
  return html`<article class="report" aria-label=${title}>
    <h1>${title}</h1>
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column.replaceAll("_", " ")}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${data.rows.map(
          (row) =>
            html`<tr>
              ${columns.map((column) => html`<td>${format(row[column], column)}</td>`)}
            </tr>`
        )}
      </tbody>
    </table>
    <p class="report-source">Vitrine, ${formatDay(new Date())}. ${location.href}</p>
  </article>`;
}

/** Puts the report alone on paper: the page itself comes back once it is printed. */
function print(options: ReportOptions): void {
  const report = sheet(options);
  document.body.append(report);
  document.documentElement.classList.add("printing-report");
  addEventListener(
    "afterprint",
    () => {
      report.remove();
      document.documentElement.classList.remove("printing-report");
    },
    {once: true}
  );
  window.print();
}

/**
 * The results of an experiments page, to take away: a one-page report for the printer (or a PDF), JSON and CSV. The
 * page needs `experiments.css` for the print's looks.
 * @example display(reportButtons({title: "A/B test: control v variant", data: {rows: [{arm: "control", users: 1000}]}, sentences: ["…"]}))
 */
export function reportButtons(options: ReportOptions): HTMLElement {
  const {title, data, sentences} = options;
  const json = () =>
    download(
      fileName(title, "json"),
      new Blob([JSON.stringify({title, sentences, address: location.href, ...data}, null, 2)], {
        type: "application/json"
      })
    );
  return html`<div class="report-buttons" role="group" aria-label="Take the results away">
    <button type="button" class="tool" onclick=${() => print(options)}>Print a one-page report</button>
    <button type="button" class="tool" onclick=${json}>Results (JSON)</button>
    ${csvButtons("the results", (form) => downloadCsv(title, data.rows, form), "Results (CSV)")}
  </div>`;
}
