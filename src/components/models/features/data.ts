import type {Feature} from "../../../lib/features/catalogue.js";
import {features} from "../../../lib/features/catalogue.js";
import type {FeatureParameters} from "../../../lib/features/sql.js";
import {sql} from "../../sql.js";
import type {FeatureValues} from "./shape.js";
import {featureSql, labelsSql, summarySql, warmUpSql} from "./sql.js";
import type {LabelDay} from "./labels.js";

/** How the values of a feature lie among people. */
export interface FeatureSummary {
  number: number;
  missing: number;
  distinct_values: number;
  mean: number | null;
  /** At the shares of `quantileShares`; null for a category or where no value is known. */
  quantiles: (number | null)[] | null;
  /** A category's most frequent level, and its people. */
  usual: string | null;
  usual_people: number | null;
}

/** All features of the people at a cutoff. */
export interface Summaries {
  moment: FeatureParameters;
  people: number;
  /** In the order of the features' numbers. */
  rows: readonly FeatureSummary[];
  /** About how many bytes a line of the matrix takes as text. */
  lineBytes: number;
  sql: string;
  /** How long the tab worked them out, once the tables were read. */
  milliseconds: number;
}

/** An answer that took so long. */
export interface Answer<T> {
  value: T;
  sql: string;
  milliseconds: number;
}

const mostKept = 12;
const pauseMilliseconds = 250;
const kept = new Map<string, Promise<Answer<unknown>>>();
let last: Promise<unknown> = Promise.resolve();

/** Asks one thing after the other, so that times are of each alone, and each thing once. */
function asked<T>(text: string, ask: (text: string) => Promise<T>): Promise<Answer<T>> {
  const known = kept.get(text) as Promise<Answer<T>> | undefined;
  if (known) return known;
  const answer = (async () => {
    await last.catch(() => {});
    await sql(warmUpSql);
    const begin = performance.now();
    const value = await ask(text);
    return {value, sql: text, milliseconds: performance.now() - begin};
  })();
  last = answer;
  kept.set(text, answer);
  answer.catch(() => kept.delete(text));
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
  return answer;
}

/** Of a value that a reader is still changing: settles only for the one that stands for a quarter of a second. */
export function settling<T>(): (value: T) => Promise<T> {
  let latest = 0;
  return async (value) => {
    const mine = ++latest;
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
    return mine === latest ? value : new Promise<never>(() => {});
  };
}

const nobody = () => new Error("nobody had bought by this day: choose a later one");

type SummaryRow = FeatureSummary & {people: number; line_bytes: number};

/** How all features lie at a cutoff; rejects with a sentence where nobody had bought by then. */
export async function featureSummaries(moment: FeatureParameters): Promise<Summaries> {
  const {value, ...about} = await asked(
    summarySql(moment),
    async (text) => (await sql(text)) as unknown as SummaryRow[]
  );
  const [{people, line_bytes}] = value;
  if (people === 0) throw nobody();
  if (value.length !== features.length) throw new Error(`not ${features.length} features: ${value.length}`);
  return {...about, moment, people, lineBytes: line_bytes, rows: value};
}

/** How many people have which labels, by the days since their last order; rejects like `featureSummaries`. */
export const labelDays = (moment: FeatureParameters): Promise<Answer<readonly LabelDay[]>> =>
  asked(labelsSql(moment), async (text) => {
    const rows = await sql(text);
    if (rows.length === 0) throw nobody();
    return rows as unknown as LabelDay[];
  });

/** A feature's value and labels of every person; rejects like `featureSummaries`. */
export const featureValues = (moment: FeatureParameters, feature: Feature): Promise<Answer<FeatureValues>> =>
  asked(featureSql(moment, feature), async (text) => {
    const {value, label_rule, label_forward} = await sql.columns(text);
    if (value.length === 0) throw nobody();
    const forward = Uint8Array.from(label_forward, Number);
    return {
      values: feature.levels ? Array.from(value, String) : Float64Array.from(value, Number),
      rule: Uint8Array.from(label_rule, Number),
      forward: forward.includes(2) ? null : forward
    };
  });

/** All that the page asks as of the day that a reader has settled for; `atEnd` is of the end of the data. */
export const featuresAsOf = (chosen: Promise<FeatureParameters>, end: string) => ({
  chosen,
  labels: chosen.then(labelDays),
  atEnd: chosen.then((moment) => labelDays({...moment, cutoff: end})),
  summaries: chosen.then(featureSummaries)
});
