import {isCancelled} from "../journeys/isCancelled.js";
import type {DelayBin} from "./delayBins.js";
import {delayBin, delayBins} from "./delayBins.js";
import type {ScoreDifference} from "./scoreDifference.js";
import {scoreDifference} from "./scoreDifference.js";
import type {ScoreMean} from "./scoreMean.js";
import {scoreMean} from "./scoreMean.js";
import {scoreTallies} from "./scoreTallies.js";
import type {ScoreView} from "./scoreView.js";

/** Scores against how many days after the promised day an order came. */
export interface DelayScores {
  bins: readonly {bin: DelayBin; scores: ScoreMean | null}[];
  onTime: ScoreMean | null;
  late: ScoreMean | null;
  /** Late less on time. */
  difference: ScoreDifference | null;
  undelivered: ScoreMean | null;
  cancelled: ScoreMean | null;
  /** Reviewed orders that are said to be delivered, on no known day. */
  undated: number;
  /** Late orders whose review was answered on a day before the delivery. */
  early: number;
}

const [undelivered, cancelled] = [delayBins.length, delayBins.length + 1];

/** Mean scores by delay, of orders that were delivered and of those that were not. */
export function scoresByDelay({journeys, rows}: ScoreView): DelayScores {
  const {score, late, delivery, promised, status, survey, answer} = journeys;
  let [undated, early] = [0, 0];
  const codeOf = (row: number) => {
    const name = status.names[status.codes[row]];
    if (!Number.isNaN(late[row])) return delayBin(delivery[row] - promised[row]);
    if (name !== "delivered") return isCancelled(name) ? cancelled : undelivered;
    undated++;
    return -1;
  };
  const tallies = scoreTallies(rows, score, codeOf, delayBins.length + 2);
  const [onTime, tardy] = scoreTallies(
    rows,
    score,
    (row) => (Number.isNaN(late[row]) ? -1 : late[row]),
    2
  ).map(scoreMean);
  for (const row of rows)
    if (late[row] === 1 && Math.floor(survey[row] + answer[row] / 24) < delivery[row]) early++;
  return {
    bins: delayBins.map((bin, i) => ({bin, scores: scoreMean(tallies[i])})),
    ...{onTime, late: tardy, undated, early},
    difference: scoreDifference(tardy, onTime),
    undelivered: scoreMean(tallies[undelivered]),
    cancelled: scoreMean(tallies[cancelled])
  };
}
