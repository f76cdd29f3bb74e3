import {html} from "npm:htl";
import type {Chosen} from "../../lib/explore/chosen.js";
import {conditionText, valueText} from "../../lib/explore/words.js";
import type {SetDimension} from "../../lib/explore/dimensions.js";
import {formatCount} from "../../lib/format.js";
import type {Counts} from "./crossfilter.js";
import type {ViewElement} from "./viewFrame.js";
import {viewFrame} from "./viewFrame.js";

/** Orders by the values of a column of texts, a button each that chooses it or lifts that. */
export function setView(dimension: SetDimension, all: Counts): ViewElement {
  const {texts, label} = dimension;
  const order = Object.keys(texts ?? {});
  const values = [...all.keys()]
    .map(String)
    .sort((a, b) => (texts ? order.indexOf(a) - order.indexOf(b) : (all.get(b) ?? 0) - (all.get(a) ?? 0)));
  const rows = new Map(values.map((value) => [value, rowOf(value)]));
  const list = html`<div class="explore-list" role="group" aria-label=${`${label}, choose any`}>
    ${[...rows.values()].map(({button}) => button)}
  </div>`;
  const hint = () =>
    value.length === 0 ? "Choose one or several." : `Selected: ${conditionText(value, dimension)}`;
  const frame = viewFrame(dimension, list, hint, () => take([]));
  let value: Chosen = [];

  function rowOf(value: string) {
    const bar = html`<span class="explore-bar"></span>`;
    const count = html`<span class="explore-count"></span>`;
    const button = html`<button type="button" aria-pressed="false" onclick=${() => toggle(value)}>
      <span class="explore-value">${valueText(value, dimension)}</span>${bar}${count}
    </button>`;
    return {button, bar, count};
  }
  function toggle(one: string) {
    take(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
    frame.tell();
  }
  const take = (chosen: Chosen) => {
    value = chosen;
    for (const [one, {button}] of rows) button.setAttribute("aria-pressed", String(chosen.includes(one)));
    frame.mark(chosen.length > 0);
    frame.say();
  };
  frame.say();
  return Object.defineProperties(frame.figure, {
    value: {get: () => value, set: take},
    show: {
      value: (counts: Counts) => {
        const most = Math.max(1, ...counts.values());
        for (const [one, {bar, count}] of rows) {
          const orders = counts.get(one) ?? 0;
          const text = formatCount(orders);
          bar.style.setProperty("--share", String(orders / most));
          if (count.textContent !== text) count.textContent = text;
        }
      }
    }
  }) as ViewElement;
}
