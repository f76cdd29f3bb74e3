import type {Backend, BackendChoice, WebglProbe} from "../lib/learn/backend.js";
import {chooseBackend} from "../lib/learn/backend.js";
import type {TrainParameters} from "../lib/learn/parameters.js";
import type {LearningTable, Prepared} from "../lib/learn/prepare.js";
import {prepare} from "../lib/learn/prepare.js";
import {proximalGradient} from "../lib/learn/proximalGradient.js";
import type {Progress, Surroundings, Trained} from "../lib/learn/train.js";
import {train} from "../lib/learn/train.js";
import type {Result} from "../lib/result.js";
import {ok} from "../lib/result.js";
import {probeWebgl, startWebgl} from "./webgl.js";
import {webglStepper} from "./webglStepper.js";

export interface TrainRequest {
  table: LearningTable;
  parameters: TrainParameters;
  backend: BackendChoice;
}

/** Which device did the work. */
export interface RanOn {
  backend: Backend;
  /** What WebGL calls itself, also where it was not taken; null where there is none. */
  renderer: string | null;
  /** Why it is not the backend that was asked for; empty if it is. */
  fellBack: string;
  /** Tensors that the training left on the GPU. */
  tensorsLeft: number;
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
export async function trainOn(request: TrainRequest, report: Report): Promise<Result<Outcome>> {
  const mine = ++current;
  const prepared = prepare(request.table, request.parameters);
  if (!prepared.ok) return prepared;
  const world: Surroundings = {
    start: proximalGradient,
    now: () => performance.now(),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    cancelled: () => mine !== current,
    onProgress: (progress) => void report(progress)
  };
  const probe = request.backend === "cpu" ? {renderer: null, float32: false} : probeWebgl();
  const ran = await run(prepared.value, request, world, probe);
  if (!ran.ok) return ran;
  const {train: learnt, test, embargoed, boundary} = prepared.value.split;
  return ok({
    ...ran.value,
    rows: {train: learnt.length, test: test.length, embargoed: embargoed.length},
    boundary
  });
}

async function run(
  prepared: Prepared,
  {parameters, backend: choice}: TrainRequest,
  world: Surroundings,
  probe: WebglProbe
): Promise<Result<Trained & {ranOn: RanOn}>> {
  const {backend, fellBack} = chooseBackend(choice, probe);
  const on = (result: Result<Trained>, ranOn: Omit<RanOn, "renderer">) =>
    result.ok ? ok({...result.value, ranOn: {...ranOn, renderer: probe.renderer}}) : result;
  const onCpu = async (why: string) =>
    on(await train(prepared, parameters, world), {backend: "cpu", fellBack: why, tensorsLeft: 0});
  if (backend === "cpu") return onCpu(fellBack);
  try {
    const device = await startWebgl();
    const before = device.tensors();
    const start: Surroundings["start"] = (...problem) => webglStepper(device, ...problem);
    if (choice === "auto" && !(await isFaster(start, prepared, world))) return await onCpu("");
    const result = await train(prepared, parameters, {...world, start});
    return on(result, {backend, fellBack: "", tensorsLeft: device.tensors() - before});
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    return onCpu(`WebGL failed (${reason}), so the training ran on the CPU from its first step.`);
  }
}

/** Times three steps after a first one that compiles the shaders, against one on the CPU. */
async function isFaster(start: Surroundings["start"], {problem, terms}: Prepared, {now}: Surroundings) {
  const model = {intercept: 0, coefficients: new Float64Array(terms.length)};
  const time = async (begin: Surroundings["start"], steps: number) => {
    const stepper = await begin(problem, model, 1e-3);
    try {
      await stepper.advance(1);
      const from = now();
      await stepper.advance(steps);
      return (now() - from) / steps;
    } finally {
      stepper.dispose();
    }
  };
  return (await time(start, 3)) < (await time(proximalGradient, 1));
}
