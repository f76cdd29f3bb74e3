import {html} from "npm:htl";
import {fieldText, readField} from "../numberInput.js";
import {fieldNote} from "../stateField.js";
import type {Editable} from "./explainEdits.js";
import {valueText} from "./explainRow.js";

interface FieldOptions {
  editable: Editable;
  label: string;
  /** The row's own value. */
  own: number | string;
  /** The changed value, where it is changed. */
  value: number | string | undefined;
  /** Takes what the reader types or chooses. */
  put: (text: string) => void;
}

/** A number field with a slider, or a choice of levels, with the row's own value beside it. */
export function whatIfField(options: FieldOptions): HTMLElement {
  const {editable, label, own, value = own} = options;
  return html`<div class="whatif-field">
    ${editable.levels ? levelField(options, editable.levels, String(value)) : numberFields(options, Number(value))}
    <small>own value of ${label}: ${valueText(own)}${boundsText(editable)}</small>
  </div>`;
}

const boundsText = ({bounds}: Editable) =>
  bounds ? `; in the data ${valueText(bounds.low)} to ${valueText(bounds.high)}` : "";

const valueOf = (event: Event) => (event.currentTarget as HTMLInputElement | HTMLSelectElement).value;

function levelField({label, put, own}: FieldOptions, levels: readonly string[], value: string): HTMLElement {
  const known = levels.includes(String(own)) ? levels : [String(own), ...levels];
  return html`<label
    >${label}
    <select oninput=${(event: Event) => put(valueOf(event))}>
      ${known.map((level) => html`<option value=${level} selected=${level === value}>${level}</option>`)}
    </select></label
  >`;
}

/** As many digits as a hand on a slider means. */
const brief = (value: number) => String(Number(value.toPrecision(4)));

function numberFields({label, editable, put, own}: FieldOptions, value: number): HTMLElement {
  const {low, high, whole} = editable.bounds ?? {low: 0, high: 0, whole: false};
  const shown = Number.isNaN(value) ? "" : fieldText(Number(brief(value)));
  let standing = value;
  const number = html`<input
    type="text"
    role="spinbutton"
    inputmode="decimal"
    autocomplete="off"
    placeholder=${Number.isNaN(own) ? "missing" : ""}
    value=${shown}
    aria-valuemin=${low}
    aria-valuemax=${high}
    oninput=${(event: Event) => {
      const text = valueOf(event);
      if (text.trim() === "") {
        note.say();
        slider.value = String(own);
        put("");
        return;
      }
      const read = readField(text, {least: low, most: high, whole, standing});
      if ("problem" in read) {
        note.say(`“${label}”: ${read.problem}`);
        return;
      }
      note.say();
      standing = read.value;
      slider.value = String(read.value);
      put(String(read.value));
    }}
  />` as HTMLInputElement;
  const slider = html`<input
    type="range"
    aria-label=${`${label}, slider`}
    min=${low}
    max=${high}
    step=${whole ? 1 : "any"}
    value=${Number.isNaN(value) ? low : value}
    oninput=${(event: Event) => {
      standing = Number(brief(Number(valueOf(event))));
      number.value = fieldText(standing);
      note.say();
      put(String(standing));
    }}
  />` as HTMLInputElement;
  const element = html`<div><label>${label} ${number}</label> ${slider}</div>`;
  const note = fieldNote(element);
  return element;
}
