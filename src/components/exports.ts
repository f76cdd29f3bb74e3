import {html} from "npm:htl";
import type {CsvForm} from "../lib/csv/csvForm.js";
import {excelCsv, plainCsv} from "../lib/csv/csvForm.js";
import {csvText} from "../lib/csv/csvText.js";
import {problem} from "./problem.js";

let region: HTMLElement | undefined;

/** Says a sentence to screen readers without moving the focus. */
export function announce(text: string): void {
  region ??= html`<div class="visually-hidden" role="status" aria-live="polite"></div>`;
  if (!region.isConnected) document.body.append(region);
  region.textContent = text;
}

/** A file name out of a chart's or table's name. @example fileName("Revenue by state", "csv") => "vitrine-revenue-by-state.csv" */
export const fileName = (name: string, extension: string): string => {
  const stem = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `vitrine-${stem || "export"}.${extension}`;
};

/** Hands the reader a file. */
export function download(file: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = html`<a href=${url} download=${file} hidden></a>`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  announce(`Downloaded ${file}`);
}

/** Hands the reader a CSV file of the parts given, which are in this form; names say which one is for Excel. Gives its bytes. */
export function downloadText(name: string, form: CsvForm, parts: string[]): number {
  const content = new Blob(parts, {type: "text/csv;charset=utf-8"});
  download(fileName(form === excelCsv ? `${name} excel` : name, "csv"), content);
  return content.size;
}

/** Hands the reader all the rows as a CSV file. */
export const downloadCsv = (
  name: string,
  rows: readonly object[],
  form: CsvForm,
  columns?: readonly string[]
): number => downloadText(name, form, [csvText(rows, columns, form)]);

/**
 * Two buttons, for programs and for Excel, that hand over a CSV file in the form asked for.
 * @param of what the file holds, for screen readers
 * @param save hands it over; while its promise is pending neither button can be pressed, and why it rejects is said
 * @param first what the first button says
 * @example csvButtons("Checks", (form) => downloadCsv("checks", rows, form))
 */
export function csvButtons(
  of: string,
  save: (form: CsvForm) => unknown,
  first: string | Node = html`CSV<span class="visually-hidden"> of ${of}</span>`
): HTMLElement {
  const failed = html`<span></span>`;
  const disable = (disabled: boolean) => {
    for (const button of buttons) button.disabled = disabled;
  };
  const press = async (form: CsvForm) => {
    failed.replaceChildren();
    const saving = save(form);
    if (!(saving instanceof Promise)) return;
    disable(true);
    await saving.catch((error: unknown) => failed.append(problem("The file could not be written", error)));
    disable(false);
  };
  const button = (form: CsvForm, text: string | Node) =>
    html`<button type="button" class="tool" onclick=${() => void press(form)}>
      ${text}
    </button>` as HTMLButtonElement;
  const buttons = [
    button(plainCsv, first),
    button(excelCsv, html`CSV for Excel<span class="visually-hidden"> of ${of}</span>`)
  ];
  return html`<span class="csv-buttons">${buttons}${failed}</span>`;
}

const refused = (what: string) => `${what} could not be copied: allow this page to use the clipboard`;

/**
 * Puts text on the clipboard and says so; gives false, and says so too, where the browser refuses or has none.
 * @param otherwise what to say instead in that case
 */
export async function copyText(text: string, what: string, otherwise = refused(what)): Promise<boolean> {
  const copied = await (async () => navigator.clipboard.writeText(text))().then(
    () => true,
    () => false
  );
  announce(copied ? `${what} copied` : otherwise);
  return copied;
}

/** A standalone SVG document drawn at twice its size. Rejects when the browser cannot draw it. */
export async function pngOf(svgText: string): Promise<Blob> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svgText], {type: "image/svg+xml;charset=utf-8"}));
  try {
    image.src = url;
    await image.decode();
    const canvas = html`<canvas></canvas>` as HTMLCanvasElement;
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) =>
        blob ? resolve(blob) : reject(new Error("the picture is too large to export"))
      )
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
