import {html} from "npm:htl";
import {readable, table} from "../../table.js";
import type {KeptResult} from "../../resultCache.js";
import {clearKept, keptHours, keptResults, onKept} from "../../resultCache.js";
import {formatCount} from "../../../lib/format.js";

/**
 * What this browser keeps of earlier results, with a button that forgets it; follows what is added.
 * @param nothing said where nothing is kept
 */
export function keptPart(invalidation: Promise<unknown>, nothing = keptWords): HTMLElement {
  const place = html`<div class="kept-results"></div>`;
  const show = async () => place.replaceChildren(drawn(await keptResults(), nothing));
  const stop = onKept(() => void show());
  void invalidation.then(stop);
  void show();
  return place;
}

const keptWords = `Nothing is kept. Evaluations and recommendations worked out here are kept for ${formatCount(keptHours)} hours in this browser only, so that they need not be worked out again.`;

function drawn(results: readonly KeptResult[], nothing: string): HTMLElement {
  if (results.length === 0) return html`<p>${nothing}</p>`;
  return html`<div>
    ${table(
      results.map(({what, made, until}) => ({what, made: new Date(made), until: new Date(until)})),
      {
        caption: "Results kept in this browser",
        name: "kept-results",
        rows: 6,
        columns: {
          what: {label: "What"},
          made: {label: "Worked out", format: readable},
          until: {label: "Kept until", format: readable}
        }
      }
    )}
    <button type="button" class="tool" onclick=${() => void clearKept()}>Forget all</button>
  </div>`;
}
