import {formatTyped} from "../../../lib/format.js";
import {html} from "npm:htl";
import type {Adjustment} from "../../../lib/experiments/read/adjust.js";
import type {Sides} from "../../../lib/experiments/arms.js";
import type {PageState} from "../../state.js";
import type {ValueElement} from "../../stateInput.js";
import {armsInput} from "../armsInput.js";
import type {ReadChoice, readParameters} from "./parameters.js";
import {adjustments, metrics, sidesOptions, sources, worseOptions} from "./parameters.js";
import {numberInput} from "../../numberInput.js";
import {radioInput, selectInput} from "../../choiceInput.js";
import {textInput} from "../../textInput.js";
import {toggleInput} from "../../toggleInput.js";

const sourceTexts: Record<ReadChoice["source"], string> = {
  arms: "numbers that I type in",
  users: "a table of users (CSV)",
  practice: "a practice campaign"
};
const metricTexts: Record<ReadChoice["metric"], string> = {
  proportion: "a rate (users who converted)",
  mean: "a mean (revenue per user)"
};
const sidesTexts: Record<Sides, string> = {
  "two-sided": "in either direction",
  greater: "only if higher",
  less: "only if lower"
};
const adjustmentTexts: Record<Adjustment, string> = {
  holm: "Holm (any false finding)",
  bonferroni: "Bonferroni (any false finding)",
  BH: "Benjamini–Hochberg (share of false findings)",
  BY: "Benjamini–Yekutieli (the same, any dependence)",
  none: "none"
};
const worseTexts = {more: "more of it is worse", fewer: "less of it is worse"};

/** The page's inputs: its value is the reader's choice. */
export interface ReadForm extends HTMLElement {
  readonly value: ReadChoice;
  /** Sets inputs by the names of their parameters, as if the reader had. */
  assign(values: Partial<ReadChoice>): void;
}

/** Whether an input has a say under a choice. */
const relevant: Partial<Record<keyof ReadChoice, (now: ReadChoice) => boolean>> = {
  metric: ({source}) => source === "arms",
  arms: ({source, metric}) => source === "arms" && metric === "proportion",
  meanArms: ({source, metric}) => source === "arms" && metric === "mean",
  cap: ({source}) => source !== "arms",
  cuped: ({source}) => source !== "arms"
};

/** Puts inputs in place, bound to the address, and hides those without a say. */
function placing(address: PageState<typeof readParameters>, conditions: typeof relevant) {
  const placed = new Map<keyof ReadChoice, ValueElement>();
  return {
    put: <E extends ValueElement>(name: keyof ReadChoice, element: E): E => {
      placed.set(name, element);
      return address.input(name, element);
    },
    finish: <F extends HTMLElement>(form: F): F & ReadForm => {
      const show = () => {
        for (const [name, element] of placed)
          element.toggleAttribute("hidden", conditions[name]?.(address.values) === false);
      };
      form.addEventListener("input", show);
      show();
      const assign = (values: Partial<ReadChoice>) => {
        for (const [name, value] of Object.entries(values) as [keyof ReadChoice, unknown][]) {
          const element = placed.get(name);
          if (!element) continue;
          element.value = value;
          element.dispatchEvent(new Event("input", {bubbles: true}));
        }
      };
      return Object.defineProperties(form, {
        value: {get: () => address.values},
        assign: {value: assign}
      }) as F & ReadForm;
    }
  };
}

/** What was measured and how it is to be read. */
export function readForm(address: PageState<typeof readParameters>): ReadForm {
  const {put, finish} = placing(address, relevant);
  return finish(
    html`<div class="bar-form">
      <div class="filters bar">
        ${address.problems} ${put("source", radioInput(sources, "Read", sourceTexts))}
        ${put("metric", radioInput(metrics, "Measured is", metricTexts))} ${address.tools()}
        <details>
          <summary>Split, level, sides, several tests, outliers</summary>
          <div class="filters">
            ${put("split", textInput("Planned split", {placeholder: "equal; or 90/10"}))}
            ${put("level", numberInput([0.5, 0.999], {label: "Level of intervals", unit: "share"}))}
            ${put("sides", selectInput(sidesOptions, "A difference counts", sidesTexts))}
            ${put("adjust", selectInput(adjustments, "For several tests", adjustmentTexts))}
            ${put("others", textInput("p of other metrics", {placeholder: `${formatTyped(0.03)} ${formatTyped(0.2)}`}))}
            ${put("cap", numberInput([0.5, 1], {label: "Cap amounts at quantile", unit: "share"}))}
            ${put("cuped", toggleInput("Use values from before (CUPED)"))}
          </div>
        </details>
      </div>
      ${put("arms", armsInput("proportion"))} ${put("meanArms", armsInput("mean"))}
    </div>`
  );
}

/** A metric that must not suffer. */
export function guardForm(address: PageState<typeof readParameters>): ReadForm {
  const shown = ({guarded}: ReadChoice) => guarded;
  const {put, finish} = placing(address, {guard: shown, margin: shown, worse: shown});
  return finish(
    html`<div class="experiment-form">
      ${put("guarded", toggleInput("Watch a guardrail"))}
      ${put("guard", armsInput("proportion", "guardrail"))}
      <div class="filters">
        ${put("margin", numberInput([0.001, 1], {label: "Bearable change", unit: "share"}))}
        ${put("worse", selectInput(worseOptions, "Which way is worse", worseTexts))}
      </div>
    </div>`
  );
}
