import {scoreUnit} from "../explain/modelShap.js";
import {filled} from "../pipeline/trainingPart.js";
import type {ExplainChoice, Explanation, KnownAnswers, Told} from "./explain.js";
import {dependenceOf, explainedBy, orderOf, pairOf, permutationOf, subjectOf} from "./explain.js";
import type {AllRows, Bounds, ExplainedRow} from "./explainedRow.js";
import {explainedRow} from "./explainedRow.js";
import {valueOf} from "./results.js";
import type {LabOutcome} from "./train.js";

/** What a page needs of an explanation beside the published model that it explains. */
export interface PublishedExplanation {
  /** The model's. */
  hash: string;
  explained: Told;
  bounds: readonly (Bounds | null)[];
  likeness: number | null;
  /** The rows that score highest and lowest. */
  listed: ExplainedRow[];
  known: KnownAnswers;
}

const listedEnds = 25;

/** The part of a choice that an explanation depends on: of all families' parameters those of one. */
export const explainAsked = ({specs, ...choice}: ExplainChoice) => ({
  ...choice,
  spec: specs[choice.family]
});

/** What of an explanation is published: the answers to what its page asks by default. */
export async function explanationToPublish(explanation: Explanation): Promise<PublishedExplanation> {
  const {model, explained, bounds, likeness} = explanation;
  const all = await explanation.all();
  const rows = all.order.length;
  const ends = Array.from({length: rows}, (_, below) => below).filter(
    (below) => below < listedEnds || below >= rows - listedEnds
  );
  return {
    ...{hash: model.fit.hash, explained, bounds, likeness},
    listed: ends.map((below) => explainedRow(all, below)),
    known: await knownAnswers(explanation)
  };
}

async function knownAnswers(explanation: Explanation): Promise<KnownAnswers> {
  const permutation = await permutationOf(explanation);
  const feature = explanation.explained.overall.at(0)?.feature;
  if (feature === undefined) return {permutation, dependence: null, pair: null};
  const answer = await dependenceOf(explanation, feature, "");
  const second = answer.kind === "points" ? answer.colour : null;
  const trees = explanation.model.fit.model.kind === "trees";
  return {
    permutation,
    dependence: {feature, answer},
    pair:
      trees && second !== null
        ? {first: feature, second, answer: await pairOf(explanation, feature, second)}
        : null
  };
}

/**
 * A published explanation as if it had been worked out here; what was not published is worked out when it is asked for,
 * without training.
 */
export function publishedExplanation(
  outcome: LabOutcome,
  {hash, explained, bounds, likeness, listed, known}: PublishedExplanation
): Explanation | null {
  const model = outcome.models.find(({fit}) => fit.hash === hash);
  if (!model) return null;
  const subject = subjectOf(outcome, model);
  let all: Promise<AllRows> | undefined;
  const work = async (): Promise<AllRows> => {
    const {full, examples} = outcome.data;
    const every = full ? valueOf(await full()) : examples;
    const {scores, cityRates} = valueOf(
      await explainedBy(outcome, {...subject, data: {...subject.data, examples: every, full: undefined}}, {})
    );
    return {values: filled(every, {cityRates}), order: orderOf(scores)};
  };
  return {
    ...{outcome, model, subject, explained, bounds, likeness, listed, known},
    unit: scoreUnit(model.fit.model),
    all: () => {
      all ??= work();
      all.catch(() => (all = undefined));
      return all;
    }
  };
}
