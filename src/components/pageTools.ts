import {ownInUse, ownRecord} from "./own/record.js";
import {html} from "npm:htl";
import {formatDay} from "../lib/format.js";
import {chosenIn} from "./chosen.js";

interface PageToolsOptions {
  /** The button that copies the address. */
  link: HTMLElement;
  /** Sets everything back to its default. */
  reset: () => void;
  /** Whether the page tells of the shop's data, which end on a day. */
  dated: boolean;
}

/** The end of a page's bar of choices. */
export interface PageTools {
  readonly element: HTMLElement;
  /** Says what the page is as of now by the values that it lets readers choose, and whether there is anything to set back. */
  follow(values: Readonly<Record<string, unknown>>, isDefault: boolean): void;
}

/**
 * What the page is as of, "Reset" and "Copy link"; on a phone also the line that the bar folds into, which says what is
 * chosen. Whether the bar is open is told by the line's button alone: the style sheet does the rest.
 */
export function pageTools({link, reset, dated}: PageToolsOptions): PageTools {
  const asOf = html`<span class="as-of"></span>`;
  const back = html`<button type="button" aria-label="Reset all choices" onclick=${reset}>
    Reset
  </button>` as HTMLButtonElement;
  const chosen = html`<span class="bar-chosen"></span>`;
  const fold = html`<button type="button" class="bar-fold" aria-expanded="false">
    <span>Filters</span> ${chosen}
  </button>`;
  fold.addEventListener("click", () => {
    fold.setAttribute("aria-expanded", String(fold.getAttribute("aria-expanded") !== "true"));
    const bar = element.closest(".filters");
    if (bar && bar.getBoundingClientRect().top < 0) bar.scrollIntoView();
  });
  const element = html`<div class="page-tools">
    ${asOf}
    <div class="page-buttons">${back} ${link}</div>
    ${fold}
  </div>`;
  const summarise = () => {
    const bar = element.closest(".filters");
    chosen.textContent = bar ? chosenIn(bar).join(" · ") : "";
  };
  return {
    element,
    follow(values, isDefault) {
      const day = values.cutoff ?? values.asof;
      asOf.textContent = day instanceof Date ? `As of ${formatDay(day)}` : dated ? dataUntil() : "";
      back.disabled = isDefault;
      requestAnimationFrame(summarise);
    }
  };
}

/** The last day of the data: of a reader's own, or from the head of the page. */
function dataUntil(): string {
  const own = ownInUse() ? ownRecord() : null;
  return own
    ? `Orders until ${formatDay(new Date(`${own.lastPurchase}Z`))}`
    : (document.querySelector(".data-until")?.textContent ?? "");
}
