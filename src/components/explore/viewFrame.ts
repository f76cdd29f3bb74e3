import {html} from "npm:htl";
import type {Condition} from "../../lib/explore/conditions.js";
import type {Dimension} from "../../lib/explore/dimensions.js";
import {lowerFirst} from "../../lib/explore/words.js";
import type {Counts} from "./crossfilter.js";

/** A view of a dimension: shows how many orders its values have, and narrows it. */
export type ViewElement = HTMLElement & {value: Condition; show: (counts: Counts) => void};

export interface Framed {
  figure: HTMLElement;
  /** Says what a reader points at, or how to use the view. */
  say(text?: string): void;
  /** Tells the page of a choice; a drag on its way has not settled. */
  tell(settled?: boolean): void;
  /** Shows the button that lifts the choice, or hides it. */
  mark(narrowed: boolean): void;
}

/** What a view that a reader has added says of itself, and how it goes again. */
export interface AddedView {
  about: string;
  remove: () => void;
}

/**
 * The frame of a view: name, body, a line of words, and a button that lifts its choice.
 * @param hint what the line says while nothing is pointed at
 */
export function viewFrame(
  dimension: Dimension,
  body: Node,
  hint: () => string,
  lift: () => void,
  added?: AddedView
): Framed {
  const {name, label} = dimension;
  const words = html`<figcaption></figcaption>`;
  const button = html`<button
    type="button"
    class="tool"
    hidden
    onclick=${() => {
      lift();
      tell();
      figure.focus();
    }}
  >
    Lift<span class="visually-hidden"> the choice of ${lowerFirst(label)}</span>
  </button>`;
  const removal = added
    ? html`<button type="button" class="tool" onclick=${added.remove}>
        Remove<span class="visually-hidden"> the view of ${lowerFirst(label)}</span>
      </button>`
    : null;
  const figure = html`<figure
    class="card explore-view"
    data-view=${name}
    tabindex="-1"
    aria-labelledby=${`explore-${name}`}
  >
    <div class="explore-head">
      <h2 id=${`explore-${name}`}>${label}</h2>
      <div class="explore-buttons">${button}${removal}</div>
    </div>
    ${added ? html`<p class="explore-about">${added.about}</p>` : null}${body}${words}
  </figure>`;
  const tell = (settled = true) => {
    figure.dispatchEvent(new Event("input", {bubbles: true}));
    if (settled) figure.dispatchEvent(new Event("change", {bubbles: true}));
  };
  return {
    figure,
    tell,
    say: (text = hint()) => (words.textContent = text),
    mark: (narrowed) => {
      button.hidden = !narrowed;
      figure.toggleAttribute("data-narrowed", narrowed);
    }
  };
}
