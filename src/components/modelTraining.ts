import * as Comlink from "comlink";
import {html} from "npm:htl";
import {formatNumber} from "../lib/format.js";
import type {BackendChoice} from "../lib/learn/backend.js";
import type {TrainParameters} from "../lib/learn/parameters.js";
import type {LearningTable} from "../lib/learn/prepare.js";
import type {LossPoint} from "../lib/learn/train.js";
import type {TrainApi} from "../workers/train.worker.js";
import type {Outcome} from "../workers/training.js";
import {lossCurve} from "./charts/lossCurve.js";
import {checkText, effortText, ranOnText} from "./modelText.js";
import type {Pool} from "./pool.js";
import {createPool} from "./pool.js";
import {problem} from "./problem.js";
import {progress} from "./progress.js";

/** What the reader chose. */
export interface TrainingChoice extends TrainParameters {
  backend: BackendChoice;
}

/** A Train button with all that comes of pressing it. */
export interface TrainingPanel {
  /** An input: its value is the last outcome, null before there is one. */
  element: HTMLElement & {value: Outcome | null};
  /** Says what the next training is to be; an outcome of another choice is marked as such. */
  choose: (choice: TrainingChoice) => void;
  train: () => Promise<void>;
  dispose: () => void;
}

interface PanelOptions {
  table: Promise<LearningTable>;
  /** Train as soon as the first choice is made. */
  begin?: boolean;
  /** Called when a training begins and, with null, when the choice is no longer what was trained. */
  onTrained?: (choice: TrainingChoice | null) => void;
}

/** How long a cancelled worker may take to stop by itself before it is replaced, in milliseconds. */
const grace = 1000;

/**
 * Trains in a worker when asked: progress with Cancel, the loss as it falls, what it ran on and the self check. Nothing
 * is trained before somebody asks, and a failure leaves the last outcome where it was.
 */
export function trainingPanel({table, begin, onTrained}: PanelOptions): TrainingPanel {
  let pool: Pool<TrainApi> | undefined;
  let choice: TrainingChoice | undefined;
  let trained: string | undefined;
  let running: AbortController | undefined;

  const button = html`<button type="button" class="train" onclick=${() => void train()}>Train</button>`;
  const status = html`<div class="train-status" role="status">Nothing is trained yet.</div>`;
  const work = html`<div class="train-work"></div>`;
  const curve = html`<div class="train-curve" role="img" aria-label="Mean log loss by step"></div>`;
  const element = Object.assign(
    html`<section class="card training" aria-label="Training">
      <div class="train-head">${button} ${status}</div>
      ${work} ${curve}
    </section>`,
    {value: null as Outcome | null}
  );

  const draw = (points: readonly LossPoint[], steps: number, optimum?: number) => {
    const width = Math.floor(curve.clientWidth);
    if (width <= 0) return;
    const picture = lossCurve(points, {width, steps, optimum});
    picture.setAttribute("aria-hidden", "true");
    curve.replaceChildren(picture);
  };
  const redraw = () => {
    if (element.value)
      draw(element.value.points, element.value.points.at(-1)?.step ?? 1, element.value.check.optimumLoss);
  };
  new ResizeObserver(redraw).observe(curve);

  function choose(next: TrainingChoice) {
    const first = choice === undefined;
    choice = next;
    if (first && begin) void train();
    const stale = trained !== undefined && trained !== JSON.stringify(next);
    const at = running ? "running" : stale ? "stale" : element.value ? "ready" : "idle";
    element.dataset.state = at;
    element.setAttribute("aria-busy", String(at === "running"));
    if (stale && !running) {
      status.textContent = "The inputs have changed since: press Train to learn again.";
      onTrained?.(null);
    }
  }

  async function train() {
    if (!choice) return;
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const {backend, ...parameters} = choice;
    const mine = choice;
    onTrained?.(mine);
    const bar = progress("Training the model");
    bar.signal.addEventListener("abort", () => controller.abort());
    choose(mine);
    status.textContent = "";
    work.replaceChildren(bar.element);
    const settle = (outcome: string) => {
      bar.finish(outcome);
      if (running === controller) running = undefined;
      choose(choice ?? mine);
    };
    try {
      pool ??= createPool<TrainApi>(
        () => new Worker(import.meta.resolve("../workers/train.worker.js"), {type: "module"}),
        1
      );
      const kill = new AbortController();
      const request = {table: await table, parameters, backend};
      const result = await pool.run(
        (worker, onProgress) => {
          const stop = () => {
            void worker.cancel();
            setTimeout(() => kill.abort(), grace);
          };
          if (controller.signal.aborted) stop();
          controller.signal.addEventListener("abort", stop);
          return worker.train(
            request,
            Comlink.proxy(({share, points}) => {
              onProgress(share);
              if (!controller.signal.aborted) draw(points, parameters.steps);
            })
          );
        },
        {signal: kill.signal, onProgress: (share) => bar.onProgress(share)}
      );
      if (controller.signal.aborted && running !== controller) return;
      if (!result.ok) {
        settle(result.message);
        onTrained?.(null);
        redraw();
        if (result.code !== "cancelled")
          work.replaceChildren(problem("The model was not trained", result.message));
        return;
      }
      trained = JSON.stringify(mine);
      element.value = result.value;
      settle(`Trained: ${formatNumber(parameters.steps, 0)} steps.`);
      redraw();
      work.replaceChildren(report(result.value));
      element.dispatchEvent(new Event("input", {bubbles: true}));
    } catch (error) {
      settle("The model was not trained");
      onTrained?.(null);
      work.replaceChildren(problem("The model was not trained", error));
    }
  }

  return {
    element,
    choose,
    train,
    dispose: () => {
      running?.abort();
      pool?.dispose();
    }
  };
}

/** What it ran on, whether it fell back, and what the self check found. */
const report = (outcome: Outcome): HTMLElement =>
  html`<div class="train-report">
    <p>
      <strong class="train-device" data-backend=${outcome.ranOn.backend}>${ranOnText(outcome.ranOn)}</strong>
      ${effortText(outcome)}
    </p>
    ${outcome.ranOn.fellBack ? html`<p class="train-fell-back" role="alert">${outcome.ranOn.fellBack}</p>` : null}
    <p class="train-check" data-ok=${String(outcome.check.ok)}>${checkText(outcome.check, outcome.ranOn)}</p>
  </div>`;
