import * as Inputs from "npm:@observablehq/inputs";
import {parameterBounds} from "../lib/learn/parameters.js";
import {choice, flag, integer, real} from "../lib/state/parameters.js";
import {numberInput} from "./numberInput.js";

const within = ([min, max]: readonly [number, number]) => ({min, max});
const {C, l1Ratio, learningRate, steps, seed, testShare} = parameterBounds;
const flaggedShare = [0.01, 0.5] as const;
const backends = ["auto", "webgl", "cpu"] as const;

/** What a reader chooses about the model, as it stands in the address; `run` says that it was trained. */
export const modelParameters = {
  C: real(0.01, within(C)),
  l1: real(0.5, within(l1Ratio)),
  rate: real(1, within(learningRate)),
  steps: integer(100, within(steps)),
  seed: integer(1, within(seed)),
  held: real(0.2, within(testShare)),
  embargo: flag(true),
  backend: choice("auto", backends),
  flagged: real(0.1, within(flaggedShare)),
  run: flag(false)
};

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

/** An input without looks, for a value that the page itself sets. */
export function silentInput(): HTMLElement & {value: boolean; set: (value: boolean) => void} {
  const element = Object.assign(document.createElement("span"), {
    value: false,
    set(value: boolean) {
      if (element.value === value) return;
      element.value = value;
      element.dispatchEvent(new Event("input", {bubbles: true}));
    }
  });
  element.hidden = true;
  return element;
}
