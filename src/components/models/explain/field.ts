import {html} from "npm:htl";
import {numberInput} from "../../numberInput.js";
import type {Editable} from "./edits.js";
import {valueText} from "./row.js";

interface FieldOptions {
  editable: Editable;
  label: string;
  /** The row's own value. */
  own: number | string;
  /** The changed value, where it is changed. */
  value: number | string | undefined;
  /** Takes what the reader types or chooses. */
  put: (value: number | string) => void;
}

/** A number field with a slider, or a choice of levels, with the row's own value beside it. */
export function whatIfField(options: FieldOptions): HTMLElement {
  const {editable, own, value = own} = options;
  return html`<div class="whatif-field">
    ${editable.levels ? levelField(options, editable.levels, String(value)) : numberField(options, Number(value))}
    <small>own value ${valueText(own)}${boundsText(editable)}</small>
  </div>`;
}

const boundsText = ({bounds}: Editable) =>
  bounds ? `; in the data ${valueText(bounds.low)} to ${valueText(bounds.high)}` : "";

const valueOf = (event: Event) => (event.currentTarget as HTMLInputElement | HTMLSelectElement).value;

function levelField({label, put, own}: FieldOptions, levels: readonly string[], value: string): HTMLElement {
  const known = levels.includes(String(own)) ? levels : [String(own), ...levels];
  const select = html`<select oninput=${(event: Event) => put(valueOf(event))}>
    ${known.map((level) => html`<option value=${level} selected=${level === value}>${level}</option>`)}
  </select>`;
  return html`<div class="inputs-3a86ea"><label>${label} ${select}</label></div>`;
}

/** The fewest digits that are the same number in single precision, which the data have. */
function shortest(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === Math.fround(value)) return short;
  }
  return value;
}

function numberField({label, editable: {bounds}, put, own}: FieldOptions, value: number): HTMLElement {
  const {low, high, whole} = bounds ?? {low: 0, high: 0, whole: false};
  const input = numberInput([shortest(low), shortest(high)], {
    label,
    step: whole ? 1 : "any",
    slider: true,
    value: shortest(value),
    empty: shortest(Number(own))
  });
  input.addEventListener("input", () => put(input.value));
  return input;
}
