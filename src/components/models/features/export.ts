import {html} from "npm:htl";
import type {CsvForm} from "../../../lib/csv/csvForm.js";
import {columnsOf, features, groupOf} from "../../../lib/features/catalogue.js";
import {formatCount} from "../../../lib/format.js";
import {csvButtons, downloadCsv, downloadText} from "../../exports.js";
import {sql} from "../../sql.js";
import type {Summaries} from "./data.js";
import {matrixColumns, matrixCsvSql, quantileShares} from "./sql.js";
import {bytesText, leakNames, tookText} from "./text.js";

/** The catalogue as plain rows, for a file. */
export const catalogueRows = ({moment, people, rows}: Summaries): Record<string, unknown>[] =>
  features.map((feature, i) => {
    const {missing, distinct_values, mean, quantiles, usual, usual_people} = rows[i];
    return {
      number: feature.number,
      name: feature.name,
      group: `${groupOf(feature).letter} ${groupOf(feature).title}`,
      definition: feature.definition,
      kind: feature.kind,
      unit: feature.unit ?? "",
      absent: feature.absent,
      rule_label: leakNames[feature.leak],
      forward_label: feature.forward,
      columns: columnsOf(feature)
        .map(({name}) => name)
        .join(" "),
      cutoff: moment.cutoff,
      people,
      missing,
      missing_share: missing / people,
      distinct_values,
      mean,
      ...Object.fromEntries(quantileShares.map((share, k) => [`quantile_${share}`, quantiles?.[k] ?? null])),
      most_frequent: usual,
      most_frequent_people: usual_people
    };
  });

/**
 * Buttons that hand the reader the catalogue and the whole matrix as CSV. DuckDB writes the matrix as text, so that the
 * page need not take millions of values apart.
 * @param days of the recency label
 */
export function exportButtons(summaries: Summaries, days: number): HTMLElement {
  const {moment, people, lineBytes} = summaries;
  const day = moment.cutoff.slice(0, 10);
  const columns = matrixColumns(days);
  const status = html`<span role="status" class="export-status"></span>`;
  const save = async (form: CsvForm) => {
    status.textContent = "Writing the matrix …";
    const begin = performance.now();
    try {
      const {lines, people: counts} = await sql.columns(matrixCsvSql(moment, days, form));
      const parts = [
        form.mark + columns.join(form.separator),
        ...Array.from(lines, (text) => `\r\n${String(text)}`),
        "\r\n"
      ];
      const rows = Array.from(counts, Number).reduce((sum, count) => sum + count, 0);
      const size = downloadText(`features-${day}`, form, parts);
      status.textContent = `Wrote ${formatCount(rows)} rows of ${columns.length} columns, ${bytesText(size)}, in ${tookText(performance.now() - begin)}.`;
    } catch (error) {
      status.textContent = "";
      throw error;
    }
  };
  return html`<div class="feature-exports">
    ${csvButtons(
      "the catalogue",
      (form) => downloadCsv(`catalogue-${day}`, catalogueRows(summaries), form),
      `Catalogue as CSV: ${features.length} rows`
    )}
    ${csvButtons(
      "the matrix",
      save,
      `Matrix as CSV: ${formatCount(people)} rows, ${formatCount(features.flatMap(columnsOf).length)} columns and labels, about ${bytesText(people * lineBytes)}`
    )}
    ${status}
  </div>`;
}
