import {html} from "npm:htl";
import {problem} from "./problem.js";

const shown = new Map<string, Element>();

/**
 * What a promise will become on the page: a placeholder until it is settled, the last content of that name dimmed
 * while a newer one is on its way, and a sentence if it fails.
 * @example pending("answer", query("select 1 as n"), ([{n}]) => html`<p>${n}</p>`)
 */
export function pending<T>(name: string, data: Promise<T>, render: (value: T) => Element): HTMLElement {
  const before = shown.get(name);
  const place = html`<div class="pending" aria-busy="true" data-state=${before ? "stale" : "pending"}>
    ${before ?? html`<p class="pending-text">Working …</p>`}
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
