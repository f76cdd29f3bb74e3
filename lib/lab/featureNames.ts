import {features} from "../features/catalogue.js";

/** The features' names, in the order of their numbers. */
export const featureNames: readonly string[] = features.map(({name}) => name);
