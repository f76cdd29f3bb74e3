import {html} from "npm:htl";
import {currencySign, formatDay, formatNumber, withUnit} from "../../../lib/format.js";
import {segmentNames} from "../../../lib/rfm/segments.js";
import type {Span} from "../../../lib/state/shared.js";
import {cutoffInput, stateInput} from "../../filters.js";
import type {PageState} from "../../state.js";
import type {PracticeChoice, practiceParameters} from "../../../lib/experiments/practice/parameters.js";
import {practiceBounds as bounds} from "../../../lib/experiments/practice/parameters.js";
import {fieldGroup} from "../../fieldGroup.js";
import {nameField} from "../../field.js";
import {numberInput} from "../../numberInput.js";
import {radioInput, selectInput} from "../../choiceInput.js";

type Bound = HTMLElement & {value: unknown};
type Put = (name: keyof PracticeChoice, element: Bound) => Bound;

/** The page's form: its value is the choice that its inputs stand for. */
export interface PracticeForm extends HTMLElement {
  readonly value: PracticeChoice;
}

const radio = (label: string, texts: Readonly<Record<string, string>>): Bound =>
  radioInput(Object.keys(texts), label, (name: string) => texts[name]);

const number = (label: string, name: keyof typeof bounds, step: number | "any" = 1, unit?: string): Bound =>
  numberInput([...bounds[name]], {label, step, unit});

/** What the planted effect is counted in. */
const unitOf = ({p_kind, p_outcome}: PracticeChoice): string =>
  p_kind === "relative"
    ? "% of the baseline"
    : p_outcome === "conversion"
      ? "percentage points"
      : `${currencySign} a person`;

/**
 * All inputs of a practice campaign, each bound to the address.
 * @example const choice = view(practiceForm(address, await manifest()));
 */
export function practiceForm(
  address: PageState<ReturnType<typeof practiceParameters>>,
  about: Span
): PracticeForm {
  const placed = new Map<string, Bound>();
  const put: Put = (name, element) => {
    placed.set(name, element);
    return address.input(name, element);
  };
  const settings = html`<span></span>`;
  const form = html`<div class="filters bar practice-form">
    ${address.problems} ${who(put, about)} ${planted(put)} ${address.tools()}
    ${fieldGroup("Without treatment", untreated(put))}
    <details>
      <summary>How it is run and what goes wrong: ${settings}</summary>
      <div class="filters">${running(put)}</div>
    </details>
  </div>`;
  const relevant = () => {
    const choice = address.values;
    const show = (name: keyof PracticeChoice, visible: boolean) =>
      placed.get(name)?.toggleAttribute("hidden", !visible);
    const drawn = choice.p_base === "made-up";
    show("p_rate", drawn);
    show("p_history", drawn);
    show("p_horizon", !drawn);
    const [effect, rate] = [placed.get("p_effect"), placed.get("p_rate")];
    if (effect) nameField(effect, "Effect planted", unitOf(choice));
    const doing = choice.p_outcome === "conversion" ? "convert" : "spend anything";
    if (rate) nameField(rate, `Would ${doing} anyway`, "%");
    settings.textContent = settingsText(choice);
  };
  form.addEventListener("input", relevant);
  relevant();
  return Object.defineProperty(form, "value", {get: () => ({...address.values})}) as PracticeForm;
}

const who = (put: Put, about: Span): Bound[] => [
  put(
    "p_segment",
    selectInput(["all", ...segmentNames], "Population", (name: string) =>
      name === "all" ? "All customers" : name
    )
  ),
  put("p_state", stateInput()),
  put("p_day", renamed(cutoffInput(about), "Day it begins")),
  put("p_outcome", radio("Measured", {conversion: "who converts", revenue: "what they spend"}))
];

const untreated = (put: Put): Bound[] => [
  put("p_base", radio("Without treatment", {"made-up": "made up", real: "what they really did"})),
  put("p_horizon", number("Days to buy again in", "horizon", 1, "days")),
  put("p_rate", number("Would convert anyway", "rate", 0.1, "%")),
  put(
    "p_history",
    numberInput([...bounds.history], {label: "How much the past tells", step: 0.1, slider: true})
  )
];

const planted = (put: Put): Bound[] => [
  put("p_kind", radio("Effect", {relative: "relative", absolute: "absolute"})),
  put("p_effect", number("Effect planted", "effect", "any", "percentage points")),
  put("p_seed", number("Seed", "seed"))
];

const running = (put: Put): Bound[] => [
  put("p_share", number("Treated", "share", "any", "% of people")),
  put("p_days", number("Days to reach them all", "days", 1, "days")),
  put("p_half", number("Effect halves every … days (0: never)", "halfLife", "any")),
  put("p_lost", number("Treated users who get lost", "lost", "any", "%")),
  put(
    "p_assign",
    radio("Who is treated", {random: "by lot", best: "the best customers (no experiment at all)"})
  )
];

function renamed(element: Bound, text: string): Bound {
  nameField(element, text);
  return element;
}

const per = (value: number) => withUnit(formatNumber(value, Number.isInteger(value) ? 0 : 1), "%");

/** What is set where the reader may not see it. */
const settingsText = (choice: PracticeChoice): string =>
  [
    `${per(choice.p_share)} treated${choice.p_assign === "random" ? " by lot" : ", the best customers"}`,
    `${formatNumber(choice.p_days, 0)} days from ${formatDay(choice.p_day)}`,
    choice.p_half > 0 ? `halving every ${formatNumber(choice.p_half, choice.p_half % 1 ? 1 : 0)} days` : null,
    choice.p_lost > 0 ? `${per(choice.p_lost)} of the treated lost` : null
  ]
    .filter((part) => part !== null)
    .join(", ");
