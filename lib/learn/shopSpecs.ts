import type {Family, SpecOf} from "./families.js";
import {briefSpecs} from "./families.js";

/** People from which on the brief's parameters are right as they are: they were chosen for about so many. */
const large = 90_000;

const leastLeafRows = 5;
const peoplePerLeafRow = 200;

const twoDigits = (value: number) => Number(value.toPrecision(2));

/**
 * The brief's hyper-parameters for a shop of so many people: in a small one the penalty would set every coefficient to
 * 0, and no leaf would have its rows. C goes by one over the square root of the people, as the size of chance
 * correlations does (Bickel, Ritov and Tsybakov 2009); a leaf has at least one person in 200, and five.
 * @example shopSpecs(96096).logistic.C => 0.005
 * @example shopSpecs(600).forest.minLeafRows => 5
 */
export function shopSpecs(people: number): {readonly [F in Family]: SpecOf<F>} {
  const {logistic, forest, boosting, xgboost} = briefSpecs;
  const rows = Math.max(1, people);
  const minLeafRows = Math.min(
    forest.minLeafRows,
    Math.max(leastLeafRows, Math.round(rows / peoplePerLeafRow))
  );
  return {
    logistic: rows >= large ? logistic : {...logistic, C: twoDigits(logistic.C * Math.sqrt(large / rows))},
    forest: {...forest, minLeafRows},
    boosting: {...boosting, minLeafRows},
    xgboost
  };
}
