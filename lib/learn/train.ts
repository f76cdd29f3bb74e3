import {randomStream} from "../random/streams.js";
import {fail, ok} from "../result.js";
import type {Result} from "../result.js";
import type {Term} from "./design.js";
import type {Evaluation} from "./evaluate.js";
import {evaluate} from "./evaluate.js";
import type {TurnTaking} from "./inTurns.js";
import {inTurns, turnMilliseconds} from "./inTurns.js";
import {optimum} from "./optimum.js";
import type {TrainParameters} from "./parameters.js";
import type {Prepared} from "./prepare.js";
import type {LinearModel, Loss, Problem} from "./problem.js";
import {lossOf} from "./problem.js";
import type {Stepper} from "./proximalGradient.js";

/** The loss after so many steps, and the milliseconds since the first one. */
export interface LossPoint extends Loss {
  step: number;
  elapsed: number;
}

/** What a training tells while it runs. */
export interface Progress {
  phase: "training" | "checking";
  /** From 0 to 1, within the phase. */
  share: number;
  points: LossPoint[];
}

/** The surroundings that a training needs and the analytics do not have. */
export interface Surroundings extends TurnTaking {
  /** Starts the steps on some backend. */
  start: (problem: Problem, model: LinearModel, learningRate: number) => Stepper | Promise<Stepper>;
  onProgress: (progress: Progress) => void;
}

/** What the loss should be, what it is, and whether they agree. */
export interface SelfCheck {
  /** Mean log loss that the backend reports for its last step. */
  reported: number;
  /** The same at the same coefficients in float64. */
  reference: number;
  difference: number;
  ok: boolean;
  /** How far the objective stands above its minimum, found by a float64 solver. */
  gap: number;
  /** The minimum's mean log loss. */
  optimumLoss: number;
  converged: boolean;
}

/** A trained model and everything the page shows of it, as plain data. */
export interface Trained {
  model: LinearModel;
  terms: Term[];
  points: LossPoint[];
  check: SelfCheck;
  evaluation: Evaluation;
  milliseconds: {training: number; checking: number};
}

const agreement = 1e-4;
const mostReports = 50;

/** Coefficients to start from: normal draws of spread .1 (Box and Muller 1958), the intercept at 0. */
export function startingModel(width: number, random: () => number): LinearModel {
  const draw = () => 0.1 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return {intercept: 0, coefficients: Float64Array.from({length: width}, draw)};
}

/**
 * Takes the steps, judges the model and checks the backend's arithmetic against float64. Works in turns of about
 * 50 ms, so that it can report and be cancelled. Fails with a sentence when cancelled or when the steps diverge.
 */
export async function train(
  prepared: Prepared,
  {learningRate, steps, seed}: TrainParameters,
  world: Surroundings
): Promise<Result<Trained>> {
  const {problem, terms} = prepared;
  const random = randomStream("late.start", seed);
  const first = startingModel(terms.length, random);
  const stepper = await world.start(problem, first, learningRate);
  const reports = Math.min(mostReports, steps);
  const begin = world.now();
  const points: LossPoint[] = [{step: 0, elapsed: 0, ...lossOf(problem, first)}];
  let model: LinearModel;
  try {
    for (let done = 0, turn = 1; done < steps;) {
      const nextReport = Math.min(steps, Math.ceil((points.length * steps) / reports));
      const count = Math.min(turn, nextReport - done);
      const before = world.now();
      await stepper.advance(count);
      done += count;
      const spent = world.now() - before;
      turn = Math.max(1, Math.min(2 * turn, Math.floor((count * turnMilliseconds) / Math.max(spent, 1))));
      if (done === nextReport) {
        const point = {step: done, elapsed: world.now() - begin, ...(await stepper.loss())};
        points.push(point);
        if (!Number.isFinite(point.objective)) return diverged(points[0].objective, NaN, learningRate);
        world.onProgress({phase: "training", share: done / steps, points: points.slice()});
      }
      await world.pause();
      if (world.cancelled()) return cancelled();
    }
    model = await stepper.model();
  } finally {
    stepper.dispose();
  }
  const last = points[points.length - 1];
  if (last.objective > points[0].objective)
    return diverged(points[0].objective, last.objective, learningRate);
  const training = world.now() - begin;
  const best = await inTurns(optimum(problem, {start: model}), world);
  if (!best) return cancelled();
  const exact = lossOf(problem, model);
  const difference = Math.abs(last.loss - exact.loss);
  return ok({
    model,
    terms,
    points,
    check: {
      reported: last.loss,
      reference: exact.loss,
      difference,
      ok: difference <= agreement,
      gap: Math.max(0, exact.objective - best.objective),
      optimumLoss: best.loss,
      converged: best.converged
    },
    evaluation: evaluate(prepared, model, random),
    milliseconds: {training, checking: world.now() - begin - training}
  });
}

const cancelled = () => fail("cancelled", "The training was cancelled.");

const diverged = (from: number, to: number, learningRate: number) =>
  fail(
    "diverged",
    `The steps diverge: the objective ${Number.isFinite(to) ? `rose from ${from.toPrecision(3)} to ${to.toPrecision(3)}` : "left the range of numbers"}. Choose a learning rate below ${learningRate}.`
  );
