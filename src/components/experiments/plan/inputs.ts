import {currencySign} from "../../../lib/format.js";
import {html} from "npm:htl";
import type {Correction} from "../../../lib/experiments/plan/corrections.js";
import {stateInput} from "../../filters.js";
import type {PageState} from "../../state.js";
import type {FormulaName, PlanChoice, planParameters, PlanMetricName} from "./parameters.js";
import {
  anything,
  corrections,
  formulas,
  metrics,
  money,
  percent,
  segmentChoices,
  sidesNames
} from "./parameters.js";
import {formulaNames} from "./text.js";
import {nameField} from "../../field.js";
import {numberInput} from "../../numberInput.js";
import {selectInput} from "../../choiceInput.js";
import {fieldGroup} from "../../fieldGroup.js";

const metricNames: Record<PlanMetricName, string> = {
  proportion: "A share of users (conversion)",
  mean: "A mean (order value)",
  revenue: "Revenue per user, many of whom buy nothing",
  ratio: "A ratio of two sums (revenue per order)"
};

const correctionNames: Record<Correction, string> = {
  none: "None",
  bonferroni: "Bonferroni",
  sidak: "Šidák"
};

/** Which metrics need an input; all of them where it is not listed. */
const needed: Partial<Record<keyof PlanChoice, readonly PlanMetricName[]>> = {
  baseline: ["proportion"],
  buyers: ["revenue"],
  mean: ["mean", "revenue", "ratio"],
  sd: ["mean", "revenue", "ratio"],
  per: ["ratio"],
  perSd: ["ratio"],
  correlation: ["ratio"],
  formula: ["proportion"],
  worth: ["proportion"]
};
const typed = new Set<keyof PlanChoice>(["baseline", "buyers", "mean", "sd", "per", "perSd", "correlation"]);

/** Whether an input bears on the plan as it stands. @example isNeeded("buyers", choice) => false */
export function isNeeded(name: keyof PlanChoice, {metric, source, arms}: PlanChoice): boolean {
  if (!(needed[name]?.includes(metric) ?? true)) return false;
  if (name === "correction") return arms > 2;
  if (name === "population" || name === "segment") return source === "data";
  return source === "typed" || !typed.has(name);
}

const effectName = "Smallest effect worth finding";

/** What the smallest effect is counted in. @example effectUnit({as: "absolute", metric: "proportion"}) => "pp" */
export const effectUnit = ({as, metric}: Pick<PlanChoice, "as" | "metric">): string =>
  as === "relative" ? "%" : metric === "proportion" ? "pp" : currencySign;

const number = ({min, max}: {min: number; max: number}, label: string, unit?: string, help?: string) =>
  numberInput([min, max], {label, unit, help});

const makers: Record<keyof PlanChoice, () => HTMLElement & {value: unknown}> = {
  metric: () => selectInput(metrics, "What is measured", metricNames),
  source: () =>
    selectInput(["typed", "data"], "Its present value", {typed: "as typed in", data: "of the shop’s data"}),
  population: stateInput,
  segment: () => selectInput(segmentChoices, "Segment"),
  baseline: () => number(percent, "Baseline", "%"),
  buyers: () => number(percent, "Users who buy", "%"),
  mean: () => number(money, "Mean", currencySign, "Of those who buy; of a ratio, of its numerator."),
  sd: () => number(money, "Its standard deviation", currencySign),
  per: () => number(money, "Mean of the denominator"),
  perSd: () => number(money, "Its standard deviation"),
  correlation: () => number({min: -1, max: 1}, "Correlation of both"),
  effect: () => number(anything, effectName, "pp"),
  as: () =>
    selectInput(["absolute", "relative"], "The effect is", {
      absolute: `absolute: points or ${currencySign}`,
      relative: "relative: % of the baseline"
    }),
  alpha: () => number(percent, "Alpha (false alarms)", "%"),
  power: () => number(percent, "Power", "%"),
  sides: () => selectInput(sidesNames, "Sides"),
  arms: () => numberInput([2, 10], {label: "Arms, control included", step: 1}),
  ratio: () => number({min: 0, max: 1000}, "Users in a variant for one in the control"),
  correction: () => selectInput(corrections, "Correction for several variants", correctionNames),
  formula: () => selectInput<FormulaName>(formulas, "Formula", formulaNames),
  traffic: () => number(anything, "Users a day"),
  share: () => number(percent, "Share that takes part", "%"),
  cost: () => number(money, "Cost of a user in a variant", currencySign),
  worth: () => number(money, "Worth of one conversion", currencySign)
};

/** What is seldom changed, under a name each. */
const groups: Readonly<Record<string, readonly (keyof PlanChoice)[]>> = {
  "Errors and arms": ["alpha", "power", "sides", "arms", "ratio", "correction", "formula"],
  "Traffic and cost": ["traffic", "share", "cost", "worth"]
};

/** All inputs of the page, each bound to the address; those without bearing are hidden. Its value is the choice. */
export function planForm(
  address: PageState<ReturnType<typeof planParameters>>
): HTMLElement & {readonly value: PlanChoice} {
  const names = Object.keys(makers) as (keyof PlanChoice)[];
  const inputs = new Map(names.map((name) => [name, address.input(name, makers[name]())]));
  const grouped = new Set(Object.values(groups).flat());
  const form = html`<div class="filters bar">
    ${address.problems} ${names.filter((name) => !grouped.has(name)).map((name) => inputs.get(name))}
    ${address.tools()}
    ${Object.entries(groups).map(([title, members]) =>
      fieldGroup(
        title,
        members.map((name) => inputs.get(name) ?? null)
      )
    )}
  </div>`;
  const show = () => {
    for (const [name, input] of inputs) input.style.display = isNeeded(name, address.values) ? "" : "none";
    const effect = inputs.get("effect");
    if (effect) nameField(effect, effectName, effectUnit(address.values));
  };
  form.addEventListener("input", show);
  show();
  return Object.defineProperty(form, "value", {get: () => address.values}) as HTMLElement & {
    readonly value: PlanChoice;
  };
}
