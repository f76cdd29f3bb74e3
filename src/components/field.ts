import {currencySign} from "../lib/format.js";

/** How a field looks, whatever it is: a label above it, a unit within it, a sentence of help below. */
interface FieldLook {
  label: string;
  /** What a number is in, shown in the field and read out as the end of its name: "days", "%", the currency's sign. */
  unit?: string;
  /** A sentence under the field. */
  help?: string;
  /** How many characters the field has to show at once. */
  chars?: number;
  /** What else stands in the field, in rem: a slider, the arrow of a menu. */
  beside?: number;
}

/** In rem: a character of a field and of a label, the edges of a field, and a column of the grid with its gap. */
const width = {character: 0.43, letter: 0.4, edges: 1.4, column: 4.25, gap: 0.75};

/** In columns of the grid: the narrowest field, and the widest but for boxes and dots, which may take a row. */
const [fewest, most] = [2, 7];

/** A label of so many characters may stand on two lines. */
const longLabel = 18;

let count = 0;

/**
 * Dresses a form of one field as all fields of the site are: its name, with the unit at its end for who does not see
 * the field; as many columns of the grid as its content and its label need; and its help, which is read out with it.
 * @example field(Inputs.text({label: "Cost"}), {label: "Cost", unit: "R$", chars: 6})
 */
export function field<F extends HTMLElement>(form: F, look: FieldLook): F {
  form.classList.add("field");
  nameField(form, look.label, look.unit);
  const {chars = 0, beside = 0, help, unit = ""} = look;
  const letters = look.label.length * width.letter;
  const label = look.label.length > longLabel ? Math.max(8, letters / 2 + 1) : letters;
  const control = (chars + unit.length) * width.character + width.edges + beside;
  const columns = Math.ceil((Math.max(label, control) + width.gap) / width.column);
  form.dataset.columns = String(Math.min(most, Math.max(fewest, columns)));
  form.toggleAttribute("data-wide", columns > most);
  form.style.setProperty("--columns", form.dataset.columns);
  if (help !== undefined) helpField(form, help);
  return form;
}

/** Gives a field another name and unit; a name that says the unit is left as it is. @example nameField(form, "Effect planted", "% of the baseline") */
export function nameField(form: HTMLElement, text: string, unit?: string): void {
  const label = form.querySelector("label");
  if (!label) throw new RangeError(`no label: ${text}`);
  label.replaceChildren(text);
  if (unit === undefined) return;
  if (!text.toLowerCase().includes(unit.toLowerCase())) label.append(hidden(`, ${unit}`));
  showUnit(form, unit);
}

/** Says in the field, after the number or before it, what the number is in, or what it comes to: "= 30 %". */
export function showUnit(form: HTMLElement, unit: string): void {
  const input = form.querySelector("input");
  const shown = form.querySelector(".field-unit") ?? document.createElement("span");
  shown.className = "field-unit";
  shown.setAttribute("aria-hidden", "true");
  shown.textContent = unit;
  if (unit === currencySign) input?.before(shown);
  else input?.after(shown);
}

function helpField(form: HTMLElement, text: string): void {
  const help = document.createElement("small");
  help.className = "field-help";
  help.id = `field-help-${++count}`;
  help.textContent = text;
  form.append(help);
  for (const control of form.querySelectorAll("input, select, textarea"))
    control.setAttribute("aria-describedby", help.id);
}

function hidden(text: string): HTMLElement {
  const span = document.createElement("span");
  span.className = "visually-hidden";
  span.textContent = text;
  return span;
}
