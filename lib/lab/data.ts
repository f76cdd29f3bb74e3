import {midnightOf} from "../days.js";
import {cityRate, features} from "../features/catalogue.js";
import type {Target} from "../features/labels.js";
import {latenessExamples} from "../features/latenessExamples.js";
import {examplesOf} from "../features/matrix.js";
import {presetFeatures} from "../features/presets.js";
import {featuresSql} from "../features/sql.js";
import {formatCount, formatDay} from "../format.js";
import type {LabExamples} from "../pipeline/fitting.js";
import type {Question} from "../pipeline/question.js";
import {latenessSql, latenessTable} from "../learn/lateness.js";
import type {Manifest} from "../marts/manifest.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Lab, NamedExamples} from "./lab.js";
import type {AskedTable} from "./populationTable.js";
import {populationTable} from "./populationTable.js";

/** Examples that answer a question, and where they come from. */
export interface LabData extends NamedExamples {
  /** Who worked them out, and does what there is to do on them. */
  lab: Lab;
  question: Question;
  about: Manifest;
  /** The SQL that gives the columns. */
  sql: string;
  /** How long it took to work them out. */
  milliseconds: number;
  /** Where the question has a population: how many customers there would be beside it. */
  outside?: number;
}

/** Gaps as NaN, so that the columns come as plain numbers. */
export function featureColumnsSql(question: Pick<Question, "asof" | "horizon" | "strict">): string {
  const {asof, horizon, strict} = question;
  const numeric = features.filter(({name, levels}) => !levels && name !== cityRate).map(({name}) => name);
  return `select * replace (${[...numeric, "city_rate_earlier"]
    .map((name) => `coalesce(cast(${name} as double), cast('NaN' as double)) as ${name}`)
    .join(", ")})
from (${featuresSql({cutoff: `${asof}T00:00:00`, horizon, strict})})`;
}

/** The table that answers a question: of its population alone, where it has one. */
async function askedOf(lab: Lab, question: Question): Promise<AskedTable> {
  if (question.label === "late") return {table: await lab.columns(latenessSql), sql: latenessSql};
  const sql = featureColumnsSql(question);
  return question.population
    ? populationTable(lab, sql, question.population, question.asof)
    : {table: await lab.columns(sql), sql};
}

const targetOf = ({label, days}: Question): Target =>
  label === "recency" ? {kind: "recency", days} : {kind: label === "rule" ? "rule" : "forward"};

/** Fewer people than this teach nothing. */
const fewestPeople = 50;

const caches = new WeakMap<Lab, Map<string, Promise<Result<LabData>>>>();
const mostKept = 2;

/** The examples of a question, worked out once; a sentence where the question has no answer. */
export function labData(lab: Lab, question: Question): Promise<Result<LabData>> {
  const kept = caches.get(lab) ?? new Map<string, Promise<Result<LabData>>>();
  caches.set(lab, kept);
  const key = JSON.stringify(question);
  const data = kept.get(key) ?? load(lab, question, key);
  kept.delete(key);
  kept.set(key, data);
  data.catch(() => kept.delete(key));
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
  return data;
}

async function load(lab: Lab, question: Question, id: string): Promise<Result<LabData>> {
  const begin = performance.now();
  const about = await lab.about();
  const {table, sql, outside} = await askedOf(lab, question);
  if (outside !== undefined && table.customer_key.length < fewestPeople)
    return fail(
      "people",
      `Only ${formatCount(table.customer_key.length)} of ${formatCount(table.customer_key.length + outside)} customers are in this population on ${formatDay(midnightOf(question.asof))}: choose a larger one or a later day.`
    );
  const examples = question.label === "late" ? ok(lateExamples(table)) : customers(table, question);
  if (!examples.ok) return examples;
  return ok({
    lab,
    id,
    question,
    about,
    sql,
    examples: examples.value,
    milliseconds: performance.now() - begin,
    ...(outside === undefined ? {} : {outside})
  });
}

const lateExamples = (table: AskedTable["table"]): LabExamples => latenessExamples(latenessTable(table));

function customers(table: AskedTable["table"], question: Question): Result<LabExamples> {
  const forward = question.label === "forward";
  const read = examplesOf(table, {label: targetOf(question), preset: forward ? "forward" : "brief"});
  if (!read.ok) return read;
  const {city, ...examples} = read.value;
  const preset = new Set(
    presetFeatures(question.preset === "safe" ? "leak-free" : "brief").map(({name}) => name)
  );
  const wanted = examples.columns.map(
    ({feature}) => preset.has(feature) && (!question.only.length || question.only.includes(feature))
  );
  if (!wanted.some(Boolean))
    return fail(
      "columns",
      "None of the features chosen is in this preset: choose others or the other preset."
    );
  const columns = examples.columns.filter((_, j) => wanted[j]);
  const column = columns.findIndex(({feature}) => feature === cityRate);
  return ok({
    ...examples,
    columns,
    values: examples.values.filter((_, j) => wanted[j]),
    city: !forward && column >= 0 ? {codes: city, column} : undefined
  });
}
