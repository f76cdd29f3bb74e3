import * as Inputs from "npm:@observablehq/inputs";
import {parameterBounds} from "../../../lib/learn/parameters.js";
import {backends, flaggedShare} from "../../../lib/lab/lateParameters.js";
import {numberInput} from "../../numberInput.js";

const {C, l1Ratio, learningRate, steps, seed, testShare} = parameterBounds;

/** The inputs of the page. */
export const modelInputs = {
  C: () => numberInput([...C], {label: "Penalty C (less is stricter)"}),
  l1: () => numberInput([...l1Ratio], {label: "Mixing: L2 at 0, L1 at 1", step: 0.05, slider: true}),
  rate: () => numberInput([...learningRate], {label: "Learning rate"}),
  steps: () => numberInput([...steps], {label: "Steps", step: 1, slider: "log"}),
  seed: () => numberInput([...seed], {label: "Seed", step: 1}),
  held: () => numberInput([...testShare], {label: "Share held out", step: 0.01, slider: true}),
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
