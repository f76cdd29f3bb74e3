import {html} from "npm:htl";
import {armLimits} from "../../lib/experiments/arms.js";
import type {NumberBounds} from "../../lib/reading/numberColumn.js";
import {readTyped, typedText} from "../../lib/reading/typedNumber.js";

/** The fields of each arm after its name, as the address has them. */
const fieldNames = {
  proportion: ["Users", "Converted"],
  mean: ["Users", "Sum", "Sum of squares"]
} as const;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** What a field shows for what the address says: with a decimal comma. */
const shown = (text: string, bounds: NumberBounds): string =>
  /^-?\d+(\.\d+)?$/.test(text) ? typedText(Number(text), bounds) : decoded(text).replace(/\?$/, "");

/**
 * What the address says for what a reader has typed: plain digits, or the text itself for a sentence to name, with a
 * question mark where it can be read two ways.
 */
const addressed = (typed: string, bounds: NumberBounds): string => {
  const read = readTyped(typed, bounds);
  if (read.ok) return String(read.value);
  return `${encodeURIComponent(typed.trim())}${read.code === "either" ? "?" : ""}`;
};

/**
 * A table to type arms in, control first; its value is the text that `readArms` or `readMeanArms` reads, so that it
 * binds to a `text` parameter of the address. It holds what cannot be read too: the page says what is wrong.
 * @param about what sets its fields' names apart from those of another such table on the page: "guardrail"
 * @example const arms = view(address.input("arms", armsInput("proportion")));
 */
export function armsInput(kind: keyof typeof fieldNames, about = ""): HTMLElement & {value: string} {
  const names = fieldNames[kind];
  const bounds = names.map((name) =>
    name === "Users" || name === "Converted" ? {least: 0, decimals: 0} : {}
  );
  const body = html`<tbody></tbody>`;
  const add = html`<button type="button" onclick=${() => grow()}>Add an arm</button>` as HTMLButtonElement;
  const form = html`<form onsubmit=${(event: Event) => event.preventDefault()}>
    <table>
      <thead>
        <tr>
          <th scope="col">Arm</th>
          ${names.map((name) => html`<th scope="col">${name}</th>`)}
          <td></td>
        </tr>
      </thead>
      ${body}
    </table>
    ${add}
  </form>`;

  const element = html`<div class="arms-input">${form}</div>`;

  const lines = () => [...body.querySelectorAll<HTMLTableRowElement>("tr")];
  const fieldsOf = (line: Element) => [...line.querySelectorAll("input")];
  const read = () =>
    lines()
      .map((line) => {
        const [name, ...values] = fieldsOf(line).map((field) => field.value);
        return [encodeURIComponent(name), ...values.map((value, i) => addressed(value, bounds[i]))].join(":");
      })
      .join(",");
  const say = () => element.dispatchEvent(new Event("input", {bubbles: true}));

  function field(label: string, value: string, column: number | "name"): HTMLElement {
    const input = html`<input
      type="text"
      aria-label=${label}
      value=${value}
      autocomplete="off"
    />` as HTMLInputElement;
    if (column === "name") input.maxLength = armLimits.name;
    else {
      input.inputMode = "decimal";
      const mark = () =>
        input.setAttribute("aria-invalid", String(!readTyped(input.value, bounds[column]).ok));
      mark();
      input.addEventListener("input", mark);
      input.addEventListener(
        "change",
        () => (input.value = shown(addressed(input.value, bounds[column]), bounds[column]))
      );
    }
    return input;
  }

  function line(part: string, index: number): HTMLElement {
    const [name, ...values] = part.split(":");
    const arm = `${index === 0 ? "control" : `arm ${index + 1}`}${about && `, ${about}`}`;
    const row = html`<tr>
      <td>${field(`Name of ${arm}`, decoded(name), "name")}</td>
      ${names.map((label, i) => html`<td>${field(`${label}, ${arm}`, shown(values[i] ?? "", bounds[i]), i)}</td>`)}
      <td></td>
    </tr>`;
    if (index >= armLimits.fewest)
      row.lastElementChild?.append(
        html`<button type="button" aria-label=${`Remove ${arm}`} onclick=${() => shrink(row)}>×</button>`
      );
    return row;
  }

  function write(text: string) {
    const parts = text.split(",").filter((part) => part.trim() !== "");
    while (parts.length < armLimits.fewest) parts.push("");
    body.replaceChildren(...parts.slice(0, armLimits.most).map(line));
    add.disabled = parts.length >= armLimits.most;
  }

  function grow() {
    write(`${read()},variant%20${lines().length}${":0".repeat(names.length)}`);
    say();
  }

  function shrink(row: HTMLElement) {
    row.remove();
    write(read());
    say();
    add.focus();
  }

  write("");
  return Object.defineProperty(element, "value", {
    get: read,
    set: (text: unknown) => {
      if (typeof text === "string" && text !== read()) write(text);
    }
  }) as HTMLElement & {value: string};
}
