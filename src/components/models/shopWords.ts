import {outcomeWords} from "./compareWords.js";
import type {Tables} from "../../lib/lab/shop.js";
import {leastLost, nearlyAll} from "../../lib/lab/shop.js";
import type {LabOutcome} from "../../lib/lab/train.js";

/** Which outcome the models look for, and why, before and after a training. */
export function soughtText(about: Tables, outcome: LabOutcome | null): string {
  if (leastLost(about) >= nearlyAll)
    return "As customers of this shop hardly ever come back, the models look for those who do: the rarer outcome is the one to find.";
  if (!outcome) return "The models look for the rarer outcome: it is the one to find.";
  const {rows, who, found} = outcomeWords(outcome.data.question, outcome.found);
  return `The models look for the rarer outcome, as it is the one to find: here for ${rows} ${who} ${found}.`;
}
