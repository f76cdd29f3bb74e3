import {formatCount} from "../format.js";
import type {Fields} from "./reader.js";
import {fieldsOf, malformed, wholeOf, wholesOf} from "./reader.js";

/** That training stopped early: how many rounds of boosting the file holds, and how many of the first ones count. */
export interface EarlyStop {
  rounds: number;
  counted: number;
}

/**
 * What a file of XGBoost says of its best round (the attribute best_iteration), and the number of trees up to it: a
 * round may grow several in parallel. Undefined where training was not watched. Throws `Malformed`.
 */
export function earlyStop(
  learner: Fields,
  model: Fields,
  trees: number
): (EarlyStop & {trees: number}) | undefined {
  const {best_iteration: best} = fieldsOf(learner.attributes ?? {}, "attributes");
  if (best === undefined) return undefined;
  const ends = roundEnds(model, trees);
  const counted = wholeOf(best, "best_iteration", 0) + 1;
  if (counted > ends.length)
    malformed(
      `The file names round ${counted} as its best (best_iteration), and holds ${ends.length} rounds.`
    );
  return {rounds: ends.length, counted, trees: ends[counted - 1]};
}

/**
 * What a reader must know of a model whose later rounds are left out.
 * @example earlyStopSentence({rounds: 12, counted: 4}).startsWith("Training stopped early: of the file’s 12 rounds the first 4 count") => true
 */
export const earlyStopSentence = ({rounds, counted}: EarlyStop): string =>
  `Training stopped early: of the file’s ${formatCount(rounds)} rounds the first ${formatCount(counted)} count, up to the best one (best_iteration ${formatCount(counted - 1)}), as in predict_proba; Booster.predict counts all of them unless told otherwise.`;

/** The number of trees after each round. */
function roundEnds(model: Fields, trees: number): number[] {
  if (model.iteration_indptr !== undefined) {
    const [start, ...ends] = wholesOf(model.iteration_indptr, "iteration_indptr");
    if (start !== 0 || (ends.at(-1) ?? 0) !== trees || ends.some((end, i) => end < (i ? ends[i - 1] : 0)))
      malformed(`“iteration_indptr” must rise from 0 to the number of trees, ${trees}.`);
    return ends;
  }
  const parameters = fieldsOf(model.gbtree_model_param ?? {}, "gbtree_model_param");
  const parallel = Math.max(1, wholeOf(parameters.num_parallel_tree ?? 1, "num_parallel_tree", 0));
  return Array.from({length: Math.ceil(trees / parallel)}, (_, round) =>
    Math.min(trees, (round + 1) * parallel)
  );
}
