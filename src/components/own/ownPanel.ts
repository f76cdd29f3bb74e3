import {html} from "npm:htl";
import type {NamedBlob} from "../../workers/own/folder.js";
import {problem} from "../problem.js";
import {progress} from "../progress.js";
import {dropZone} from "./dropZone.js";
import {takeIn} from "./takeIn.js";

/** Sentences of a refusal, one a paragraph. */
const sentences = (message: string) => message.split("\n").map((sentence) => html`<p>${sentence}</p>`);

const refusal = (message: string) =>
  message.includes("\n")
    ? html`<div class="problem" role="alert">
        <strong>These files cannot be used:</strong> ${sentences(message)}
      </div>`
    : problem("These files cannot be used", message);

/** The part of the page that takes files in, with its progress and what comes of it; once a shop is there, the page starts anew with it. */
export function ownPanel(): HTMLElement {
  const place = html`<div></div>`;
  const take = async (files: readonly NamedBlob[]) => {
    if (place.querySelector('[data-state="running"]')) return;
    if (files.length === 0) {
      place.replaceChildren(refusal("There is no CSV and no zip among them: choose the tables of a shop."));
      return;
    }
    const {element, signal, onProgress, finish} = progress("Taking your files in");
    place.replaceChildren(element);
    const taken = await takeIn(files, {signal, onProgress});
    if (taken.ok) {
      finish("Your files have been taken in");
      location.reload();
      return;
    }
    finish("Nothing was changed");
    if (taken.code !== "cancelled") place.replaceChildren(refusal(taken.message));
  };
  return html`<div class="own-panel">${dropZone(take)} ${place}</div>`;
}
