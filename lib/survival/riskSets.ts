import type {CoxDesign} from "./coxDesign.js";

/**
 * Sums over a set of rows: of exp(score), of that times each z-score, and of that times each pair of z-scores, the
 * second of a pair not above the first (`pairs[j * (j + 1) / 2 + k]`).
 */
export interface RiskSums {
  weight: number;
  first: Float64Array;
  pairs: Float64Array;
}

/** An event time, as long as `riskSets` stands at it. */
export interface RiskSet {
  time: number;
  /** How many events happen at this time. */
  events: number;
  /** Over all at risk, and over those of them who have the event now. */
  atRisk: RiskSums;
  ending: RiskSums;
  /** Places in the design of those at this time, censored ones too: from the first up to but not with the end. */
  from: number;
  to: number;
}

const sums = (size: number): RiskSums => ({
  weight: 0,
  first: new Float64Array(size),
  pairs: new Float64Array((size * (size + 1)) / 2)
});

function add({first, pairs}: RiskSums, z: Float64Array, at: number, weight: number) {
  const size = first.length;
  for (let j = 0, pair = 0; j < size; j++) {
    const own = weight * z[at + j];
    first[j] += own;
    for (let k = 0; k <= j; k++) pairs[pair++] += own * z[at + k];
  }
}

/**
 * Goes through the event times from the last to the first, with the sums over the risk set at each; the sums are
 * overwritten from one visit to the next.
 * @param scores of the rows in the design's order, at most 0 so that none overflows
 * @example riskSets(design, new Float64Array(design.rows), ({time, atRisk}) => found.push([time, atRisk.weight]))
 */
export function riskSets(
  {rows, size, durations, events, z}: CoxDesign,
  scores: Float64Array,
  visit: (set: RiskSet) => void
): void {
  const atRisk = sums(size);
  const ending = sums(size);
  for (let to = rows; to > 0;) {
    const time = durations[to - 1];
    let [from, happened] = [to, 0];
    ending.weight = 0;
    while (from > 0 && durations[from - 1] === time) {
      from--;
      const weight = Math.exp(scores[from]);
      atRisk.weight += weight;
      add(atRisk, z, from * size, weight);
      if (events[from] === 0) continue;
      if (happened++ === 0) {
        ending.first.fill(0);
        ending.pairs.fill(0);
      }
      ending.weight += weight;
      add(ending, z, from * size, weight);
    }
    if (happened > 0) visit({time, events: happened, atRisk, ending, from, to});
    to = from;
  }
}
