import {html} from "npm:htl";
import type {Editable, Edits} from "./edits.js";
import {editsOf, editsText} from "./edits.js";
import {whatIfField} from "./field.js";

const mostFields = 8;

/** An input: its value is the changes, as the address has them. */
export type WhatIf = HTMLElement & {value: string};

interface WhatIfForm {
  /** What can be changed; the first eight have fields, the others only once they are changed. */
  editables: readonly Editable[];
  label: (feature: string) => string;
  /** The value that a feature has unchanged; NaN where it has none. */
  own: (feature: string) => number | string;
  /** A value as the model reads it. */
  read?: (value: number | string) => number | string;
  /** Where the answer is drawn. */
  pictures: HTMLElement;
  /** Draws what the changes do, and says it. */
  show: (edits: Edits, answer: HTMLElement) => void;
}

/** Fields for features, a reset, and what changing them does to a score. */
export function whatIfForm({editables, label, own, read, pictures, show}: WhatIfForm): WhatIf {
  let edits: Edits = new Map();
  const fields = html`<div class="whatif-fields"></div>`;
  const answer = html`<p class="whatif-answer" role="status"></p>`;
  const reset = html`<button type="button" class="tool" onclick=${() => change(new Map())}>Reset</button>`;
  const element = html`<section class="whatif" aria-label="What if">
    <div class="card">
      ${fields}
      <div class="whatif-foot">${reset} ${answer}</div>
    </div>
    ${pictures}
  </section>`;

  const draw = (next: Edits) => {
    edits = next;
    build();
    show(edits, answer);
  };
  const change = (next: Edits) => {
    draw(next);
    element.dispatchEvent(new Event("input", {bubbles: true}));
  };
  const put = (feature: string, value: number | string) => {
    const next = new Map(edits);
    if (Object.is(read ? read(value) : value, own(feature))) next.delete(feature);
    else next.set(feature, value);
    edits = next;
    show(edits, answer);
  };
  const build = () =>
    fields.replaceChildren(
      ...editables
        .filter(({feature}, i) => i < mostFields || edits.has(feature))
        .map((editable) =>
          whatIfField({
            editable,
            label: label(editable.feature),
            own: own(editable.feature),
            value: edits.get(editable.feature),
            put: (value) => put(editable.feature, value)
          })
        )
    );
  draw(edits);
  return Object.defineProperty(element, "value", {
    get: () => editsText(edits),
    set: (text: string) => draw(editsOf(text, editables))
  }) as WhatIf;
}
