import {drawsFrom} from "../../distributions/draws.js";
import type {StreamName} from "../../random/streams.js";
import {randomStream} from "../../random/streams.js";
import type {Users} from "../users.js";
import type {PreparedCampaign} from "./campaign.js";
import {decay} from "./campaign.js";

/** Spread of a drawn amount around what the person spent before, in logarithms. */
const amountSpread = 0.6;

export type PracticeTable = Required<Pick<Users, "arms" | "arm" | "outcome" | "before" | "day">>;

const toCents = (reais: number) => Math.round(reais * 100) / 100;

/**
 * The users of a campaign, drawn: who got which treatment on which day, and what came of it, in the order of the
 * persons' keys whatever the order of the population. The same seed and number give the same table.
 * - conversion: a share of those who would not convert do under treatment (or of those who would, do not);
 * - revenue: what a person spends is multiplied.
 * @param firstDay days since 1970-01-01 on which the campaign begins
 * @param number which draw of the campaign: 0 is the reader's own
 * @example drawCampaign(prepared, 17683).arms => ["control", "treatment"]
 */
export function drawCampaign(prepared: PreparedCampaign, firstDay = 0, number = 0): PracticeTable {
  const {campaign, population, order, chance, place, planted} = prepared;
  const {outcome, share, lost, assignment, seed, days} = campaign;
  // Each thing that is left to chance has a stream of its own: changing one leaves the others as they are.
  const source = (name: StreamName) => randomStream(name, seed, number);
  const random = {arm: source("practice.arm"), day: source("practice.day"), base: source("practice.base")};
  const luck = {effect: source("practice.effect"), loss: source("practice.loss")};
  const noise = drawsFrom(source("practice.amount"));
  const left = decay(campaign);
  const whole = planted.difference / (left.reduce((sum, value) => sum + value, 0) / days);
  const users = {
    arm: new Uint8Array(order.length),
    outcome: new Float64Array(order.length),
    before: new Float64Array(order.length),
    day: new Int32Array(order.length)
  };
  let kept = 0;
  for (const row of order) {
    const lot = random.arm();
    const treated = assignment === "random" ? lot < share : place[row] >= 1 - share;
    const reached = Math.floor(random.day() * days);
    const drawn = random.base();
    const converts = chance ? drawn < chance[row] : population.again[row] === 1;
    let value = converts ? 1 : 0;
    if (outcome === "revenue" && converts)
      value = chance
        ? population.before[row] * Math.exp(noise.normal(0, amountSpread) - amountSpread ** 2 / 2)
        : population.after[row];
    const moved = luck.effect();
    const missed = luck.loss();
    if (treated) {
      const effect = whole * left[reached];
      if (outcome === "revenue") value *= 1 + effect / planted.baseline;
      else if (effect > 0) value ||= moved < effect / (1 - planted.baseline) ? 1 : 0;
      else if (effect < 0) value *= moved < -effect / planted.baseline ? 0 : 1;
      if (missed < 2 * lost * (1 - place[row])) continue;
    }
    users.arm[kept] = treated ? 1 : 0;
    users.outcome[kept] = outcome === "revenue" ? toCents(value) : value;
    users.before[kept] = population.before[row];
    users.day[kept] = firstDay + reached;
    kept++;
  }
  return {
    arms: ["control", "treatment"],
    arm: users.arm.slice(0, kept),
    outcome: users.outcome.slice(0, kept),
    before: users.before.slice(0, kept),
    day: users.day.slice(0, kept)
  };
}
