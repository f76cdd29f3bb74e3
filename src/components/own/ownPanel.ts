import {html} from "npm:htl";
import type {NamedBlob} from "../../lib/source/zip/unzip.js";
import {problem} from "../problem.js";
import {progress} from "../progress.js";
import type {Result} from "../../lib/result.js";
import type {Mapping} from "../../lib/source/transactions/mapping.js";
import {dropZone} from "./dropZone.js";
import {engineParts} from "./engineParts.js";
import {doubtful} from "../../lib/source/room.js";
import {lookAt} from "./lookAt.js";
import {mappingForm} from "./mappingForm.js";
import {takeIn} from "./takeIn.js";

/** Sentences of a refusal, one a paragraph. */
const sentences = (message: string) => message.split("\n").map((sentence) => html`<p>${sentence}</p>`);

const refusal = (message: string) =>
  message.includes("\n")
    ? html`<div class="problem" role="alert">
        <strong>These files cannot be used:</strong> ${sentences(message)}
      </div>`
    : problem("These files cannot be used", message);

/** Looks at files, with what is done in a place of the page. */
async function looking(place: HTMLElement, files: readonly NamedBlob[], nevertheless: boolean) {
  const {element, signal, onProgress, finish} = progress("Looking at your files");
  place.replaceChildren(element);
  const looked = await lookAt(files, nevertheless, {signal, onProgress});
  finish(looked.ok ? "Your files have been looked at" : "Nothing was changed");
  return looked;
}

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
  const take = async (files: readonly NamedBlob[], nevertheless = false): Promise<void> => {
    if (place.querySelector('[data-state="running"]')) return;
    // What reads the files is fetched and unpacked while they are looked at.
    void engineParts();
    const looked = await looking(place, files, nevertheless);
    if (!looked.ok) {
      const more = html`<p>
        <button type="button" onclick=${() => void take(files, true)}>Try it nevertheless</button>
      </p>`;
      place.replaceChildren(
        ...(looked.code === "cancelled" ? [] : [refusal(looked.message)]),
        ...(looked.code === doubtful ? [more] : [])
      );
      return;
    }
    const {files: found, preview} = looked.value;
    if (preview) {
      const run: HTMLElement = html`<div></div>`;
      const form = mappingForm(preview, (mapping) => running(run, found, mapping));
      place.replaceChildren(html`<h3>${found[0].name}</h3>`, form, run);
      return;
    }
    const taken = await running(place, found);
    if (!taken.ok && taken.code !== "cancelled") place.replaceChildren(refusal(taken.message));
  };
  return html`<div class="own-panel">${dropZone((files) => take(files))} ${place}</div>`;
}
