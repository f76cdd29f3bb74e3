import type {PresetName} from "../../pipeline/question.js";
import type {EncodingCheck} from "../../pipeline/leakage/encodingCheck.js";
import type {NamedAuc} from "../../learn/select/singleFeatureAuc.js";
import type {RuleCheck} from "../leakageChecks.js";
import type {EventsAround} from "./events.js";
import type {Judged} from "./fit.js";
import type {ChurnLabel, LeakageChoice} from "./choice.js";

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
