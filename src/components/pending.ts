import {html} from "npm:htl";
import type {Result} from "../lib/result.js";
import {problem} from "./problem.js";
import {copiesOf, snapshotOf} from "./snapshot.js";

const shown = new Map<string, Element>();

/**
 * What a promise will become on the page: a placeholder, or what the page was built with, until it is settled, the last content of that name dimmed
 * while a newer one is on its way, and a sentence if it fails.
 * @example pending("answer", query("select 1 as n"), ([{n}]) => html`<p>${n}</p>`)
 */
export function pending<T>(name: string, data: Promise<T>, render: (value: T) => Element): HTMLElement {
  const before = shown.get(name);
  const built = before ? undefined : snapshotOf("pending", name);
  const first = before ?? (built ? copiesOf(built) : html`<p class="pending-text">Working …</p>`);
  const place = html`<div
    class="pending"
    data-pending=${name}
    aria-busy="true"
    data-state=${before ? "stale" : "pending"}
  >
    ${first}
  </div>`;
  const show = (state: string, content: Element) => {
    place.dataset.state = state;
    place.setAttribute("aria-busy", "false");
    place.replaceChildren(content);
  };
  data
    .then((value) => {
      const content = render(value);
      shown.set(name, content);
      show("ready", content);
    })
    .catch((error: unknown) => show("error", problem("This could not be worked out", error)));
  return place;
}

/** The same for a result: where there is no answer, the sentence that says why stands in its place. */
export const answered = <T>(
  name: string,
  data: Promise<Result<T>>,
  render: (value: T) => Element
): HTMLElement =>
  pending(name, data, (result) =>
    result.ok ? render(result.value) : problem("There is nothing to show", result.message)
  );

/** The same for what rests on an answer that stands above and says why there is none: nothing stands in its place. */
export const alsoAnswered = <T>(
  name: string,
  data: Promise<Result<T>>,
  render: (value: T) => Element
): HTMLElement =>
  pending(name, data, (result) => (result.ok ? render(result.value) : document.createElement("span")));
