import {noSeller} from "../journeys/journeys.js";
import type {RankedScores} from "./rankScores.js";
import {rankScores} from "./rankScores.js";
import {scoreTallies} from "./scoreTallies.js";
import type {ScoreView} from "./scoreView.js";

/** What mean scores are ranked by. */
export const scoreGroupings = ["state", "category", "seller"] as const;
export type ScoreGrouping = (typeof scoreGroupings)[number];

/** Groups of a view's reviews, ranked; sellers' names are their keys. Orders without lines have no seller. */
export function scoreGroups({journeys, rows, least}: ScoreView, by: ScoreGrouping): RankedScores {
  const {score} = journeys;
  if (by !== "seller") {
    const {names, codes} = journeys[by];
    const tallies = scoreTallies(rows, score, (row) => codes[row], names.length);
    return rankScores(
      names,
      names.map((name, i) => (name === noSeller ? new Float64Array(5) : tallies[i])),
      least
    );
  }
  const keys = [...new Set(rows.map((row) => journeys.seller[row]))].filter((key) => key > 0);
  const at = new Map(keys.map((key, i) => [key, i]));
  const tallies = scoreTallies(rows, score, (row) => at.get(journeys.seller[row]) ?? -1, keys.length);
  return rankScores(keys.map(String), tallies, least);
}
