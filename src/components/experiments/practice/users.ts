import {background} from "../../background.js";
import {midnightOf, millisecondsPerDay} from "../../../lib/days.js";
import type {Planted} from "../../../lib/experiments/practice/campaign.js";
import type {PracticeTable} from "../../../lib/experiments/practice/drawCampaign.js";
import type {Population} from "../../../lib/experiments/practice/population.js";
import {populationOf, populationSql} from "../../../lib/experiments/practice/population.js";
import {measureText, whoText} from "../../../lib/experiments/practice/words.js";
import {formatDay} from "../../../lib/format.js";
import type {Result} from "../../../lib/result.js";
import {fail, ok} from "../../../lib/result.js";
import type {PracticeApi} from "../../../workers/practice.worker.js";
import {manifest} from "../../marts.js";
import {sql} from "../../sql.js";
import type {PracticeChoice} from "../../../lib/experiments/practice/parameters.js";
import {campaignChoice, populationChoice} from "../../../lib/experiments/practice/parameters.js";

/** The users of a practice campaign, and what is known of it that is not known of a real one. */
export interface PracticeUsers extends PracticeTable {
  /** Who they are and what is measured; it does not give the planted effect away. */
  sentence: string;
  planted: Planted;
}

const mostKept = 4;
const kept = new Map<string, Promise<Result<Population>>>();

/** The people that a choice is about, asked of the marts once. */
export function practicePopulation(choice: PracticeChoice): Promise<Result<Population>> {
  const wanted = populationChoice(choice);
  const key = JSON.stringify(wanted);
  const people = kept.get(key) ?? sql.columns(populationSql(wanted)).then(populationOf);
  kept.delete(key);
  kept.set(key, people);
  people.catch(() => kept.delete(key));
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
  return people;
}

/** Does a campaign's work in the background. */
export const {ask: inPractice} = background<PracticeApi>(() =>
  import.meta.resolve("../../../workers/practice.worker.js")
);

/** Why a choice's real outcome cannot be known, if so: the record ends before the horizon does. */
export async function horizonProblem(choice: PracticeChoice): Promise<string | null> {
  if (choice.p_base !== "real") return null;
  const end = midnightOf((await manifest()).cutoff).getTime();
  return +choice.p_day + choice.p_horizon * millisecondsPerDay <= end
    ? null
    : `The record ends on ${formatDay(new Date(end - millisecondsPerDay))}, before ${choice.p_horizon} days have passed since ${formatDay(choice.p_day)}: choose an earlier day, a shorter horizon or a made-up baseline.`;
}

/**
 * The users that a choice stands for: the same for the same choice, whoever asks, so that a shared address gives the
 * same users again.
 * @param choice values of `practiceParameters`
 * @example const users = await practiceUsers(address.values)
 */
export async function practiceUsers(choice: PracticeChoice): Promise<Result<PracticeUsers>> {
  const problem = await horizonProblem(choice);
  if (problem) return fail("horizon", problem);
  const people = await practicePopulation(choice);
  if (!people.ok) return people;
  const campaign = campaignChoice(choice);
  const drawn = await inPractice((worker) =>
    worker.draw(people.value, campaign, +choice.p_day / millisecondsPerDay)
  );
  if (!drawn.ok) return drawn;
  const {users, planted} = drawn.value;
  const who = whoText(populationChoice(choice), people.value.person.length);
  const sentence = `A simulated campaign for ${who}; measured is ${measureText(campaign, choice.p_horizon)}.`;
  return ok({...users, planted, sentence});
}
