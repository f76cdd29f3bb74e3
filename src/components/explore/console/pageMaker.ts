import {html} from "npm:htl";
import {pageText} from "../../../lib/explore/pageText.js";
import type {Channels, Showing} from "../../../lib/explore/resultShape.js";
import {channelsFor} from "../../../lib/explore/resultShape.js";
import {copyText, download, fileName} from "../../exports.js";
import type {Rows} from "../../sql.js";

/** A form that hands over a query, with its picture, as a page to save in the site's source. */
export function pageMaker(rows: Rows, show: Showing, asked: Channels): HTMLElement {
  const title = html`<input type="text" value="A query of my own" maxlength="80" />` as HTMLInputElement;
  const text = () =>
    pageText({title: title.value, query: rows.sql, show, channels: channelsFor(rows, rows.columns, asked)});
  const save = () =>
    download(
      fileName(title.value, "md").replace(/^vitrine-/, ""),
      new Blob([text()], {type: "text/markdown;charset=utf-8"})
    );
  return html`<div class="explore-tools">
    <label>Title ${title}</label>
    <button type="button" onclick=${save}>Save as Markdown</button>
    <button type="button" onclick=${() => void copyText(text(), "The page")}>Copy it</button>
  </div>`;
}
