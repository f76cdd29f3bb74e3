import {formatDecimal} from "../lib/format.js";
import {readTyped, typedText} from "../lib/reading/typedNumber.js";
import type {Result} from "../lib/result.js";
import {fail, ok} from "../lib/result.js";
import type {NumberLook} from "./numberField.js";
import {numberField} from "./numberField.js";
import {numberSlider} from "./numberSlider.js";
import {fieldNote} from "./stateField.js";

export interface NumberOptions extends NumberLook {
  /** What an arrow key and the slider move by; what is typed may lie between, but for 1, which admits whole numbers only. */
  step?: number | "any";
  /** A slider beside the field: even, by orders of magnitude, or over the part of the numbers that a hand wants. */
  slider?: boolean | "log" | readonly [number, number];
  /** The number at first; the least one without it. */
  value?: number;
  /** What an empty field stands for, NaN for nothing; without it, an empty field has to be filled in. */
  empty?: number;
}

/**
 * The highest bound that readers know without being told, that of a percentage, so that it can tell thousands from
 * decimals: 33.333 is no percentage if it is thirty-three thousand. Whoever writes 12.345 may mean more than is allowed.
 */
const mostKnown = 100;

export type NumberInput = HTMLElement & {value: number};

/**
 * A field for a number between two, which are included, written with a decimal comma or a decimal point whatever the
 * language of the browser. What is no number, could be two, or is out of bounds is said at the field and told nobody:
 * the last good number stays the value. The arrow keys step; a reset brings back what the page has set.
 * @example const share = view(address.input("share", numberInput([0, 1], {label: "Share", step: 0.05, slider: true})));
 */
export function numberInput([low, high]: readonly [number, number], options: NumberOptions): NumberInput {
  const {step = "any", slider = false, empty} = options;
  const whole = step === 1;
  const bounds = {least: low, ...(high > mostKnown ? {} : {most: high}), ...(whole ? {decimals: 0} : {})};
  const reach = [low, high, options.value ?? low].filter(Number.isFinite);
  const {
    form,
    field,
    label,
    add,
    tell: saying
  } = numberField(
    options,
    reach.map((end) => typedText(end, bounds)),
    whole
  );
  const ends = typeof slider === "object" ? slider : ([low, high] as const);
  const hand = slider ? numberSlider(ends, {step, logarithmic: slider === "log"}, label) : null;
  if (hand) add(hand.element);
  const note = fieldNote(form);
  let value = options.value ?? empty ?? low;
  let given = value;

  const isWithin = (number: number) =>
    number >= low && number <= high && (!whole || Number.isInteger(number));
  const isEmpty = (number: unknown) => empty !== undefined && Object.is(number, empty);
  const textOf = (number: number) => (isWithin(number) ? typedText(number, bounds) : "");

  function read(text: string): Result<number> {
    if (empty !== undefined && text.trim() === "") return ok(empty);
    const typed = readTyped(text, bounds);
    return !typed.ok || isWithin(typed.value)
      ? typed
      : fail(
          "bounds",
          `“${label.textContent.trim()}” must be a ${whole ? "whole " : ""}number from ${formatDecimal(low)} to ${formatDecimal(high)}.`
        );
  }

  function take(number: number) {
    value = number;
    note.say();
    hand?.show(value);
    saying(value);
    if (Number.isNaN(value)) field.removeAttribute("aria-valuenow");
    else field.setAttribute("aria-valuenow", String(value));
  }

  function show(number: number) {
    field.value = textOf(number);
    take(number);
  }

  function tell(number: number) {
    show(number);
    field.dispatchEvent(new Event("input", {bubbles: true}));
    field.dispatchEvent(new Event("change", {bubbles: true}));
  }

  function stepBy(steps: number) {
    const typed = read(field.value);
    const from = typed.ok ? typed.value : value;
    const size = step === "any" ? (high - low > 1 ? 1 : 0.01) : step;
    const next = Number.isNaN(from) ? low : Number((from + steps * size).toPrecision(12));
    tell(Math.min(high, Math.max(low, next)));
  }

  field.inputMode = low < 0 ? "text" : whole ? "numeric" : "decimal";
  field.autocomplete = "off";
  field.setAttribute("role", "spinbutton");
  field.setAttribute("aria-valuemin", String(low));
  field.setAttribute("aria-valuemax", String(high));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    tell(given);
  });
  form.addEventListener(
    "input",
    (event) => {
      if (hand && event.target === hand.element) field.value = textOf(hand.value);
      else if (event.target !== field) return;
      const typed = read(field.value);
      if (typed.ok) return take(typed.value);
      event.stopImmediatePropagation();
      const stays = textOf(value);
      note.say(typed.message.replace(/\.$/, stays === "" ? "." : `; ${stays} stays in use.`));
    },
    {capture: true}
  );
  field.addEventListener("change", () => {
    if (read(field.value).ok) field.value = textOf(value);
  });
  field.addEventListener("keydown", (event) => {
    const steps = {ArrowUp: 1, ArrowDown: -1}[event.key];
    if (!steps || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    stepBy(steps);
  });
  show(value);
  return Object.defineProperty(form, "value", {
    get: () => value,
    set: (number: unknown) => {
      if (typeof number !== "number" || !(isWithin(number) || isEmpty(number))) return;
      given = number;
      show(number);
    }
  }) as unknown as NumberInput;
}
