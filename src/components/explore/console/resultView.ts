import {html} from "npm:htl";
import type {Channels, Showing} from "../../../lib/explore/resultShape.js";
import {channelsFor} from "../../../lib/explore/resultShape.js";
import {formatCount} from "../../../lib/format.js";
import {chart} from "../../chart.js";
import {queryPlot} from "../../charts/queryPlot.js";
import {readable, table} from "../../table.js";
import type {Rows} from "../../sql.js";

/** More marks than these take longer to draw than anyone waits, and show nothing. */
const mostMarks = 5_000;

/** A result as a table, or as a picture of its columns. */
export function resultView(rows: Rows, show: Showing, asked: Channels): HTMLElement {
  if (rows.length === 0) return html`<p>The query has no rows.</p>`;
  if (show === "table") return table(rows, {caption: "Result", name: "result"});
  const channels = channelsFor(rows, rows.columns, asked);
  const drawn = rows.slice(0, mostMarks);
  return chart({
    name: "result",
    title: finding(drawn, channels),
    note: `The rows of the query above${rows.length > mostMarks ? `, the first ${formatCount(mostMarks)} of ${formatCount(rows.length)}` : ""}.`,
    data: Object.assign(drawn, {columns: rows.columns, sql: rows.sql}),
    render: (some, {width}) => queryPlot(some, {width, mark: show, channels})
  });
}

/** What is highest, where. */
function finding(rows: readonly Readonly<Record<string, unknown>>[], {x, y}: Channels): string {
  const [best] = rows
    .filter((row) => typeof row[y] === "number")
    .toSorted((a, b) => Number(b[y]) - Number(a[y]));
  return best ? `${y} is highest, ${readable(best[y])}, where ${x} is ${readable(best[x])}` : `${y} by ${x}`;
}
