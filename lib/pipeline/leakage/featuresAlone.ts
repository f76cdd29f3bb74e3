import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import type {LabExamples} from "../fitting.js";
import {trainingPart} from "../trainingPart.js";
import type {NamedAuc} from "../../learn/select/singleFeatureAuc.js";
import {singleFeatureAucs} from "../../learn/select/singleFeatureAuc.js";

/**
 * How well each feature alone puts the rows in order, the most telling first: a number by its values, a category by its
 * most telling level, the rate by city out of fold. Gives way often; fails, with a sentence, on no rows or one class.
 * @example finish(featuresAlone(examples, 1)).value[0] => {feature: "recency_days", auc: 1, alarming: true, ...}
 */
export function* featuresAlone(
  examples: LabExamples,
  seed: number
): Generator<{share: number}, Result<NamedAuc[]>> {
  let {values} = examples;
  if (examples.city) {
    const train = Uint32Array.from(examples.labels.keys());
    const part = yield* trainingPart(examples, {train, balance: "none", seed});
    if (!part.ok) return part;
    ({values} = part.value);
  }
  const aucs = yield* singleFeatureAucs({...examples, values});
  if (!aucs.ok) return aucs;
  const best = new Map<string, NamedAuc>();
  for (const one of aucs.value.toSorted((a, b) => b.auc - a.auc))
    if (!best.has(one.feature)) best.set(one.feature, one);
  return ok([...best.values()]);
}
