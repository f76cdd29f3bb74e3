import type {ScoreDate} from "../../../lib/scores/scoreView.js";
import {scoreDates} from "../../../lib/scores/scoreView.js";
import {numberInput} from "../../numberInput.js";
import {radioInput} from "../../choiceInput.js";

const dateTexts: Record<ScoreDate, string> = {
  purchase: "Month of purchase",
  survey: "Month of the survey"
};

/** The page's own inputs. */
export const scoreInputs = {
  by: () => radioInput(scoreDates, "Reviews by", (by: ScoreDate) => dateTexts[by]),
  least: () => numberInput([10, 5000], {label: "Reviews a group needs", step: 1})
};
