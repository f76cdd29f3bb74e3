import {existsSync, readFileSync} from "node:fs";
import {formatCount, formatDay, formatShare, formatShopDay} from "../../lib/format.js";
import {filesRead} from "../../lib/marts/filesRead.js";
import type {Manifest, ManifestInput} from "../../lib/marts/manifest.js";

const escapes: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character]);

const row = ({file, rows, sha256}: ManifestInput) =>
  `<tr><td>${escape(file)}</td><td>${formatCount(rows)}</td><td><code>${escape(sha256.slice(0, 12))}</code></td></tr>`;

/** How many of the customers the marts hold; empty where they are whole. */
const sampleShare = ({sample}: Manifest): string =>
  sample
    ? `<span class="data-sample">; ${formatCount(sample.kept)} of ${formatCount(sample.customers)} customers</span>`
    : "";

/** What that means for the pages. */
const sampleSentence = ({sample}: Manifest): string =>
  sample
    ? `<p>A sample of customers (${formatShare(sample.kept / sample.customers)}), each with all orders, chosen by a hash of the id (seed ${sample.seed}): counts from tables with a row per customer, order, line or review are the sample’s, while totals by day and month, operations and the data checks count everybody.</p>`
    : "";

/** What stands at the head of a page that can show nothing. */
const withoutScripts =
  '<noscript><p class="problem">Without JavaScript: the page as published.</p></noscript>';

/** The head of every page: whether its numbers come from real or from generated files, from which, and of what day. */
export function badge(): string {
  const file = `${process.env.VITRINE_CACHE ?? ".vitrine"}/marts/manifest.json`;
  if (!existsSync(file)) return withoutScripts;
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const {source, built_at, engine, inputs, last_purchase, sample} = manifest;
  const what = source === "real" ? "Real data" : "Synthetic data";
  return `${withoutScripts}<details id="data-badge" class="data-badge ${source === "real" ? "real" : "synthetic"}">
<summary>${what}${sample ? ", a sample" : ""}</summary>
<div class="data-badge-files"><p>${
    source === "real"
      ? `Every number comes from ${filesRead(inputs).length === 1 ? "this file" : "these files"}.`
      : "These files were generated: shaped like the real ones, but no real shop stands behind any number."
  } Built ${escape(built_at.slice(0, 16).replace("T", " "))} UTC with ${escape(engine)}.</p>
${sampleSentence(manifest)}<table><caption>${filesRead(inputs).length === 1 ? "Input file" : "Input files"}</caption><thead><tr><th>File</th><th>Rows</th><th>SHA-256 starts</th></tr></thead>
<tbody>${filesRead(inputs).map(row).join("")}</tbody></table></div>
</details>
<p class="data-dates"><span class="data-until">Orders until <span class="data-day">${formatDay(new Date(`${last_purchase}Z`))}</span></span><span class="data-built">, tables built ${formatShopDay(new Date(built_at))}</span>${sampleShare(manifest)}</p><span class="save-place"></span>`;
}
