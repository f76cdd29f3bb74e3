import {html} from "npm:htl";
import {field} from "./field.js";

interface FileOptions {
  /** What the browser offers to choose from: ".csv,text/csv". */
  accept: string;
  /** A sentence under the field. */
  help?: string;
  /** Takes the file that was chosen; the field is empty again afterwards, so that the same may be chosen anew. */
  take: (file: File) => void;
}

let count = 0;
const chars = 30;

/**
 * A field to choose a file with.
 * @example fileInput("File of users", {accept: ".csv", take: (file) => read(file)})
 */
export function fileInput(label: string, {accept, help, take}: FileOptions): HTMLElement {
  const id = `file-input-${++count}`;
  const input = html`<input type="file" id=${id} accept=${accept} />` as HTMLInputElement;
  input.addEventListener("input", (event) => event.stopPropagation());
  input.addEventListener("change", () => {
    const file = input.files?.item(0);
    if (file) take(file);
    input.value = "";
  });
  const form = html`<form class="inputs-3a86ea" onsubmit=${(event: Event) => event.preventDefault()}>
    <label for=${id}></label>
    <div class="inputs-3a86ea-input">${input}</div>
  </form>`;
  return field(form, {label, help, chars});
}
