import {html} from "npm:htl";
import {formatDecimal} from "../lib/format.js";
import {readTyped} from "../lib/reading/typedNumber.js";
import {fieldNote} from "./stateField.js";

export interface NumberOptions {
  label: string;
  /** What the arrow keys and the slider move by; 1 admits whole numbers only. */
  step?: number | "any";
  /** Whether a slider stands beside the field, even or by orders of magnitude. */
  slider?: boolean | "log";
}

let count = 0;

/** A number as a field shows it: with the site's decimal sign, without marks for thousands. @example fieldText(1250.5) => "1250,5" */
export const fieldText = (value: number): string => {
  const [whole, decimals] = String(Number(value.toPrecision(12))).split(".");
  if (decimals === undefined || /e/.test(decimals))
    return whole.includes("e") ? formatDecimal(value) : String(value);
  return `${whole}${formatDecimal(0.5).charAt(1)}${decimals}`;
};

/**
 * What a reader's text is as a number from `least` to `most`, or a sentence: `readTyped`, and whether it is within bounds.
 * The text that a field shows for `standing` is that number, whatever else it could be.
 */
export function readField(
  text: string,
  {least, most, whole, standing}: {least: number; most: number; whole: boolean; standing: number}
): {value: number} | {problem: string} {
  if (text.trim() === fieldText(standing)) return {value: standing};
  const read = readTyped(text, {least, most, ...(whole ? {decimals: 0} : {})});
  if (!read.ok) return {problem: read.message};
  const value = read.value;
  if (value < least || value > most)
    return {problem: `It must be ${expected(least, most)}, and ${formatDecimal(value)} is not.`};
  return whole && !Number.isInteger(value)
    ? {problem: `It must be a whole number, and ${formatDecimal(value)} is none.`}
    : {value};
}

const expected = (least: number, most: number): string => {
  if (!Number.isFinite(most)) return Number.isFinite(least) ? `${formatDecimal(least)} or more` : "a number";
  return Number.isFinite(least)
    ? `from ${formatDecimal(least)} to ${formatDecimal(most)}`
    : `${formatDecimal(most)} or less`;
};

/**
 * A field for a number, with a slider if wanted. It takes a decimal comma and a decimal point in a browser of any
 * language, as a browser's own number field does not; what cannot be read, or can be read two ways, is said beside it and
 * the last number stays in use. Its value is a number; it sends input events with every new one.
 * @example const cost = view(address.input("cost", numberInput([0, 100], {label: "Cost, R$", step: 0.1, slider: true})));
 */
export function numberInput(
  [low, high]: readonly [number?, number?],
  {label, step = "any", slider = false}: NumberOptions
): HTMLFormElement & {value: number} {
  const [least, most] = [low ?? -Infinity, high ?? Infinity];
  const whole = step === 1;
  const logarithmic = slider === "log";
  const position = (number: number) => (logarithmic ? Math.log(number) : number);
  const id = `number-${++count}`;
  let value = NaN;
  const field = html`<input
    id=${id}
    type="text"
    role="spinbutton"
    inputmode=${whole ? "numeric" : "decimal"}
    autocomplete="off"
    aria-valuemin=${Number.isFinite(least) ? least : null}
    aria-valuemax=${Number.isFinite(most) ? most : null}
  />` as HTMLInputElement;
  const hand = html`<input
    type="range"
    aria-label=${label}
    min=${position(least)}
    max=${position(most)}
    step=${logarithmic ? "any" : step}
  />` as HTMLInputElement;
  const form = html`<form class="inputs-3a86ea number-input">
    <label for=${id}>${label}</label>
    <div class="inputs-3a86ea-input">${field}${slider ? hand : null}</div>
  </form>` as HTMLFormElement;
  const note = fieldNote(form);

  const take = (next: number) => {
    value = next;
    field.setAttribute("aria-valuenow", String(next));
    note.say();
  };
  const show = () => {
    field.value = Number.isNaN(value) ? "" : fieldText(value);
  };
  const slide = () => {
    hand.value = String(position(value));
  };
  const clamped = (number: number) => Math.min(most, Math.max(least, number));
  const stepped = (number: number) => {
    if (step === "any") return number;
    const from = Number.isFinite(least) ? least : 0;
    return clamped(Number((from + Math.round((number - from) / step) * step).toPrecision(12)));
  };
  const tell = () => form.dispatchEvent(new Event("input", {bubbles: true}));

  field.addEventListener("input", (event) => {
    const read = readField(field.value, {least, most, whole, standing: value});
    if ("problem" in read) {
      event.stopPropagation();
      const standing = Number.isNaN(value) ? "" : ` ${fieldText(value)} stays in use.`;
      note.say(`“${label}”: ${read.problem}${standing}`);
      return;
    }
    take(read.value);
    slide();
  });
  field.addEventListener("keydown", (event: KeyboardEvent) => {
    const way = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (way === 0 || Number.isNaN(value)) return;
    event.preventDefault();
    const by = step === "any" ? (most - least <= 1 ? 0.01 : 1) : step;
    take(clamped(Number((value + way * by).toPrecision(12))));
    show();
    slide();
    tell();
  });
  field.addEventListener("change", () => {
    if (field.getAttribute("aria-invalid") !== "true") show();
  });
  hand.addEventListener("input", () => {
    const at = Number(hand.value);
    take(stepped(logarithmic ? Math.exp(at) : at));
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  return Object.defineProperty(form, "value", {
    get: () => value,
    set: (next: unknown) => {
      const number = Number(next);
      if (next === null || Number.isNaN(number)) return;
      take(clamped(number));
      show();
      slide();
    }
  }) as HTMLFormElement & {value: number};
}
