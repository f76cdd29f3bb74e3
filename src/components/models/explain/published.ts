import type {ExplainChoice, Explanation} from "../../../lib/lab/explain.js";
import type {PublishedExplanation} from "../../../lib/lab/publishedExplanation.js";
import {explainAsked, publishedExplanation} from "../../../lib/lab/publishedExplanation.js";
import {publishedResult} from "../../publishedFiles.js";
import {publishedTraining, sameAsPublished} from "../published.js";

/** The explanation of a choice that was worked out when the site was built, where there is one. */
export async function explainedAtBuild({family, ...choice}: ExplainChoice): Promise<Explanation | null> {
  const [outcome, explained] = await Promise.all([
    publishedTraining(choice, [family]),
    publishedResult<PublishedExplanation>("explain", explainAsked({...choice, family}))
  ]);
  return outcome && explained && publishedExplanation(outcome, explained);
}

/** Whether the model that was trained here is the one that was published, as the end of a sentence. */
export const sameExplained = (published: Explanation | null, {outcome}: Explanation): string =>
  sameAsPublished(published && published.outcome, outcome);
