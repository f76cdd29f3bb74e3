import * as Inputs from "npm:@observablehq/inputs";
import {field} from "./field.js";

type Texts<T extends string | number> = Readonly<Record<T, string>> | ((option: T) => string);

const textIn = <T extends string | number>(texts: Texts<T>) =>
  typeof texts === "function" ? texts : (option: T) => texts[option];

/** In rem: a menu's arrow; a box or a dot with the space after it and before the next. */
const arrow = 1.5;
const mark = 2.6;

interface ChoiceOptions {
  /** A sentence under the field. */
  help?: string;
}

interface MenuOptions<T> extends ChoiceOptions {
  /** The heading in the menu that an option stands under; those of one heading follow each other. */
  headingOf?: (option: T) => string;
}

/**
 * A choice of one of several, each shown by its text, from a menu.
 * @example selectInput(["age", "calendar"], "Horizontal axis", {age: "Age", calendar: "Calendar period"})
 */
export function selectInput<T extends string | number>(
  options: readonly T[],
  label: string,
  texts: Texts<T> = String,
  {help, headingOf}: MenuOptions<T> = {}
) {
  const format = textIn(texts);
  const chars = Math.max(0, ...options.map((option) => format(option).length));
  const form = Inputs.select<T>(options, {label, format});
  if (headingOf) putUnderHeadings(form, options.map(headingOf));
  return field(form, {label, help, chars, beside: arrow});
}

function putUnderHeadings(form: HTMLElement, headings: readonly string[]): void {
  const menu = form.querySelector("select");
  const groups = new Map<string, HTMLOptGroupElement>();
  for (const [i, option] of [...(menu?.options ?? [])].entries()) {
    const group = groups.get(headings[i]) ?? document.createElement("optgroup");
    group.label = headings[i];
    group.append(option);
    groups.set(headings[i], group);
  }
  menu?.append(...groups.values());
}

/** The same with all names in sight. */
export function radioInput<T extends string | number>(
  options: readonly T[],
  label: string,
  texts: Texts<T> = String,
  {help}: ChoiceOptions = {}
) {
  const format = textIn(texts);
  return grouped(Inputs.radio<T>(options, {label, format}), label, options.map(format), help);
}

/**
 * A choice of some of several, each with a box; the value is the names of those chosen, in the order offered.
 * @example severalInput(["mail", "shop"], "Channels", {mail: "By mail", shop: "In the shop"})
 */
export function severalInput<T extends string | number>(
  options: readonly T[],
  label: string,
  texts: Texts<T> = String,
  {help}: ChoiceOptions = {}
) {
  const format = textIn(texts);
  return grouped(Inputs.checkbox<T>(options, {label, format}), label, options.map(format), help);
}

/** A field of several boxes or dots is a group with a name, in one line where there is room for it. */
function grouped<F extends HTMLElement>(form: F, label: string, texts: readonly string[], help?: string): F {
  const marks = form.querySelector("div");
  const name = form.querySelector("label");
  field(form, {label, help, chars: texts.join("").length, beside: mark * texts.length});
  if (!marks || !name) throw new RangeError(`no choices: ${label}`);
  name.id = `choice-${++count}`;
  marks.setAttribute("role", "group");
  marks.setAttribute("aria-labelledby", name.id);
  return form;
}

let count = 0;
