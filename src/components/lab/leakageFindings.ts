import type {PresetName} from "../../lib/learn/lab/question.js";
import type {EncodingCheck} from "../../lib/learn/leakage/encodingCheck.js";
import type {NamedAuc} from "../../lib/learn/select/singleFeatureAuc.js";
import type {RuleCheck} from "../../lib/lab/leakage.js";
import type {EventsAround} from "./leakageEvents.js";
import type {Judged} from "./leakageFit.js";
import type {ChurnLabel, LeakageChoice} from "./leakageParameters.js";

/** One training of the table: a family under a label from a preset. */
export interface Cell extends Judged {
  label: ChurnLabel;
  preset: PresetName;
}

/** A label of all customers that it can be asked of. */
export interface Asked {
  rows: number;
  churned: number;
}

/** What a run has found so far. */
export interface Findings {
  choice: LeakageChoice;
  cells: readonly Cell[];
  asked: Readonly<Partial<Record<ChurnLabel, Asked>>>;
  /** Each feature's own AUC, the most telling first. */
  alone: Readonly<Partial<Record<ChurnLabel, readonly NamedAuc[]>>>;
  rules?: RuleCheck;
  encoding?: EncodingCheck;
  events?: EventsAround;
}

/** An input without looks, whose value is what has been found so far. */
export function shownInput<T>(): HTMLElement & {value: T | null; show: (value: T) => void} {
  const element = Object.assign(document.createElement("span"), {
    value: null as T | null,
    show(value: T) {
      element.value = value;
      element.dispatchEvent(new Event("input", {bubbles: true}));
    }
  });
  element.hidden = true;
  return element;
}
