import {dayOf} from "../days.js";
import type {RecommendSettings, RecommendValues} from "./parameters.js";
import type {StudyChoice} from "./study.js";

type SettingNames =
  | "factors"
  | "neighbours"
  | "shrinkage"
  | "half"
  | "together"
  | "lambda"
  | "alpha"
  | "reg"
  | "blend"
  | "seed";

/** The settings of models, as the reader has them. */
const settingsOf = (values: Pick<RecommendValues, SettingNames>): RecommendSettings => ({
  ...{factors: values.factors, neighbours: values.neighbours, shrinkage: values.shrinkage},
  ...{halfLife: values.half, together: values.together, lambda: values.lambda, alpha: values.alpha},
  ...{regularisation: values.reg, blend: values.blend / 100, seed: values.seed}
});

/** How the models are judged, as the reader has it. */
export const studyChoice = (
  values: Pick<RecommendValues, SettingNames | "items" | "split" | "from" | "bought" | "k" | "merge">
): StudyChoice => ({
  ...{level: values.items, by: values.split, from: dayOf(values.from), filterBought: values.bought === "out"},
  ...{mergeDays: values.merge, k: values.k, settings: settingsOf(values)}
});
