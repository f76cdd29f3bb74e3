import * as Inputs from "npm:@observablehq/inputs";
import {parameterBounds} from "../../../lib/learn/parameters.js";
import {backends, flaggedShare} from "../../../lib/lab/lateParameters.js";
import {numberInput} from "../../numberInput.js";

const {C, l1Ratio, learningRate, steps, seed, testShare} = parameterBounds;

/** The inputs of the page. */
export const modelInputs = {
  C: () => numberInput([C.low, C.high], {label: "Penalty C (less is stricter)"}),
  l1: () =>
    numberInput([l1Ratio.low, l1Ratio.high], {label: "Mixing: L2 at 0, L1 at 1", step: 0.05, slider: true}),
  rate: () => numberInput([learningRate.low, learningRate.high], {label: "Learning rate"}),
  steps: () => numberInput([steps.low, steps.high], {label: "Steps", step: 1, slider: "log"}),
  seed: () => numberInput([seed.low, seed.high], {label: "Seed", step: 1}),
  held: () =>
    numberInput([testShare.low, testShare.high], {label: "Share held out", step: 0.01, slider: true}),
  embargo: () => Inputs.toggle({label: "Only orders whose end was known by then"}),
  backend: () =>
    Inputs.select(backends, {
      label: "Run on",
      format: (name: string) =>
        ({auto: "whichever is faster", webgl: "webgl, float32", cpu: "cpu, float64"})[name] ?? name
    }),
  flagged: () =>
    numberInput([...flaggedShare], {label: "Riskiest share to look at", step: 0.01, slider: true})
};
