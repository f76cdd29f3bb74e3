import * as Comlink from "comlink";
import {html} from "npm:htl";
import {formatCount} from "../../../lib/format.js";
import type {Outcome} from "../../../lib/lab/late.js";
import type {LateChoice} from "../../../lib/lab/lateParameters.js";
import type {LossPoint} from "../../../lib/learn/train.js";
import type {Result} from "../../../lib/result.js";
import type {TaskOptions} from "../../../lib/task.js";
import type {TrainApi} from "../../../workers/train.worker.js";
import {lossCurve} from "../../charts/lossCurve.js";
import type {LabPanel} from "../../panel.js";
import {labPanel} from "../../panel.js";
import {lateOrders} from "./orders.js";
import {checkText, effortText, ranOnText} from "./text.js";
import {background} from "../../background.js";
import {publishedResult} from "../../publishedFiles.js";
import {copiesOf, snapshotOf} from "../../snapshot.js";

interface PanelOptions {
  /** Train as soon as the first choice is made. */
  begin?: boolean;
  /** Called with true when a training begins, with false when the choice is no longer what was trained. */
  onRan?: (ran: boolean) => void;
}

/** How long a cancelled worker may take to stop by itself before it is replaced, in milliseconds. */
const grace = 1000;
const label = "Training the model";

/**
 * Trains in a worker when asked, with the loss as it falls, what it ran on and the self check. Before that the outcome
 * that the site was published with is there.
 */
export function trainingPanel({begin, onRan}: PanelOptions): LabPanel<LateChoice, Outcome> {
  const training = background<TrainApi>(() => import.meta.resolve("../../../workers/train.worker.js"));
  const curve = html`<div class="train-curve" role="img" aria-label="Mean log loss by step"></div>`;
  const details = html`<div>${curve}</div>`;
  const draw = (points: readonly LossPoint[], steps: number, optimum?: number) => {
    const width = Math.floor(curve.clientWidth);
    if (width <= 0) return;
    const picture = lossCurve(points, {width, steps, optimum});
    picture.setAttribute("aria-hidden", "true");
    curve.replaceChildren(picture);
  };

  async function run(choice: LateChoice, {signal, onProgress}: TaskOptions): Promise<Result<Outcome>> {
    const {backend, ...parameters} = choice;
    const kill = new AbortController();
    const request = {table: await lateOrders(), parameters, backend};
    details.replaceChildren(curve);
    return training.ask(
      (worker, report) => {
        const stop = () => {
          void worker.cancel();
          setTimeout(() => kill.abort(), grace);
        };
        if (signal?.aborted) stop();
        signal?.addEventListener("abort", stop);
        return worker.train(
          request,
          Comlink.proxy(({share, points}) => {
            void report({share});
            if (!signal?.aborted) draw(points, parameters.steps);
          })
        );
      },
      {signal: kill.signal, onProgress: (share) => onProgress?.(share)}
    );
  }

  const panel = labPanel<LateChoice, Outcome>({
    ...{verb: "Train", label, run, begin, onRan},
    published: (choice) => publishedResult<Outcome>("late", choice),
    follows: true,
    summary: ({points}) => `Trained: ${formatCount(points.at(-1)?.step ?? 0)} steps`
  });
  const {element} = panel;
  const show = () => {
    if (element.value)
      draw(element.value.points, element.value.points.at(-1)?.step ?? 1, element.value.check.optimumLoss);
  };
  const before = begin ? undefined : snapshotOf("panel", label)?.querySelector(".train-details");
  details.className = "train-details";
  if (before) details.replaceChildren(...copiesOf(before));
  element.append(details);
  element.addEventListener("input", () => {
    details.replaceChildren(curve, ...(element.value ? [report(element.value)] : []));
    show();
  });
  new ResizeObserver(show).observe(curve);
  return {
    ...panel,
    dispose: () => {
      panel.dispose();
      training.dispose();
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
