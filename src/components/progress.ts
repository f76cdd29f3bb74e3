import {html} from "npm:htl";
import {formatShare} from "../lib/format.js";
import {announce} from "./exports.js";

export interface Progress {
  /** The bar with its Cancel button, for the page. */
  element: HTMLElement;
  /** Aborts when the reader cancels; give it to the job. */
  signal: AbortSignal;
  /** How far the job is, 0 to 1, and what it is doing; give it to the job. */
  onProgress: (share: number, doing?: string) => void;
  /** Says how it ended and takes the Cancel button away. */
  finish: (outcome: string) => void;
}

/**
 * A progress bar with a Cancel button for a long job.
 * @param label what is being done: "Training the model"
 * @example const {element, signal, onProgress, finish} = progress("Training the model");
 */
export function progress(label: string): Progress {
  const controller = new AbortController();
  const bar = html`<progress max="1" value="0" aria-label=${label}></progress>` as HTMLProgressElement;
  const doing = html`<span class="progress-text">${label}</span>`;
  const cancel = html`<button type="button" onclick=${() => stop()}>
    Cancel<span class="visually-hidden"> ${label}</span>
  </button>`;
  const element = html`<div class="progress" data-state="running">${bar}${doing}${cancel}</div>`;

  const end = (state: "cancelled" | "finished", text: string) => {
    element.dataset.state = state;
    doing.textContent = text;
    cancel.remove();
    announce(text);
  };
  const stop = () => {
    controller.abort();
    end("cancelled", `${label}: cancelled`);
  };
  const onProgress = (share: number, text = label) => {
    if (element.dataset.state !== "running") return;
    bar.value = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
    doing.textContent = `${text}, ${formatShare(bar.value, 0)}`;
  };
  const finish = (outcome: string) => {
    if (element.dataset.state !== "running") return;
    bar.value = 1;
    end("finished", outcome);
  };
  return {element, signal: controller.signal, onProgress, finish};
}
