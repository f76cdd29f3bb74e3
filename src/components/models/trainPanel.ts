import {formatCount} from "../../lib/format.js";
import type {LabOutcome} from "../../lib/lab/train.js";
import type {LabPanel, PanelOptions} from "../panel.js";
import {labPanel} from "../panel.js";
import {runState} from "../runState.js";
import {publishedWords, sameAsPublished} from "./published.js";

/**
 * The button that trains models: until it is pressed, those that the site was published with are there, and a choice
 * that leaves theirs trains by itself.
 * @param address of a page that declares `run`
 */
export const trainPanel = <Choice>(
  address: Parameters<typeof runState>[0],
  options: Pick<PanelOptions<Choice, LabOutcome>, "label" | "run" | "published" | "summary">
): LabPanel<Choice, LabOutcome> =>
  labPanel({
    verb: "Train",
    follows: true,
    publishedWords: (outcome) => publishedWords(outcome),
    same: sameAsPublished,
    ...runState(address),
    ...options,
    summary: (outcome) => `${options.summary(outcome)}${ofPopulation(outcome)}`
  });

/** How many customers a training was on and how many it left out, where it was on a population. */
const ofPopulation = ({data: {examples, outside}}: LabOutcome): string =>
  outside === undefined
    ? ""
    : ` on the ${formatCount(examples.labels.length)} customers of the population, without ${formatCount(outside)} others,`;
