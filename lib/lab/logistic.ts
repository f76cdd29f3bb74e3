import type {BackendChoice} from "../learn/backend.js";
import {checkProblem} from "../learn/checkProblem.js";
import type {TurnTaking} from "../learn/inTurns.js";
import {inTurns, turnMilliseconds} from "../learn/inTurns.js";
import {safeLearningRate} from "../learn/learningRate.js";
import type {Optimum} from "../learn/optimum.js";
import {optimum} from "../learn/optimum.js";
import type {LinearModel, Problem} from "../learn/problem.js";
import {fail, ok} from "../result.js";
import type {Result} from "../result.js";
import type {RanOn, StartSteps, Webgl} from "./device.js";
import {trainOnDevice} from "./device.js";

export interface LogisticOptions extends Omit<TurnTaking, "now"> {
  backend: BackendChoice;
  /** The compiled kernels, where there are any. */
  module?: WebAssembly.Module;
  onProgress: (progress: {share: number}) => void;
  /** Without it everything runs on the CPU. */
  webgl?: Webgl;
}

/** The minimum, and how many steps a device took towards it before float64 went the rest of the way. */
export interface LogisticFit extends Optimum {
  steps: number;
  ranOn: RanOn;
}

const mostSteps = 300;
const stepsPerLook = 10;
/** A share of the objective that 32 bits can just see. */
const standsStill = 1e-6;
/** Coefficients agree to about 1e-9 whatever the start. */
const tolerance = 1e-10;

/**
 * Elastic-net logistic regression on the backend that is asked for or fits best. On WebGL, accelerated steps in
 * float32 until the objective stands still; then, and elsewhere from the base rate, `optimum` in float64, so that
 * each backend gives the same coefficients (where there is one minimum only). Fails with a sentence where there is
 * nothing to learn, and with the code "cancelled".
 */
export async function logisticOn(problem: Problem, options: LogisticOptions): Promise<Result<LogisticFit>> {
  const checked = checkProblem(problem);
  if (!checked.ok) return checked;
  const world: TurnTaking = {...options, now: () => performance.now()};
  const {module, onProgress} = options;

  async function solve(start?: LinearModel, steps = 0): Promise<Result<Omit<LogisticFit, "ranOn">>> {
    const before = steps ? 0.5 : 0;
    const solver = optimum(problem, {start, tolerance, module});
    const best = await inTurns(solver, world, (progress) => {
      if (progress) onProgress({share: before + (1 - before) * progress.share});
    });
    return best ? ok({...best, steps}) : cancelled();
  }

  async function withSteps(start: StartSteps) {
    const rate = await inTurns(safeLearningRate(problem, {module}), world);
    if (rate === undefined) return cancelled();
    const there = await stepsTowards(problem, start, rate, world, (share) => onProgress({share: share / 2}));
    return there ? solve(there.model, there.steps) : cancelled();
  }

  return trainOnDevice(options.backend, {problem, withSteps, onCpu: () => solve()}, options.webgl);
}

/** Takes steps until the objective stands still; undefined when cancelled; throws where numbers are lost. */
async function stepsTowards(
  problem: Problem,
  start: StartSteps,
  rate: number,
  {now, pause, cancelled}: TurnTaking,
  onShare: (share: number) => void
): Promise<{model: LinearModel; steps: number} | undefined> {
  const zero = {intercept: 0, coefficients: new Float64Array(problem.columns.length)};
  const stepper = await start(problem, zero, rate);
  try {
    let steps = 0;
    let lowest = Infinity;
    for (let turn = 1, sinceLook = 0; steps < mostSteps;) {
      const before = now();
      await stepper.advance(turn);
      steps += turn;
      sinceLook += turn;
      if (sinceLook >= stepsPerLook || steps >= mostSteps) {
        sinceLook = 0;
        const {objective} = await stepper.loss();
        if (!Number.isFinite(objective)) throw new Error("its steps left the range of numbers");
        if (objective > lowest * (1 - standsStill)) break;
        lowest = objective;
        onShare(steps / mostSteps);
      }
      const spent = Math.max(now() - before, 1);
      turn = Math.max(1, Math.min(2 * turn, stepsPerLook, Math.floor((turn * turnMilliseconds) / spent)));
      turn = Math.min(turn, mostSteps - steps);
      await pause();
      if (cancelled()) return undefined;
    }
    const model = await stepper.model();
    if (![model.intercept, ...model.coefficients].every(Number.isFinite))
      throw new Error("its steps left the range of numbers");
    return {model, steps};
  } finally {
    stepper.dispose();
  }
}

const cancelled = () => fail("cancelled", "The training was cancelled.");
