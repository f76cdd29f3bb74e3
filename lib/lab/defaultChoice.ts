import type {Manifest} from "../marts/manifest.js";
import {parseState} from "../state/parseState.js";
import {featureNames} from "./featureNames.js";
import type {LabChoice} from "./parameters.js";
import {labChoice, labParameters} from "./parameters.js";
import {peopleIn} from "./shop.js";

/** The choice of data and models that the page Train begins with. */
export function defaultChoice(about: Manifest): LabChoice {
  const {values} = parseState(labParameters(peopleIn(about)), "");
  return labChoice(values, about.cutoff, featureNames);
}
