import {recencyLabel} from "../../features/labels.js";
import {presetFeatures} from "../../features/presets.js";
import type {PresetName, Question} from "../../pipeline/question.js";
import type {LabData} from "../data.js";

/** Data under a question's own name, as if they had been asked for. */
const asked = (data: LabData, question: Question, examples: LabData["examples"]): LabData => ({
  ...data,
  id: JSON.stringify(question),
  question,
  examples
});

/** Data of all features cut down to a preset: the same as asking for the preset, without asking again. */
export function cutTo(data: LabData, preset: PresetName): LabData {
  if (preset === "all") return data;
  const {columns, values, city} = data.examples;
  const safe = new Set(presetFeatures("leak-free").map(({name}) => name));
  const kept = [...columns.keys()].filter((j) => safe.has(columns[j].feature));
  const column = city ? kept.indexOf(city.column) : -1;
  return asked(
    data,
    {...data.question, preset},
    {
      ...data.examples,
      columns: kept.map((j) => columns[j]),
      values: kept.map((j) => values[j]),
      city: city && column >= 0 ? {...city, column} : undefined
    }
  );
}

/** Data of the rule label with the recency label of a question asked on the same day instead. */
export function withRecency(data: LabData, question: Question): LabData {
  const {columns, values} = data.examples;
  const recency = values[columns.findIndex(({name}) => name === "recency_days")];
  if (!recency || question.asof !== data.question.asof || question.strict !== data.question.strict)
    throw new Error("the recency label needs recency_days of the same day");
  return asked(data, question, {
    ...data.examples,
    labels: Uint8Array.from(recency, (days) => recencyLabel(days, question.days))
  });
}
