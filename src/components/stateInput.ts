import type {Parameter} from "../lib/state/parameter.js";
import {fieldNote} from "./stateField.js";

/** What gives a reader's choice: an Observable input, or any element with a value that sends input events. */
export type ValueElement = HTMLElement & {value: unknown};

/** What an input stands for after it was set. */
interface Shown {
  value: unknown;
  /** Whether it could not show what it was set to, which another then stands in for: it may offer less than is admissible. */
  refused: boolean;
}

export interface Binding {
  /** Shows a value and tells the page; returns what the input stands for then. */
  set(value: unknown): Shown;
}

export interface BindingOptions {
  /** The input's name in sentences, where it has no label. */
  name: string;
  /** Called with every new admissible value. */
  change: (value: unknown) => void;
  /** Called when the reader lets go. */
  settle: () => void;
}

/** Binds an input to a parameter: what the parameter does not admit stays at the input, with a sentence. */
export function bindInput(
  element: ValueElement,
  parameter: Parameter<unknown>,
  {name, change, settle}: BindingOptions
): Binding {
  const note = fieldNote(element);
  const label = () => element.querySelector("label")?.textContent?.trim() || name;
  const first = element.value;
  let last = parameter.fallback;
  let setting = false;

  const refuse = () => {
    const standing = parameter.write(last);
    note.say(
      `“${label()}” must be ${parameter.expected}${standing === "" ? "." : `; ${standing} stays in use.`}`
    );
  };
  element.addEventListener(
    "input",
    ({target}) => {
      if (!setting && target instanceof HTMLInputElement && !target.validity.valid) refuse();
    },
    {capture: true}
  );
  element.addEventListener("input", (event) => {
    if (setting) return;
    const value = element.value;
    if (!parameter.admits(value)) {
      event.stopImmediatePropagation();
      refuse();
      return;
    }
    note.say();
    if (parameter.write(value) === parameter.write(last)) return;
    last = value;
    change(value);
  });
  element.addEventListener("change", settle);

  return {
    set(value) {
      setting = true;
      element.value = value;
      const admitted = parameter.admits(element.value);
      const refused = !admitted || (typeof value === "number" && element.value !== value);
      if (!admitted) element.value = first;
      last = parameter.admits(element.value) ? element.value : parameter.fallback;
      note.say();
      element.dispatchEvent(new Event("input", {bubbles: true}));
      setting = false;
      return {value: last, refused};
    }
  };
}
