import {html} from "npm:htl";
import type {NamedBlob} from "../../workers/own/folder.js";
import {problem} from "../problem.js";
import {progress} from "../progress.js";
import type {Result} from "../../lib/result.js";
import {tables} from "../../lib/source/tables.js";
import type {Mapping} from "../../lib/source/transactions/mapping.js";
import {dropZone} from "./dropZone.js";
import {mappingForm} from "./mappingForm.js";
import {tablePreview} from "./tablePreview.js";
import {takeIn} from "./takeIn.js";

/** Sentences of a refusal, one a paragraph. */
const sentences = (message: string) => message.split("\n").map((sentence) => html`<p>${sentence}</p>`);

const refusal = (message: string) =>
  message.includes("\n")
    ? html`<div class="problem" role="alert">
        <strong>These files cannot be used:</strong> ${sentences(message)}
      </div>`
    : problem("These files cannot be used", message);

const isTransactions = (name: string) =>
  !name.toLowerCase().endsWith(".zip") && !tables.some(({file}) => file === name);

/** Takes files in with their progress in a place of the page, which starts anew once they are there. */
async function running(
  place: HTMLElement,
  files: readonly NamedBlob[],
  mapping?: Mapping
): Promise<Result<unknown>> {
  const {element, signal, onProgress, finish} = progress("Taking your files in");
  place.replaceChildren(element);
  const taken = await takeIn(files, {signal, onProgress}, mapping);
  finish(taken.ok ? "Your files have been taken in" : "Nothing was changed");
  if (taken.ok) location.reload();
  return taken;
}

/** The part of the page that takes files in, with its progress and what comes of it; once a shop is there, the page starts anew with it. */
export function ownPanel(): HTMLElement {
  const place = html`<div></div>`;
  const take = async (files: readonly NamedBlob[]) => {
    if (place.querySelector('[data-state="running"]')) return;
    const [first] = files;
    if (files.length === 1 && isTransactions(first.name)) {
      const read = await tablePreview(first);
      if (!read.ok) {
        place.replaceChildren(refusal(read.message));
        return;
      }
      const preview = read.value;
      const run: HTMLElement = html`<div></div>`;
      const form = mappingForm(preview, (mapping) => running(run, files, mapping));
      place.replaceChildren(html`<h3>${first.name}</h3>`, form, run);
      return;
    }
    if (files.length === 0) {
      place.replaceChildren(refusal("There is no CSV and no zip among them: choose the tables of a shop."));
      return;
    }
    const taken = await running(place, files);
    if (!taken.ok && taken.code !== "cancelled") place.replaceChildren(refusal(taken.message));
  };
  return html`<div class="own-panel">${dropZone(take)} ${place}</div>`;
}
