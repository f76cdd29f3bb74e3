import {html} from "npm:htl";
import {formatCount, formatDay, formatShare} from "../../../lib/format.js";
import type {Result} from "../../../lib/result.js";
import type {ScoredTable} from "../../../lib/serve/scoreTable.js";
import type {ScoreApi} from "../../../workers/score.worker.js";
import {background} from "../../background.js";
import {download, fileName} from "../../exports.js";
import {problem} from "../../problem.js";
import {progress} from "../../progress.js";
import {kept} from "../../resultCache.js";
import {table} from "../../table.js";
import {eventOf} from "../explain/words.js";
import type {Scoring} from "./published.js";

const {ask} = background<ScoreApi>(() => import.meta.resolve("../../../workers/score.worker.js"));

/** The largest file that is read here, in bytes. */
const largestFile = 100e6;
/** How long scores of a file are kept, in hours. */
export const keptHours = 1;
const shownRefusals = 1000;

/** SHA-256 in hex. */
async function hashOf(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Where a CSV of customers is dropped or chosen, and its scores are given back; all of it stays in this tab. */
export function batchPart(loaded: Result<Scoring>): HTMLElement {
  if (!loaded.ok) return problem("Nothing to score with", loaded);
  const scoring = loaded.value;
  const file = html`<input
    type="file"
    accept=".csv,.tsv,.txt,text/csv"
    aria-label="CSV of customers"
  />` as HTMLInputElement;
  const said = html`<div class="batch-said"></div>`;
  const give = async (chosen: File | null | undefined) => {
    if (!chosen) return;
    if (chosen.size > largestFile) {
      said.replaceChildren(
        problem(
          chosen.name,
          `The file is larger than the ${formatCount(largestFile / 1e6)} MB read here: npm run score takes any size.`
        )
      );
      return;
    }
    const job = progress(`Scoring ${chosen.name}`);
    said.replaceChildren(job.element);
    const {hash} = scoring.served;
    const scored = await kept(
      `Scores of ${chosen.name}, model ${hash.slice(0, 12)}`,
      ["score", hash, await hashOf(chosen)],
      () =>
        ask((worker, report) => worker.score(chosen, scoring.served, report), {
          signal: job.signal,
          onProgress: job.onProgress
        }),
      keptHours
    );
    if (job.signal.aborted) return;
    job.finish(
      scored.ok
        ? scored.kept
          ? `Scored earlier, ${formatDay(new Date(scored.kept))}, and kept here`
          : "Scored"
        : "Not scored"
    );
    if (!scored.ok) said.replaceChildren(problem(`${chosen.name} was not scored`, scored));
    else said.replaceChildren(job.element, scoredPart(scoring, chosen.name, scored.value));
  };
  file.addEventListener("change", () => {
    void give(file.files?.item(0));
    file.value = "";
  });
  const element = html`<section class="card" aria-label="Score a file">
    <p>
      A CSV with a column for each field that the model looks at, and <code>customer_key</code> or
      <code>customer_id</code> to know rows by; chosen or dropped here. It stays in this tab. ${file}
    </p>
    ${said}
  </section>`;
  element.addEventListener("dragover", (event: DragEvent) => event.preventDefault());
  element.addEventListener("drop", (event: DragEvent) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    void give(event.dataTransfer.files.item(0));
  });
  return element;
}

/** What came of a file: a sentence, its scores as a file, and why rows were refused. */
function scoredPart(
  scoring: Scoring,
  name: string,
  {csv, rows, scored, mean, ones, refused}: ScoredTable
): HTMLElement {
  const event = eventOf(scoring.question);
  const save = () =>
    download(
      fileName(`scores of ${name.replace(/\.\w+$/, "")}`, "csv"),
      new Blob([csv], {type: "text/csv;charset=utf-8"})
    );
  return html`<div>
    <p class="batch-answer">
      ${formatCount(scored)} of ${formatCount(rows)} rows have a score.
      ${scored ? `The mean probability that a customer ${event} is ${formatShare(mean, 2)}; ${formatCount(ones)} have label 1 at the threshold.` : ""}
      ${refused.length ? `${formatCount(refused.length)} ${refused.length === 1 ? "was" : "were"} refused, for the reasons below.` : ""}
    </p>
    ${scored ? html`<p><button type="button" class="tool" onclick=${save}>Download the scores (CSV)</button></p>` : null}
    ${
      refused.length
        ? table(refused.slice(0, shownRefusals), {
            caption:
              refused.length > shownRefusals
                ? `The first ${formatCount(shownRefusals)} rows refused`
                : "Rows refused",
            name: "refused-rows",
            columns: {row: {label: "Row"}, message: {label: "Why"}}
          })
        : null
    }
  </div>`;
}
