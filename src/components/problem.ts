import {html} from "npm:htl";

/** What a person can read of a failure: an Error, a failed Result or a plain sentence. */
export const messageOf = (error: unknown): string => {
  if (typeof error === "string") return error;
  if (error && typeof error === "object" && "message" in error && typeof error.message === "string")
    return error.message;
  return "something unexpected happened; reload the page to try again";
};

/**
 * A box with one sentence on what went wrong and what to do; screen readers read it out when it appears.
 * @param what what could not be done, as the start of a sentence: "The chart could not be drawn"
 * @param error an Error, a failed Result or a sentence with what to do
 * @example problem("The chart could not be drawn", "unknown table: order; there are: orders, items")
 */
export function problem(what: string, error: unknown): HTMLElement {
  return html`<div class="problem" role="alert"><strong>${what}:</strong> ${messageOf(error)}</div>`;
}
