import type {BackendChoice} from "../learn/backend.js";
import type {TrainParameters} from "../learn/parameters.js";
import {parameterBounds} from "../learn/parameters.js";
import type {Bound} from "../learn/specBounds.js";
import {choice, flag, integer, real} from "../state/parameters.js";
import type {StateValues} from "../state/parameter.js";

const within = ({low, high}: Bound) => ({min: low, max: high});
const {C, l1Ratio, learningRate, steps, seed, testShare} = parameterBounds;
/** The least and the largest share of orders that can be looked at. */
export const flaggedShare = [0.01, 0.5] as const;
export const backends = ["auto", "webgl", "cpu"] as const;

/** What a reader chooses about the model, as it stands in the address; `run` says that it was trained. */
export const lateParameters = {
  C: real(0.01, within(C)),
  l1: real(0.5, within(l1Ratio)),
  rate: real(1, within(learningRate)),
  steps: integer(100, within(steps)),
  seed: integer(1, within(seed)),
  held: real(0.2, within(testShare)),
  embargo: flag(true),
  backend: choice("auto", backends),
  flagged: real(0.1, {min: flaggedShare[0], max: flaggedShare[1]}),
  run: flag(false)
};

/** What the reader chose. */
export interface LateChoice extends TrainParameters {
  backend: BackendChoice;
}

/** The training that an address's values stand for. */
export const lateChoice = ({
  C,
  l1,
  rate,
  steps,
  seed,
  held,
  embargo,
  backend
}: Omit<StateValues<typeof lateParameters>, "flagged" | "run">): LateChoice => ({
  ...{C, l1Ratio: l1, learningRate: rate, steps, seed, testShare: held, embargo, backend}
});
