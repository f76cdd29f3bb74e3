import type {BackendChoice} from "../learn/backend.js";
import type {TrainParameters} from "../learn/parameters.js";
import type {LearningTable} from "../learn/prepare.js";
import {prepare} from "../learn/prepare.js";
import {proximalGradient} from "../learn/proximalGradient.js";
import type {Progress, Surroundings, Trained} from "../learn/train.js";
import {train} from "../learn/train.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {RanOn, Webgl} from "./device.js";
import {trainOnDevice} from "./device.js";

export interface TrainRequest {
  table: LearningTable;
  parameters: TrainParameters;
  backend: BackendChoice;
}

export interface Outcome extends Trained {
  ranOn: RanOn;
  /** Rows learnt from, held out and left out by the embargo. */
  rows: {train: number; test: number; embargoed: number};
  /** When the test period begins. */
  boundary: number;
}

type Report = (progress: Progress) => unknown;

let current = 0;

/** Stops the training under way, if there is one, at the end of its turn. */
export function cancel(): void {
  current++;
}

/** Trains on the backend that is asked for or fits best; a training under way is cancelled first. */
export async function trainOn(
  request: TrainRequest,
  report: Report,
  webgl?: Webgl
): Promise<Result<Outcome>> {
  const mine = ++current;
  const prepared = prepare(request.table, request.parameters);
  if (!prepared.ok) return prepared;
  const world: Omit<Surroundings, "start"> = {
    now: () => performance.now(),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    cancelled: () => mine !== current,
    onProgress: (progress) => void report(progress)
  };
  const withSteps = (start: Surroundings["start"]) =>
    train(prepared.value, request.parameters, {...world, start});
  const ran = await trainOnDevice(
    request.backend,
    {problem: prepared.value.problem, withSteps, onCpu: () => withSteps(proximalGradient)},
    webgl
  );
  if (!ran.ok) return ran;
  const {train: learnt, test, embargoed, boundary} = prepared.value.split;
  return ok({
    ...ran.value,
    rows: {train: learnt.length, test: test.length, embargoed: embargoed.length},
    boundary
  });
}
