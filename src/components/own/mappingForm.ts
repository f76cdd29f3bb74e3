import {html} from "npm:htl";
import type {Result} from "../../lib/result.js";
import type {Field} from "../../lib/source/transactions/fields.js";
import {fieldNames, fields, neededFields} from "../../lib/source/transactions/fields.js";
import {shop} from "../../lib/shop.js";
import {guessByContent} from "../../lib/source/transactions/guessByContent.js";
import {currencyOf} from "../../lib/source/transactions/currencyOf.js";
import type {Mapping} from "../../lib/source/transactions/mapping.js";
import {guessMapping, mappingProblem, readMapping} from "../../lib/source/transactions/mapping.js";
import type {Preview} from "../../lib/source/transactions/preview.js";
import {download} from "../exports.js";
import {problem} from "../problem.js";
import {table} from "../table.js";
import type {Choices} from "./chooser.js";
import {chooser} from "./chooser.js";
import {shopFields} from "./shopFields.js";

/** As many columns as a form can offer. */
const mostColumns = 200;
const shownColumns = 24;
const shownCharacters = 60;

const cut = (text = "") => (text.length > shownCharacters ? `${text.slice(0, shownCharacters)} …` : text);

/** The first rows, each column under its name and what it is taken for. */
function previewTable({header, rows}: Preview, {columns}: Mapping): HTMLElement {
  const shown = header.slice(0, shownColumns);
  const role = (name: string) => fieldNames.find((field) => columns[field] === name);
  const labels = shown.map((name, at) => {
    const field = role(name);
    return [`column ${at}`, {label: field ? `${name} = ${fields[field].label}` : name}] as const;
  });
  const records = rows.map((row) => Object.fromEntries(shown.map((_, at) => [`column ${at}`, cut(row[at])])));
  return table(records, {caption: "The first rows", name: "preview", columns: Object.fromEntries(labels)});
}

/** A mapping that names a currency: its own, else the one beside the amounts, else the site's, each to be corrected. */
function withCurrency(mapping: Mapping, {header, rows}: Preview): Mapping {
  const amounts = rows.map((row) => row[header.indexOf(mapping.columns.amount ?? "")] ?? "");
  return {...mapping, shop: {currency: currencyOf(amounts) ?? shop.currency, ...mapping.shop}};
}

/**
 * A form with the guess of which column is what, to correct, with the first ten rows; the mapping can be saved and one
 * that was saved taken up. `take` gets it, and what it gives back is shown where it fails.
 */
export function mappingForm(
  preview: Preview,
  take: (mapping: Mapping) => Promise<Result<unknown>>
): HTMLElement {
  const header = preview.header.slice(0, mostColumns);
  const element: HTMLElement = html`<div class="own-mapping"></div>`;
  const said: HTMLElement = html`<div></div>`;
  const named = guessMapping(header);
  const guessed = guessByContent({header, rows: preview.sample}, named);
  let mapping = withCurrency({...named, columns: {...named.columns, ...guessed}}, preview);
  const say = (what: string, sentence?: string) =>
    said.replaceChildren(...(sentence === undefined ? [] : [problem(what, sentence)]));
  const set = (changed: Mapping) => {
    mapping = changed;
    show();
  };
  const setColumn = (field: Field, name: string) => {
    const others = Object.entries(mapping.columns).filter(([key]) => key !== field);
    const columns = Object.fromEntries(
      name === "" ? others : [...others, [field, name]]
    ) as Mapping["columns"];
    set({...mapping, columns});
  };
  const load = async (file: File | undefined) => {
    const read = file && readMapping(await file.text());
    if (read?.ok) set(withCurrency(read.value, preview));
    else if (read) say("This mapping cannot be used", read.message);
  };
  const save = () =>
    download("mapping.json", new Blob([`${JSON.stringify(mapping, null, 2)}\n`], {type: "application/json"}));
  const start = async () => {
    const lacks = mappingProblem(mapping, preview.header);
    say("The table cannot be taken in yet", lacks);
    if (lacks !== undefined) return;
    const taken = await take(mapping);
    if (!taken.ok && taken.code !== "cancelled") say("The table cannot be used", taken.message);
  };
  const show = () => {
    const focused = element
      .querySelector(":is(select, input):focus")
      ?.closest("[data-field]")
      ?.getAttribute("data-field");
    const none: Choices[number] = ["", "none"];
    const names = header.map((name) => [name, name] as const);
    const field = (each: Field) => {
      const column = mapping.columns[each];
      const isGuess = column !== undefined && guessed[each] === column;
      const notes = [
        ...(neededFields.includes(each) ? ["needed"] : []),
        ...(isGuess ? ["guessed by its values: check it"] : [])
      ];
      const label = `${fields[each].label}${notes.length > 0 ? ` (${notes.join("; ")})` : ""}`;
      return chooser(label, [none, ...names], mapping.columns[each] ?? "", (name) => setColumn(each, name));
    };
    const style = (key: "order" | "decimal", label: string, choices: Choices) =>
      chooser(label, [["", "as the file shows"], ...choices], mapping[key] ?? "", (value) =>
        set({...mapping, [key]: value === "" ? undefined : value})
      );
    const perUnit = html`<input type="checkbox" checked=${mapping.perUnit ?? false} />` as HTMLInputElement;
    perUnit.addEventListener("change", () => set({...mapping, perUnit: perUnit.checked}));
    const file = html`<input type="file" accept=".json,application/json" />` as HTMLInputElement;
    file.addEventListener("input", (event) => event.stopPropagation());
    file.addEventListener("change", () => void load(file.files?.[0]));
    element.replaceChildren(
      html`<div class="own-fields">
        ${fieldNames.map((each) => html`<span data-field=${each}>${field(each)}</span>`)}
        <span data-field="days"
          >${style("order", "Days such as 03/04", [
            ["day-month-year", "the day first"],
            ["month-day-year", "the month first"]
          ])}</span
        >
        <span data-field="decimals"
          >${style("decimal", "Numbers such as 1.234", [
            [".", "a decimal point"],
            [",", "a decimal comma"]
          ])}</span
        >
        <label>${perUnit} Amounts are the prices of one, to be multiplied by the quantity</label>
      </div>`,
      shopFields(mapping.shop ?? {}, (told) => {
        mapping = {...mapping, shop: told};
      }),
      previewTable(preview, mapping),
      ...(preview.notes ?? []).map((note) => html`<p class="own-note">${note}</p>`),
      html`<div class="own-buttons">
        <button type="button" class="own-take" onclick=${() => void start()}>Take the table in</button>
        <button type="button" onclick=${() => save()}>Save this mapping</button>
        <label>Use a saved mapping ${file}</label>
      </div>`,
      said
    );
    if (focused) element.querySelector<HTMLElement>(`[data-field="${focused}"] :is(select, input)`)?.focus();
  };
  show();
  return element;
}
