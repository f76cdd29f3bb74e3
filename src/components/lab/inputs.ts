import * as Inputs from "npm:@observablehq/inputs";
import {html} from "npm:htl";
import {formatDay} from "../../lib/format.js";
import type {Balance, Family} from "../../lib/learn/families.js";
import {asofSeries, labelNames, presetNames} from "../../lib/learn/lab/question.js";
import type {LabelName, PresetName} from "../../lib/learn/lab/question.js";
import type {PageState} from "../state.js";
import {featureNames} from "./names.js";
import type {LabChoice, labParameters, Validation} from "./parameters.js";
import {balances, families, labChoice, specFields, validations} from "./parameters.js";

export const familyNames: Record<Family, string> = {
  logistic: "Logistic regression",
  forest: "Random forest",
  boosting: "Gradient boosting",
  xgboost: "XGBoost-style boosting"
};

export const labelTexts: Record<LabelName, string> = {
  forward: "Forward: does not order again within the horizon",
  recency: "Recency: last order longer ago than so many days",
  rule: "The brief’s rule: 180, 365 or 540 days",
  late: "Late delivery, at the time of purchase"
};

const presetTexts: Record<PresetName, string> = {
  all: "All 78 features",
  safe: "Leak-free 57 features"
};

const balanceTexts: Record<Balance, string> = {
  none: "As it is",
  weights: "Class weights",
  smote: "SMOTE",
  smotenc: "SMOTE-NC"
};

const validationTexts: Record<Validation, string> = {
  holdout: "Stratified hold-out",
  folds: "Stratified 5 folds",
  windows: "3 time windows, each foretold from before"
};

type LabState = PageState<typeof labParameters>;

const select = <T extends string>(options: readonly T[], label: string, texts: Readonly<Record<T, string>>) =>
  Inputs.select(options, {label, format: (name: T) => texts[name]});

interface About {
  first_purchase: string;
  cutoff: string;
}

/**
 * All inputs of the lab, each bound to the address; the value is the choice that they stand for.
 * @param shown the families whose parameters are offered
 */
export function labForm(
  address: LabState,
  about: About,
  shown: readonly Family[] = families
): HTMLElement & {readonly value: LabChoice} {
  const form = html`<div class="lab-form">
    ${address.problems} ${questionInputs(address, about)} ${methodInputs(address, shown)}
    ${specInputs(address, shown)} ${address.copyLink()}
  </div>`;
  return Object.defineProperty(form, "value", {
    get: () => labChoice(address.values, about.cutoff, featureNames)
  }) as HTMLElement & {readonly value: LabChoice};
}

/** Inputs of what is foretold, and from what. */
function questionInputs(address: LabState, {first_purchase, cutoff}: About): HTMLElement {
  const days = asofSeries({start: first_purchase, end: cutoff, horizon: 30, step: 1});
  const end = cutoff.slice(0, 10);
  const asof = Inputs.select(["", ...new Set([...days, end].sort())], {
    label: "As of",
    format: (day: string) =>
      day === "" ? "the latest day that the label allows" : formatDay(new Date(`${day}T00:00:00Z`))
  });
  const choices = html`<div class="filters">
    ${address.input("label", select(labelNames, "Foretell", labelTexts))}
    ${address.input("preset", select(presetNames, "From", presetTexts))} ${address.input("asof", asof)}
    ${address.input("horizon", Inputs.range([7, 365], {label: "Horizon, days", step: 1}))}
    ${address.input("days", Inputs.range([1, 700], {label: "Recency cut, days", step: 1}))}
    ${address.input("strict", Inputs.toggle({label: "Count orders from their approval on (strict)"}))}
    ${address.input("only", Inputs.text({label: "Only features (numbers)", placeholder: "1,5-9"}))}
  </div>`;
  const relevant = () => {
    const {label} = address.values;
    show(choices.children[1], label !== "late");
    show(choices.children[2], label !== "late");
    show(choices.children[3], label === "forward");
    show(choices.children[4], label === "recency");
    show(choices.children[5], label !== "late");
    show(choices.children[6], label !== "late");
  };
  choices.addEventListener("input", relevant);
  relevant();
  return choices;
}

const show = (element: Element, visible: boolean) => element.toggleAttribute("hidden", !visible);

/** Inputs of how models are judged, and what is done about a rare outcome. */
const methodInputs = (address: LabState, shown: readonly Family[]): HTMLElement =>
  html`<div class="filters">
    ${address.input("validation", select(validations, "Judge by", validationTexts))}
    ${address.input("held", Inputs.range([0.05, 0.5], {label: "Share held out", step: 0.01}))}
    ${address.input("balance", select(balances, "Rare outcome", balanceTexts))}
    ${address.input("seed", Inputs.number([0, 999_999], {label: "Seed", step: 1}))}
    ${shown.includes("logistic") ? backendInput(address) : null}
  </div>`;

const backendInput = (address: LabState) =>
  address.input(
    "backend",
    Inputs.select(["auto", "webgl", "cpu"], {
      label: "Logistic regression on",
      format: (name: string) =>
        ({auto: "whichever fits", webgl: "webgl, then float64", cpu: "cpu, float64"})[name] ?? name
    })
  );

/** Inputs of the families' parameters, a family each in a group that opens. */
const specInputs = (address: LabState, shown: readonly Family[]): HTMLElement =>
  html`<div class="lab-specs">
    ${shown.map(
      (family) =>
        html`<details class="lab-spec">
          <summary>${familyNames[family]}</summary>
          <div class="filters">
            ${specFields
              .filter((field) => field.family === family)
              .map(({key, label, bound: {low, high, whole}}) =>
                address.input(key, Inputs.number([low, high], {label, step: whole ? 1 : "any"}))
              )}
          </div>
        </details>`
    )}
  </div>`;
