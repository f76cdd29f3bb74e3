import {midnightOf} from "../../lib/days.js";
import {html} from "npm:htl";
import {formatCount, formatDay, formatShare} from "../../lib/format.js";
import type {Balance, Family} from "../../lib/learn/families.js";
import type {CalibrationMethod} from "../../lib/pipeline/calibrating.js";
import {calibrationMethods} from "../../lib/pipeline/calibrating.js";
import {asofSeries, labelNames, presetNames} from "../../lib/pipeline/question.js";
import type {PresetName} from "../../lib/pipeline/question.js";
import {familyNames, labelTexts} from "../../lib/lab/names.js";
import type {PageState} from "../state.js";
import {featureNames} from "../../lib/lab/featureNames.js";
import type {LabChoice, LabParameters, Validation} from "../../lib/lab/parameters.js";
import type {Tables} from "../../lib/lab/shop.js";
import {smallShopText} from "../../lib/lab/shop.js";
import {balances, families, labChoice, specFields, validations} from "../../lib/lab/parameters.js";
import {numberInput} from "../numberInput.js";
import {selectInput} from "../choiceInput.js";
import {textInput} from "../textInput.js";
import {toggleInput} from "../toggleInput.js";

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
  windows: "3 time windows, each predicted from before"
};

const calibrationTexts: Record<CalibrationMethod, string> = {
  none: "None",
  platt: "Platt (on a fifth of the training rows)",
  isotonic: "Isotonic (on a fifth of the training rows)",
  prior: "Prior correction (undoes weights and SMOTE)"
};

type LabState = PageState<LabParameters>;

/** The lab's form: its value is the choice that its inputs stand for. */
export interface LabForm extends HTMLElement {
  readonly value: LabChoice;
  /** Sets inputs by the names of their parameters, as if the reader had. */
  assign(values: Readonly<Record<string, unknown>>): void;
}

interface About extends Tables {
  first_purchase: string;
  cutoff: string;
}

type Put = (name: string, element: HTMLElement & {value: unknown}) => HTMLElement;

/**
 * All inputs of the lab, each bound to the address; the value is the choice that they stand for.
 * @param shown the families whose parameters are offered
 */
export function labForm(address: LabState, about: About, shown: readonly Family[] = families): LabForm {
  const placed = new Map<string, HTMLElement & {value: unknown}>();
  const put: Put = (name, element) => {
    placed.set(name, element);
    return address.input(name, element);
  };
  const chosen = () => labChoice(address.values, about.cutoff, featureNames);
  const settings = html`<span></span>`;
  const small = smallShopText(about);
  const form = html`<div class="field-holder lab-form">
    ${address.problems} ${questionInputs(put)} ${address.tools()}
    <details class="lab-more">
      <summary>Data and judging: ${settings}</summary>
      <div class="filters">${dataInputs(put, about)} ${methodInputs(put, shown)}</div>
    </details>
    ${specInputs(put, shown)} ${small ? html`<p class="lab-note">${small}</p>` : null}
  </div>`;
  const relevant = () => {
    const choice = chosen();
    const {label} = choice.question;
    const show = (name: string, visible: boolean) => placed.get(name)?.toggleAttribute("hidden", !visible);
    for (const name of ["preset", "asof", "strict", "only"]) show(name, label !== "late");
    show("horizon", label === "forward");
    show("days", label === "recency");
    show("held", choice.validation === "holdout");
    settings.textContent = settingsText(choice);
  };
  form.addEventListener("input", relevant);
  relevant();
  return Object.defineProperties(form, {
    value: {get: chosen},
    assign: {
      value(values: Readonly<Record<string, unknown>>) {
        for (const [name, value] of Object.entries(values)) {
          const element = placed.get(name);
          if (!element) continue;
          element.value = value;
          element.dispatchEvent(new Event("input", {bubbles: true}));
        }
      }
    }
  }) as LabForm;
}

/** What is set where the reader does not see it. */
function settingsText({question, validation, held, balance, calibration, seed}: LabChoice): string {
  return [
    question.label === "late" ? null : `as of ${formatDay(midnightOf(question.asof))}`,
    question.only.length ? `${formatCount(question.only.length)} features` : null,
    validation === "holdout" ? `${formatShare(held, 0)} held out` : validationTexts[validation].toLowerCase(),
    balance === "none" ? null : balanceTexts[balance],
    calibration === "none" ? null : `calibrated (${calibration})`,
    `seed ${seed}`
  ]
    .filter((part) => part !== null)
    .join(", ");
}

/** What is predicted, and from what. */
const questionInputs = (put: Put): HTMLElement[] => [
  put("label", selectInput(labelNames, "Predict", labelTexts)),
  put("preset", selectInput(presetNames, "From", presetTexts)),
  put("horizon", numberInput([7, 365], {label: "Horizon", unit: "days", step: 1, slider: true})),
  put("days", numberInput([1, 700], {label: "Recency cut", unit: "days", step: 1, slider: true}))
];

/** Which customers, and what of them is known. */
function dataInputs(put: Put, {first_purchase, cutoff}: About): HTMLElement[] {
  const days = asofSeries({start: first_purchase, end: cutoff, horizon: 30, step: 1});
  const end = cutoff.slice(0, 10);
  const asof = selectInput(["", ...new Set([...days, end].sort())], "Cutoff date", (day: string) =>
    day === "" ? "the latest day that the label allows" : formatDay(midnightOf(day))
  );
  return [
    put("asof", asof),
    put("strict", toggleInput("Count orders from their approval on (strict)")),
    put("only", textInput("Only features (numbers)", {placeholder: "1,5-9"}))
  ];
}

/** How models are judged, and what is done about a rare outcome. */
const methodInputs = (put: Put, shown: readonly Family[]): (HTMLElement | null)[] => [
  put("validation", selectInput(validations, "Judge by", validationTexts)),
  put("held", numberInput([0.05, 0.5], {label: "Share held out", unit: "share", step: 0.01, slider: true})),
  put("balance", selectInput(balances, "Rare outcome", balanceTexts)),
  put("calibration", selectInput(calibrationMethods, "Calibrate", calibrationTexts)),
  put("seed", numberInput([0, 999_999], {label: "Seed", step: 1})),
  shown.includes("logistic") ? put("backend", backendInput()) : null
];

const backendInput = () =>
  selectInput(
    ["auto", "webgl", "cpu"],
    "Logistic regression on",
    (name: string) =>
      ({auto: "whichever fits", webgl: "webgl, then float64", cpu: "cpu, float64"})[name] ?? name
  );

/** Inputs of the families' parameters, a family each in a group that opens. */
const specInputs = (put: Put, shown: readonly Family[]): HTMLElement =>
  html`<div class="lab-specs">
    ${shown.map(
      (family) =>
        html`<details class="lab-spec">
          <summary>${familyNames[family]}</summary>
          <div class="filters">
            ${specFields
              .filter((field) => field.family === family)
              .map(({key, label, bound: {low, high, whole}}) =>
                put(key, numberInput([low, high], whole ? {label, step: 1} : {label}))
              )}
          </div>
        </details>`
    )}
  </div>`;
