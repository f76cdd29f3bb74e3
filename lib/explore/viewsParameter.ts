import type {Parameter} from "../state/parameter.js";
import type {Chosen} from "./chosen.js";
import {chosenParameter} from "./chosen.js";
import {featureDimensions} from "./dimensions.js";

/**
 * The customers' numbers that have a view of their own, in an address: names of the catalogue with semicolons between.
 * @example viewsParameter().read("recency_days;frequency") => ["recency_days", "frequency"]
 */
export const viewsParameter = (): Parameter<Chosen> => ({
  ...chosenParameter(featureDimensions.map(({name}) => name)),
  expected:
    "names of numbers in the catalogue of features, such as recency_days, with semicolons between them"
});
