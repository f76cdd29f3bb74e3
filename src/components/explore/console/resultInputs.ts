import {selectInput} from "../../choiceInput.js";
import type {Rows} from "../../sql.js";
import {showings} from "../../../lib/explore/resultShape.js";
import {lacks} from "../../../lib/shop.js";
import {placeCodes} from "../../../lib/state/placeCodes.js";
import {choice, text} from "../../../lib/state/parameters.js";

const by = placeCodes.length > 0 ? "state" : "city";
const measured = lacks("reviews") ? "sum(price_cents) / 100 as revenue" : "avg(review_score) as score";
const first = `select ${by}, count(*) as orders, ${measured}\nfrom orders\ngroup by ${by}\norder by orders desc`;

/** What a reader chooses in the console, as it stands in the address. */
export const consoleParameters = {
  query: text(first, {max: 20_000}),
  show: choice("table", showings),
  x: text("", {max: 100}),
  y: text("", {max: 100}),
  color: text("", {max: 100})
};

/** How a result is shown. */
export const showInput = () =>
  selectInput(showings, "Show as", {table: "table", bar: "bars", line: "line", dot: "dots"});

/**
 * A choice of one of a result's columns.
 * @param asked the column that the address names: it stays on offer, for the result may be on its way
 */
export function columnInput(label: string, rows: Rows | null, otherwise: string, asked: string) {
  const names = [...new Set(["", ...(rows?.columns ?? []), asked])];
  return selectInput(
    names,
    label,
    Object.fromEntries(names.map((name) => [name, name === "" ? otherwise : name])) as Record<string, string>
  );
}
