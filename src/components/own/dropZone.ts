import {html} from "npm:htl";
import type {NamedBlob} from "../../lib/source/zip/unzip.js";
import {droppedFiles, namedBlobs} from "./dropped.js";

/** Where files, a zip or a folder are dropped or chosen; `take` gets them. */
export function dropZone(take: (files: readonly NamedBlob[]) => unknown): HTMLElement {
  const chosen = (input: HTMLInputElement) => {
    if (input.files?.length) void take(namedBlobs(input.files));
    input.value = "";
  };
  const files = html`<input
    type="file"
    multiple
    accept=".csv,.tsv,.txt,.parquet,.pq,.zip"
  />` as HTMLInputElement;
  const folder = html`<input type="file" webkitdirectory />` as HTMLInputElement;
  for (const input of [files, folder]) {
    input.addEventListener("input", (event) => event.stopPropagation());
    input.addEventListener("change", () => chosen(input));
  }
  const zone = html`<div class="own-drop">
    <p>Drop files, a zip or a folder here. They are read in this tab and sent nowhere.</p>
    <p><label>Files or a zip ${files}</label></p>
    <p><label>A folder ${folder}</label></p>
  </div>`;
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(take);
  });
  return zone;
}
