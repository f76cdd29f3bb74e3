import type {Campaign} from "../../../../lib/experiments/practice/campaign.js";
import {prepareCampaign} from "../../../../lib/experiments/practice/campaign.js";
import type {Population} from "../../../../lib/experiments/practice/population.js";
import {randomSource} from "../../../../lib/random/source.js";

/** A campaign for a test to change. */
export const plainCampaign: Campaign = {
  ...{outcome: "conversion", base: "made-up", rate: 0.2, history: 1, kind: "relative", effect: 0.2},
  ...{share: 0.5, days: 14, halfLife: 0, lost: 0, assignment: "random", seed: 3}
};

/** People with a skewed history, of whom those who spent more come back more often. */
export function people(count: number, seed = 1): Population {
  const random = randomSource(seed);
  const before = Float64Array.from({length: count}, () => Math.round(2000 * random() ** 3 + 10));
  const again = Uint8Array.from(before, (spent) => (random() < 0.05 + spent / 8000 ? 1 : 0));
  return {
    person: Int32Array.from({length: count}, (_, i) => 3 * i + 1),
    before,
    again,
    after: before.map((spent, i) => (again[i] ? spent / 2 : 0))
  };
}

/** A campaign got ready; throws where that fails. */
export function prepared(population: Population, change: Partial<Campaign> = {}) {
  const ready = prepareCampaign(population, {...plainCampaign, ...change});
  if (!ready.ok) throw new Error(ready.message);
  return ready.value;
}
