import type {TrainedModel} from "../../../lib/model/model.js";
import {randomSource} from "../../../lib/random/source.js";
import type {Customer} from "../../../lib/serve/calls.js";
import {fieldsOf} from "../../../lib/serve/field.js";
import type {CustomerField} from "../../../lib/serve/field.js";
import type {ServedModel} from "../../../lib/serve/predictor.js";
import {madeUpLinear, madeUpTrees} from "../model/support.js";

/** Numbers, a whole number, a flag, and a category of three levels. */
export const features = [
  ...["monetary_value", "frequency", "bought_on_black_friday"],
  ...["customer_region=N", "customer_region=SE", "customer_region=S", "avg_review_score"]
];

/** A model without a meaning that looks at all of `features`. */
export function madeUpServed(kind: "linear" | "logit" | "mean", seed = 1): ServedModel {
  const made: TrainedModel =
    kind === "linear"
      ? madeUpLinear(seed, features.length)
      : madeUpTrees({seed, trees: 40, depth: 4, features: features.length, link: kind});
  const model = {...made, features};
  return {model, fields: fieldsOf(model), hash: "0".repeat(64), found: 0, threshold: 0.5};
}

/** A value that a field may have: on and off the thresholds, missing, or of no known level. */
export function madeUpValue({kind, levels}: CustomerField, random: () => number): unknown {
  if (random() < 0.15) return null;
  if (levels) return random() < 0.2 ? "elsewhere" : levels[Math.floor(levels.length * random())];
  if (kind === "flag") return random() < 0.5 ? Math.round(random()) : random() < 0.5;
  return kind === "integer" ? Math.round(4 * random() - 2) : 4 * random() - 2;
}

export function madeUpCustomers(fields: readonly CustomerField[], count: number, seed = 1): Customer[] {
  const random = randomSource(seed, 2);
  return Array.from({length: count}, () =>
    Object.fromEntries(fields.map((field) => [field.name, madeUpValue(field, random)]))
  );
}

/** The columns of a model that customers become, worked out in the plainest way. */
export const columnsOf = ({model}: ServedModel, customers: readonly Customer[]): Float32Array[] =>
  model.features.map((feature) => {
    const [name, level] = feature.split("=");
    return Float32Array.from(customers, (customer) =>
      level === undefined
        ? customer[name] === null
          ? NaN
          : Number(customer[name])
        : Number(customer[name] === level)
    );
  });
