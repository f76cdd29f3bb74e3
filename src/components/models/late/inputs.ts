import {parameterBounds} from "../../../lib/learn/parameters.js";
import type {lateParameters} from "../../../lib/lab/lateParameters.js";
import {backends, flaggedShare} from "../../../lib/lab/lateParameters.js";
import {fieldGroup} from "../../fieldGroup.js";
import {inputGroup} from "../../inputGroup.js";
import {numberInput} from "../../numberInput.js";
import type {PageState} from "../../state.js";
import {selectInput} from "../../choiceInput.js";
import {toggleInput} from "../../toggleInput.js";

const {C, l1Ratio, learningRate, steps, seed, testShare} = parameterBounds;

/** The inputs of the page. */
export const modelInputs = {
  /** How it is fitted, folded away. */
  fitting: (address: PageState<typeof lateParameters>) =>
    inputGroup(
      address,
      {
        l1: numberInput([l1Ratio.low, l1Ratio.high], {
          label: "Mixing: L2 at 0, L1 at 1",
          step: 0.05,
          slider: true
        }),
        rate: numberInput([learningRate.low, learningRate.high], {label: "Learning rate"}),
        steps: numberInput([steps.low, steps.high], {label: "Steps", step: 1, slider: "log"}),
        seed: numberInput([seed.low, seed.high], {label: "Seed", step: 1}),
        backend: selectInput(
          backends,
          "Run on",
          (name: string) =>
            ({auto: "whichever is faster", webgl: "webgl, float32", cpu: "cpu, float64"})[name] ?? name
        )
      },
      (elements) => fieldGroup("Fitting", elements)
    ),
  C: () => numberInput([C.low, C.high], {label: "Penalty C (less is stricter)"}),
  held: () =>
    numberInput([testShare.low, testShare.high], {
      label: "Share held out",
      unit: "share",
      step: 0.01,
      slider: true
    }),
  embargo: () => toggleInput("Only orders whose end was known by then"),
  flagged: () =>
    numberInput([...flaggedShare], {
      label: "Riskiest share to look at",
      unit: "share",
      step: 0.01,
      slider: true
    })
};
