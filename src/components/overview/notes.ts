import {html} from "npm:htl";
import {period, selectMonths} from "../../lib/dashboard/cube.js";

/** What is shown where a reader has the first month come after the last. */
export const swappedMonths = (from: string, to: string): HTMLElement =>
  html`<p class="field-note" role="status">
    “From” is a later month than “to”: what lies between is shown, ${period(selectMonths(from, to, "all"))}.
  </p>`;

/** A sign that a category's figures are on their way, which goes when they are there. */
export function workingOn(category: string, figures: readonly Promise<unknown>[]): HTMLElement {
  const sign = html`<p class="pending-text" role="status">The figures of ${category} are worked out …</p>`;
  const done = () => sign.remove();
  void Promise.all(figures).then(done, done);
  return sign;
}
