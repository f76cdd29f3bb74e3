import type {Selection} from "../learn/select/selectFeatures.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {StateValues} from "../state/parameter.js";
import {integer, text} from "../state/parameters.js";
import type {TaskOptions} from "../task.js";
import {labData} from "./data.js";
import {featureNames} from "./featureNames.js";
import type {Lab} from "./lab.js";
import type {LabChoice} from "./parameters.js";
import {numbersIn} from "./parameters.js";
import {learningRows} from "./searching.js";

/** What a reader chooses of a selection, as it stands in the address. */
export const selectionParameters = {
  keep: text("1-3", {max: 100}),
  wanted: integer(35, {min: 1, max: 78})
};

/** A selection on the lab's data: the question's own list of features has no say. */
export const selectionAsked = (
  lab: LabChoice,
  {keep, wanted}: StateValues<typeof selectionParameters>
): SelectionChoice => ({lab: {...lab, question: {...lab.question, only: []}}, keep, wanted});

/** What is selected from, and what is kept whatever comes. */
export interface SelectionChoice {
  lab: LabChoice;
  /** Numbers of features: "1-3". */
  keep: string;
  /** How many features to end with. */
  wanted: number;
}

/** A selection and what it began with. */
export interface SelectionOutcome extends Selection {
  before: number;
  rows: number;
}

/** Selects features on the rows that training learns from; `only` of the question has no say. */
export async function runSelection(
  lab: Lab,
  {lab: choice, keep, wanted}: SelectionChoice,
  {signal, onProgress}: TaskOptions
): Promise<Result<SelectionOutcome>> {
  onProgress?.(0, "Working out the features");
  const read = await labData(lab, {...choice.question, only: []});
  if (!read.ok) return read;
  const data = read.value;
  const rows = learningRows(data, choice);
  if (!rows.ok) return rows;
  const kept = numbersIn(keep, featureNames.length).map((number) => featureNames[number - 1]);
  const request = {train: rows.value, keep: kept, features: wanted, seed: choice.seed};
  const selected = await lab.work(data, (worker, id, report) => worker.selectOn(id, request, report), {
    signal,
    onProgress
  });
  if (!selected.ok) return selected;
  const before = new Set(data.examples.columns.map(({feature}) => feature)).size;
  return ok({...selected.value, before, rows: rows.value.length});
}
