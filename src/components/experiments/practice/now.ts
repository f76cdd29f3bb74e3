import type {Planted} from "../../../lib/experiments/practice/campaign.js";
import type {CampaignReading} from "../../../lib/experiments/practice/readCampaign.js";
import type {Judged} from "../../../lib/experiments/practice/verdict.js";
import {judge} from "../../../lib/experiments/practice/verdict.js";
import {measureText, whoText} from "../../../lib/experiments/practice/words.js";
import {formatCount} from "../../../lib/format.js";
import type {Result} from "../../../lib/result.js";
import {fail, ok} from "../../../lib/result.js";
import type {PracticeChoice} from "../../../lib/experiments/practice/parameters.js";
import {campaignChoice, populationChoice} from "../../../lib/experiments/practice/parameters.js";
import {horizonProblem, inPractice, practicePopulation} from "./users.js";

/** A campaign as the page shows it: read, and held against the truth. */
export interface PracticeNow {
  choice: PracticeChoice;
  people: number;
  reading: CampaignReading;
  planted: Planted;
  judged: Judged;
  /** Who, and what is measured. */
  sentence: string;
}

/** Draws and reads the campaign that a choice stands for. */
export async function practiceNow(choice: PracticeChoice): Promise<Result<PracticeNow>> {
  const unknown = await horizonProblem(choice);
  if (unknown) return fail("horizon", unknown);
  const population = await practicePopulation(choice);
  if (!population.ok) return population;
  const campaign = campaignChoice(choice);
  const read = await inPractice((worker) => worker.read(population.value, campaign));
  if (!read.ok) return read;
  const people = population.value.person.length;
  return ok({
    choice,
    people,
    ...read.value,
    judged: judge(read.value.reading, read.value.planted, campaign),
    sentence: `${whoText(populationChoice(choice), people)}; measured is ${measureText(campaign, choice.p_horizon)}.${outsideText(population.value.outside)}`
  });
}

/** How many the population chosen leaves out, where there is one. */
const outsideText = (outside: number | undefined): string =>
  outside === undefined
    ? ""
    : ` ${formatCount(outside)} others of that segment and state are outside the population.`;
