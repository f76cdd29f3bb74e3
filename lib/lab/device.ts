import type {Backend, BackendChoice, WebglProbe} from "../learn/backend.js";
import {chooseBackend} from "../learn/backend.js";
import type {Problem} from "../learn/problem.js";
import {proximalGradient} from "../learn/proximalGradient.js";
import type {Surroundings} from "../learn/train.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";

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

/** Starts steps of proximal gradient somewhere. */
export type StartSteps = Surroundings["start"];

/** The WebGL at hand, where there is any. */
export interface Webgl {
  probe: () => WebglProbe;
  /** Throws where WebGL is no good. */
  start: () => Promise<{steps: StartSteps; tensors: () => number}>;
}

/** A training in two forms: by steps on a device, or wholly on the CPU. */
export interface Training<T> {
  problem: Problem;
  withSteps: (start: StartSteps) => Promise<Result<T>>;
  onCpu: () => Promise<Result<T>>;
}

/**
 * Trains on the backend that is asked for, or else on WebGL where a GPU takes a step faster than the CPU. Where WebGL
 * is missing or fails, the CPU does it all, and `ranOn.fellBack` says why.
 */
export async function trainOnDevice<T extends object>(
  choice: BackendChoice,
  {problem, withSteps, onCpu}: Training<T>,
  webgl?: Webgl
): Promise<Result<T & {ranOn: RanOn}>> {
  const probe = choice === "cpu" || !webgl ? {renderer: null, float32: false} : webgl.probe();
  const {backend, fellBack} = chooseBackend(choice, probe);
  const tell = (result: Result<T>, ranOn: Omit<RanOn, "renderer">) =>
    result.ok ? ok({...result.value, ranOn: {...ranOn, renderer: probe.renderer}}) : result;
  const fallBack = async (why: string) =>
    tell(await onCpu(), {backend: "cpu", fellBack: why, tensorsLeft: 0});
  if (backend === "cpu" || !webgl) return fallBack(fellBack);
  try {
    const {steps, tensors} = await webgl.start();
    const before = tensors();
    if (choice === "auto" && !(await isFaster(steps, problem))) return await fallBack("");
    const result = await withSteps(steps);
    return tell(result, {backend, fellBack: "", tensorsLeft: tensors() - before});
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fallBack(`WebGL failed (${reason}), so the training ran on the CPU from its first step.`);
  }
}

/** Times three steps after a first one that compiles the shaders, against one on the CPU. */
async function isFaster(steps: StartSteps, problem: Problem) {
  const model = {intercept: 0, coefficients: new Float64Array(problem.columns.length)};
  const time = async (begin: StartSteps, count: number) => {
    const stepper = await begin(problem, model, 1e-3);
    try {
      await stepper.advance(1);
      const from = performance.now();
      await stepper.advance(count);
      return (performance.now() - from) / count;
    } finally {
      stepper.dispose();
    }
  };
  return (await time(steps, 3)) < (await time(proximalGradient, 1));
}
