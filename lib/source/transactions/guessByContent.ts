import {numberParts} from "../../reading/numberField.js";
import type {Field} from "./fields.js";
import type {Mapping} from "./mapping.js";
import {neededFields} from "./fields.js";

/** Fewer rows tell nothing. */
const fewestRows = 8;
const nearly = 0.95;

const day =
  /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})|(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))([T ,].*)?$/;

/** What the values of a column look like. */
interface Look {
  name: string;
  /** Shares of the filled cells: days, numbers that are no days, and numbers with decimals or a currency beside. */
  days: number;
  numbers: number;
  money: number;
  /** Distinct values as a share of the filled cells. */
  distinct: number;
  /** Share of the rows that are filled. */
  filled: number;
}

function lookOf(name: string, cells: readonly string[]): Look {
  const values = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const share = (holds: (value: string) => boolean) =>
    values.filter(holds).length / Math.max(1, values.length);
  const isNumber = (value: string) => !day.test(value) && numberParts(value).form !== "none";
  return {
    name,
    days: share((value) => day.test(value)),
    numbers: share(isNumber),
    money: share(
      (value) => isNumber(value) && (/[.,]\d{1,2}\D*$/.test(value) || numberParts(value).currency !== "")
    ),
    distinct: new Set(values).size / Math.max(1, values.length),
    filled: values.length / Math.max(1, cells.length)
  };
}

/** What stands highest in each field's order of preference, among the columns that could be it. */
const fits: Partial<Record<Field, {could: (look: Look) => boolean; rank: (look: Look) => number}>> = {
  time: {could: ({days, filled}) => days >= nearly && filled >= nearly, rank: ({distinct}) => distinct},
  amount: {
    could: ({numbers, money}) => numbers >= nearly && money > 0.5,
    rank: ({money, distinct}) => money + distinct
  },
  // An order is unique or nearly; the customer comes back, but there are many.
  order: {
    could: ({distinct, days, money, filled}) =>
      distinct >= nearly && days < 0.5 && money < 0.5 && filled >= nearly,
    rank: ({distinct}) => distinct
  },
  customer: {
    could: ({distinct, days, money}) => distinct < nearly && distinct > 0.1 && days < 0.5 && money < 0.5,
    rank: ({distinct}) => distinct
  }
};

/**
 * What the names of a table's columns left open, guessed from the values of its first rows: a time parses as one, amounts are
 * numbers with decimals or a currency, an order is unique or nearly, a customer comes back. Only to be shown and corrected.
 * @param mapping what the names told; none of its columns is guessed anew
 */
export function guessByContent(
  {header, rows}: {header: readonly string[]; rows: readonly (readonly string[])[]},
  {columns}: Pick<Mapping, "columns">
): Mapping["columns"] {
  if (rows.length < fewestRows) return {};
  const taken = new Set(Object.values(columns));
  const looks = header.map((name, at) =>
    lookOf(
      name,
      rows.map((row) => row[at] ?? "")
    )
  );
  const guessed: Mapping["columns"] = {};
  for (const field of ["time", "amount", "order", "customer"] as const) {
    // Without an order's id, an order is what a customer bought at a time: no reason to guess one where the names told the rest.
    if (columns[field] || (field === "order" && neededFields.every((needed) => columns[needed]))) continue;
    const fit = fits[field];
    const [best] = looks
      .filter((look) => !taken.has(look.name) && fit?.could(look))
      .toSorted((a, b) => (fit?.rank(b) ?? 0) - (fit?.rank(a) ?? 0));
    if (!best) continue;
    guessed[field] = best.name;
    taken.add(best.name);
  }
  return guessed;
}
