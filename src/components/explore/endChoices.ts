import {html} from "npm:htl";
import type {RangeDimension} from "../../lib/explore/dimensions.js";
import type {Range} from "../../lib/explore/range.js";
import {endText} from "../../lib/explore/words.js";

/** Two menus, from and to, that narrow a range by keyboard as a drag does by hand. */
export function endChoices(
  dimension: RangeDimension,
  cuts: readonly number[],
  changed: (range: Range) => void
): {element: HTMLElement; set: (range: Range) => void} {
  const {whole, label} = dimension;
  const lows = cuts;
  const highs = whole ? cuts.map((cut) => cut - 1) : cuts;
  const menu = (ends: readonly number[]) =>
    html`<select>
      <option value="">any</option>
      ${ends.map((end) => html`<option value=${String(end)}>${endText(end, dimension)}</option>`)}
    </select>` as HTMLSelectElement;
  const [from, to] = [menu(lows), menu(highs)];
  const endOf = ({value}: HTMLSelectElement) => (value === "" ? null : Number(value));
  const turned = (kept: HTMLSelectElement, other: HTMLSelectElement) => {
    const [low, high] = [endOf(from), endOf(to)];
    if (low !== null && high !== null && (whole ? low > high : low >= high)) other.value = "";
    kept.focus();
    changed({low: endOf(from), high: endOf(to)});
  };
  /** An end from an address may stand between those on offer. */
  const put = (menu: HTMLSelectElement, end: number | null) => {
    const value = end === null ? "" : String(end);
    if (end !== null && ![...menu.options].some((option) => option.value === value))
      menu.append(html`<option value=${value}>${endText(end, dimension)}</option>`);
    menu.value = value;
  };
  for (const [menu, other] of [
    [from, to],
    [to, from]
  ])
    for (const type of ["input", "change"])
      menu.addEventListener(type, (event) => {
        event.stopPropagation();
        if (type === "change") turned(menu, other);
      });
  const name = html`<span class="visually-hidden">${label} </span>`;
  return {
    element: html`<div class="explore-ends">
      <label>${name}from ${from}</label>
      <label>${name.cloneNode(true)}${whole ? "to" : "to under"} ${to}</label>
    </div>`,
    set({low, high}) {
      put(from, low);
      put(to, high);
    }
  };
}
