import {cityRate, features} from "../../lib/features/catalogue.js";
import type {Target} from "../../lib/features/labels.js";
import {latenessExamples} from "../../lib/features/latenessExamples.js";
import {examplesOf} from "../../lib/features/matrix.js";
import {presetFeatures} from "../../lib/features/presets.js";
import {featuresSql} from "../../lib/features/sql.js";
import type {LabExamples} from "../../lib/learn/lab/fitting.js";
import type {Question} from "../../lib/learn/lab/question.js";
import {latenessSql, latenessTable} from "../../lib/learn/lateness.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import {manifest} from "../marts.js";
import {sql} from "../sql.js";
import type {NamedExamples} from "./crew.js";

/** Examples that answer a question, and where they come from. */
export interface LabData extends NamedExamples {
  question: Question;
  about: Manifest;
  /** The SQL that gives the columns. */
  sql: string;
  /** How long the tab worked them out. */
  milliseconds: number;
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

const targetOf = ({label, days}: Question): Target =>
  label === "recency" ? {kind: "recency", days} : {kind: label === "rule" ? "rule" : "forward"};

const kept = new Map<string, Promise<Result<LabData>>>();
const mostKept = 2;

/** The examples of a question, worked out in the tab once; a sentence where the question has no answer. */
export function labData(question: Question): Promise<Result<LabData>> {
  const key = JSON.stringify(question);
  const data = kept.get(key) ?? load(question, key);
  kept.delete(key);
  kept.set(key, data);
  data.catch(() => kept.delete(key));
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
  return data;
}

async function load(question: Question, id: string): Promise<Result<LabData>> {
  const begin = performance.now();
  const about = await manifest();
  const text = question.label === "late" ? latenessSql : featureColumnsSql(question);
  const table = await sql.columns(text).finally(() => sql.rest());
  const examples = question.label === "late" ? ok(lateExamples(table)) : customers(table, question);
  if (!examples.ok) return examples;
  return ok({
    id,
    question,
    about,
    sql: text,
    examples: examples.value,
    milliseconds: performance.now() - begin
  });
}

const lateExamples = (table: Record<string, ArrayLike<unknown>>): LabExamples =>
  latenessExamples(latenessTable(table));

function customers(table: Record<string, ArrayLike<unknown>>, question: Question): Result<LabExamples> {
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
