import {html} from "npm:htl";
import {defaultArms, defaultMeanArms, longestArmsText} from "../../../lib/experiments/armsText.js";
import type {StateValues} from "../../../lib/state/parameter.js";
import {choice, flag, integer, real, text} from "../../../lib/state/parameters.js";
import type {PageState} from "../../state.js";
import type {ValueElement} from "../../stateInput.js";
import {armsInput} from "../armsInput.js";
import {numberInput} from "../../numberInput.js";
import {radioInput, selectInput} from "../../choiceInput.js";
import {toggleInput} from "../../toggleInput.js";

const metrics = ["proportion", "mean"] as const;
const priors = ["flat", "jeffreys", "informed", "own"] as const;
const kinds = ["absolute", "relative"] as const;

/** What a reader says about a Bayesian reading, as it stands in the address. */
export const bayesParameters = {
  metric: choice<(typeof metrics)[number]>("proportion", metrics),
  arms: text(defaultArms, {max: longestArmsText}),
  meanArms: text(defaultMeanArms, {max: longestArmsText}),
  prior: choice<(typeof priors)[number]>("flat", priors),
  prior_a: real(1, {min: 0, max: 1e6}),
  prior_b: real(1, {min: 0, max: 1e6}),
  prior_rate: real(0.2, {min: 0, max: 1}),
  prior_weight: integer(100, {min: 0, max: 1_000_000}),
  effect_prior: flag(false),
  effect_mean: real(0, {min: -1e6, max: 1e6}),
  effect_sd: real(0.1, {min: 0, max: 1e6}),
  kind: choice<(typeof kinds)[number]>("absolute", kinds),
  care: real(0.1, {min: 0, max: 1e6}),
  level: real(0.95, {min: 0.5, max: 0.999})
};

export type BayesChoice = StateValues<typeof bayesParameters>;
export type BayesState = PageState<typeof bayesParameters>;

export const priorTexts: Record<(typeof priors)[number], string> = {
  flat: "flat, Beta(1, 1)",
  jeffreys: "Jeffreys, Beta(½, ½)",
  informed: "from a known rate",
  own: "counts of my own"
};

const metricTexts = {proportion: "a rate (users who converted)", mean: "a mean (revenue per user)"};
const kindTexts = {absolute: "as a difference", relative: "as a share of the control"};
const number = (min: number, max: number, label: string, unit?: string) =>
  numberInput([min, max], {label, unit});

/** Whether an input has a say under a choice. */
const relevant: Partial<Record<keyof BayesChoice, (now: BayesChoice) => boolean>> = {
  arms: ({metric}) => metric === "proportion",
  meanArms: ({metric}) => metric === "mean",
  prior: ({metric}) => metric === "proportion",
  prior_a: ({metric, prior}) => metric === "proportion" && prior === "own",
  prior_b: ({metric, prior}) => metric === "proportion" && prior === "own",
  prior_rate: ({metric, prior}) => metric === "proportion" && prior === "informed",
  prior_weight: ({metric, prior}) => metric === "proportion" && prior === "informed",
  effect_prior: ({metric}) => metric === "mean",
  effect_mean: ({metric, effect_prior}) => metric === "mean" && effect_prior,
  effect_sd: ({metric, effect_prior}) => metric === "mean" && effect_prior
};

/** All inputs of the page; those without a say are hidden. Its value is the reader's choice. */
export function bayesForm(address: BayesState): HTMLElement & {value: BayesChoice} {
  const placed = new Map<keyof BayesChoice, HTMLElement>();
  const put = <E extends ValueElement>(name: keyof BayesChoice, element: E): E => {
    placed.set(name, element);
    return address.input(name, element);
  };
  const metricInput = radioInput(metrics, "Measured is", metricTexts);
  const form = html`<div class="bar-form">
    <div class="filters bar">
      ${address.problems} ${put("metric", metricInput)}
      ${put("prior", selectInput(priors, "Prior of each rate", priorTexts))}
      ${put("prior_a", number(0, 1e6, "Prior count a (conversions)"))}
      ${put("prior_b", number(0, 1e6, "Prior count b (others)"))}
      ${put("prior_rate", number(0, 1, "Known rate", "share"))}
      ${put("prior_weight", numberInput([0, 1e6], {label: "It is worth", unit: "users", step: 1}))}
      ${put("effect_prior", toggleInput("Prior on the effect"))}
      ${put("effect_mean", number(-1e6, 1e6, "Effect expected before (mean)"))}
      ${put("effect_sd", number(0, 1e6, "Its standard deviation"))}
      ${put("kind", radioInput(kinds, "Effect", kindTexts))}
      ${put("care", number(0, 1e6, "Loss that does not matter"))}
      ${put("level", number(0.5, 0.999, "Level of the intervals", "share"))} ${address.tools()}
    </div>
    ${put("arms", armsInput("proportion"))} ${put("meanArms", armsInput("mean"))}
  </div>`;
  const show = () => {
    for (const [name, element] of placed)
      element.style.display = relevant[name]?.(address.values) === false ? "none" : "";
  };
  form.addEventListener("input", show);
  show();
  return Object.defineProperty(form, "value", {get: () => address.values}) as HTMLElement & {
    value: BayesChoice;
  };
}
