import type {MeanAbsolute} from "../../../lib/explain/meanAbsolute.js";
import type {ModelFacts} from "../../../lib/insights/claims.js";
import {defaultChoice} from "../../../lib/lab/defaultChoice.js";
import {explainAsked} from "../../../lib/lab/publishedExplanation.js";
import type {Manifest} from "../../../lib/marts/manifest.js";
import {publishedScorecards} from "../../models/published.js";
import {publishedResult} from "../../publishedFiles.js";

/** What the published models come to; null where the site was built without them. */
export async function modelFacts(about: Manifest): Promise<ModelFacts | null> {
  const choice = defaultChoice(about);
  const [models, importance] = await Promise.all([
    publishedScorecards(choice),
    publishedResult<MeanAbsolute[]>("importance", explainAsked({...choice, family: "xgboost"}))
  ]);
  if (!models || models.length === 0) return null;
  const total = (importance ?? []).reduce((sum, {value}) => sum + value, 0);
  return {
    accuracy: Object.fromEntries(
      models.flatMap(({family, scorecard}) => {
        const {value} = scorecard.metrics.accuracy;
        return value === null ? [] : [[family, value] as const];
      })
    ),
    horizon: choice.question.horizon,
    baseline: models[0].scorecard.baseline.accuracy ?? 0,
    importance: Object.fromEntries(
      (importance ?? []).map(({feature, value}) => [feature, total > 0 ? value / total : 0])
    )
  };
}
