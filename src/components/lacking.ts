import {html} from "npm:htl";
import {lackText} from "../lib/lackText.js";
import type {Lack} from "../lib/shop.js";

/**
 * The answer of a page that needs what the shop's files lack, which hides all else of the page; null where they have it.
 * @example display(lacking("reviews") ?? answered("scores-answer", scores.loading, answerPart))
 */
export function lacking(...needs: readonly Lack[]): HTMLElement | null {
  const text = lackText(...needs);
  return text === undefined ? null : html`<p class="answer lacking">${text}</p>`;
}

/**
 * The same of a part of a page, whose place it takes.
 * @example display(partLacking("approvals") ?? alsoAnswered("operations-stages", found.loading, stagesPart))
 */
export function partLacking(...needs: readonly Lack[]): HTMLElement | null {
  const text = lackText(...needs);
  return text === undefined ? null : html`<p>${text}</p>`;
}
