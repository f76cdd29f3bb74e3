import {readArms, readMeanArms} from "../../../lib/experiments/armsText.js";
import type {Guardrail} from "../../../lib/experiments/read/guardrail.js";
import {guardrail} from "../../../lib/experiments/read/guardrail.js";
import type {Evidence, Reading} from "../../../lib/experiments/read/readTest.js";
import {readTest} from "../../../lib/experiments/read/readTest.js";
import {meanStatistic, proportionStatistic} from "../../../lib/experiments/read/statistic.js";
import type {Statistic} from "../../../lib/experiments/read/statistic.js";
import type {CupedSummary, UserSummary} from "../../../lib/experiments/read/summarise.js";
import type {UsersAccount} from "../../../lib/experiments/usersAccount.js";
import {fail, ok} from "../../../lib/result.js";
import type {Result} from "../../../lib/result.js";
import type {FileDescription, ReadApi} from "../../../workers/read.worker.js";
import {background} from "../../background.js";
import type {PracticeChoice} from "../../../lib/experiments/practice/parameters.js";
import {practiceUsers} from "../practice/users.js";
import type {ReadChoice} from "./parameters.js";
import {numbersOf, weightsOf} from "./parameters.js";
import type {GivenText} from "../usersInput.js";
import {largestFile} from "../usersInput.js";

/** All that the page shows of a test. */
export interface ReadNow {
  choice: ReadChoice;
  reading: Reading;
  /** The same after CUPED, where users have a value from before. */
  adjusted: {reading: Reading; cuped: CupedSummary} | null;
  summary: UserSummary | null;
  /** How a table of users was read. */
  table: (UsersAccount & {name: string}) | null;
  /** Where the numbers come from. */
  origin: string | null;
}

const {ask} = background<ReadApi>(() => import.meta.resolve("../../../workers/read.worker.js"));

const nothingYet =
  "No table of users has been given yet: paste one below, or choose or drop a file. It is not part of the address.";

/** What a given table is made of, for the reader to choose from. */
export async function describeUsers({id, blob, answers}: GivenText): Promise<Result<FileDescription>> {
  if (blob.size > largestFile) return fail("size", "The file is too large.");
  return ask((worker) => worker.describeFile({id, blob, answers}));
}

/** Reads a test out of what the reader has chosen and given. */
export async function readNow(
  choice: ReadChoice & PracticeChoice,
  given: GivenText | null
): Promise<Result<ReadNow>> {
  const base = {choice, adjusted: null, summary: null, table: null, origin: null};
  if (choice.source === "arms") {
    const evidence = typedEvidence(choice);
    const reading = evidence.ok ? read(evidence.value, choice) : evidence;
    return reading.ok ? ok({...base, reading: reading.value}) : reading;
  }
  if (choice.source === "practice") {
    const drawn = await practiceUsers(choice);
    if (!drawn.ok) return drawn;
    const {arms, arm, outcome, before, day} = drawn.value;
    const users = {arms, arm, outcome, before, day};
    const summed = await ask((worker) => worker.summarise(users, summaryOptions(choice)));
    if (!summed.ok) return summed;
    const now = fromSummary(summed.value, choice, [100 - choice.p_share, choice.p_share]);
    return now.ok ? ok({...base, ...now.value, origin: drawn.value.sentence}) : now;
  }
  if (!given) return fail("nothing", nothingYet);
  if (given.blob.size > largestFile)
    return fail("size", "The file is larger than 200 MB: give sums by arm instead.");
  const {name, ...table} = given;
  const file = await ask((worker) => worker.summariseFile(table, summaryOptions(choice)));
  if (!file.ok) return file;
  const now = fromSummary(file.value.summary, choice);
  return now.ok ? ok({...base, ...now.value, table: {...file.value.account, name}}) : now;
}

function typedEvidence({metric, arms, meanArms}: ReadChoice): Result<Evidence> {
  if (metric === "proportion") {
    const counts = readArms(arms);
    return counts.ok ? ok({kind: "proportion", arms: counts.value}) : counts;
  }
  const sums = readMeanArms(meanArms);
  if (!sums.ok) return sums;
  const statistics: Statistic[] = [];
  for (const arm of sums.value) {
    const statistic = meanStatistic(arm);
    if (!statistic.ok) return statistic;
    statistics.push(statistic.value);
  }
  return ok({kind: "mean", arms: statistics});
}

function read(evidence: Evidence, choice: ReadChoice, planned?: readonly number[]): Result<Reading> {
  const weights = weightsOf(choice.split);
  if (!weights.ok) return weights;
  const others = numbersOf(choice.others, {least: 0, most: 1});
  if (!others.ok) return others;
  if (others.value.some((p) => p < 0 || p > 1))
    return fail("others", "A p-value of another metric must be from 0 to 1.");
  return readTest(evidence, {
    level: choice.level,
    sides: choice.sides,
    adjustment: choice.adjust,
    otherPs: others.value,
    weights: weights.value.length ? weights.value : planned
  });
}

const summaryOptions = ({cap, sides, level}: ReadChoice) => ({capAt: cap, sides, level});

function fromSummary(summary: UserSummary, choice: ReadChoice, planned?: readonly number[]) {
  const {kind, proportions, statistics, ranks, cuped} = summary;
  const reading = read(
    kind === "proportion" && proportions
      ? {kind, arms: proportions}
      : {kind: kind === "ratio" ? kind : "mean", arms: statistics, ranks},
    choice,
    planned
  );
  if (!reading.ok) return reading;
  const lessened =
    choice.cuped && cuped && typeof cuped !== "string"
      ? read({kind: "mean", arms: cuped.statistics}, choice, planned)
      : null;
  return ok({
    reading: reading.value,
    summary,
    adjusted: lessened?.ok && cuped && typeof cuped !== "string" ? {reading: lessened.value, cuped} : null
  });
}

/** What becomes of each treatment's guardrail; null where none is watched. */
export function guardNow({guarded, guard, margin, worse, level}: ReadChoice): Result<Guardrail>[] | null {
  if (!guarded) return null;
  const arms = readArms(guard);
  if (!arms.ok) return [arms];
  const [control, ...treatments] = arms.value.map(proportionStatistic);
  return treatments.map((treatment) => {
    if (!control.ok) return control;
    return treatment.ok ? guardrail(control.value, treatment.value, {margin, worse, level}) : treatment;
  });
}
