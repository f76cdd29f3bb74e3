import {html} from "npm:htl";
import {formatCount, formatNumber} from "../lib/format.js";
import {quantile} from "../lib/metrics/quantile.js";
import type {Timings} from "./timings.js";
import {clearTimings, timings, timingsChange, timingsOn, turnTimings} from "./timings.js";

/** The tab's own measures of its memory, where the browser tells. */
interface Memory {
  memory?: {usedJSHeapSize: number};
}

/** A kind of work with its number and quantiles, in milliseconds. */
export const timingRows = (all: Timings): {what: string; n: number; p50: number; p95: number}[] =>
  Object.entries(all).map(([what, list]) => {
    const sorted = Float64Array.from(list).sort();
    return {what, n: sorted.length, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95)};
  });

const milliseconds = (value: number) => `${formatNumber(value, value < 10 ? 1 : 0)} ms`;

/** A switch for timings of queries, training and scoring in this tab, and what they have come to. */
export function timingsPanel(): {element: HTMLElement; dispose: () => void} {
  const body = html`<div></div>`;
  const box = html`<input type="checkbox" id="timings-on" />` as HTMLInputElement;
  const clear = html`<button type="button">Clear</button>` as HTMLButtonElement;
  const show = () => {
    box.checked = timingsOn();
    clear.disabled = !box.checked;
    const rows = timingRows(timings());
    const used = (performance as Performance & Memory).memory?.usedJSHeapSize;
    body.replaceChildren(
      ...(!box.checked
        ? [html`<p>Nothing is timed.</p>`]
        : [
            rows.length
              ? html`<table class="timings">
                  <thead>
                    <tr>
                      <th scope="col">Work</th>
                      <th scope="col">Runs</th>
                      <th scope="col">p50</th>
                      <th scope="col">p95</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${rows.map(
                      ({what, n, p50, p95}) =>
                        html`<tr>
                          <th scope="row">${what}</th>
                          <td>${formatCount(n)}</td>
                          <td>${milliseconds(p50)}</td>
                          <td>${milliseconds(p95)}</td>
                        </tr>`
                    )}
                  </tbody>
                </table>`
              : html`<p>Timing: open a page that asks the data or trains a model, and come back.</p>`,
            html`<p>
              ${
                used === undefined
                  ? "This browser does not tell how much memory the tab uses."
                  : `The tab's scripts use ${formatCount(used / 1e6)} MB of memory, workers not counted.`
              }
            </p>`
          ])
    );
  };
  box.addEventListener("change", () => {
    turnTimings(box.checked);
    show();
  });
  clear.addEventListener("click", clearTimings);
  globalThis.addEventListener(timingsChange, show);
  show();
  const element = html`<div class="timings-panel">
    <p><label for="timings-on">${box} Time queries, training and scoring in this tab</label> ${clear}</p>
    ${body}
  </div>`;
  return {element, dispose: () => globalThis.removeEventListener(timingsChange, show)};
}
