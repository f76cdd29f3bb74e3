import {isoDay} from "../../../lib/days.js";
import type {PracticeChoice} from "../../../lib/experiments/practice/parameters.js";
import {knownPopulationNote} from "../../customers/knownPopulation.js";

/** Whom a campaign is for, where that is not everybody. */
export const practicePopulationNote = ({p_population, p_day}: PracticeChoice): Node =>
  knownPopulationNote({
    text: p_population,
    name: "p_population",
    day: isoDay(p_day),
    use: "The campaign is for those of them who are in the segment and state chosen."
  });
