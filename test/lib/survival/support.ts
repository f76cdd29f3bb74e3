import {readFileSync} from "node:fs";
import fc from "fast-check";
import type {Covariate} from "../../../lib/survival/coxDesign.js";
import type {Groups} from "../../../lib/survival/observations.js";
import type {Result} from "../../../lib/result.js";
import {referenceDir} from "../../support/paths.js";

const dir = `${referenceDir}/survival`;

/** The numbers that R's survival package gives, by case. */
export const expected = JSON.parse(
  readFileSync(`${dir}/expected.json`, "utf8").replaceAll("NaN", "null")
) as {
  aml_km: {
    strata: string[];
    time: number[];
    n_risk: number[];
    surv: number[];
    se_greenwood: (number | null)[];
  };
  aml_median: number[];
  aml_logrank: {chisq: number; p: number; expected: number[]};
  lung_sex: {
    median: number[];
    median_ci_lower: number[];
    median_ci_upper: number[];
    surv_at_180_365_540_male_female: number[];
    se: number[];
    logrank_chisq: number;
    p: number;
  };
};

/** A reference file's columns, as text and as numbers; an empty field is NaN. */
export function columns(file: string) {
  const [head, ...lines] = readFileSync(`${dir}/${file}`, "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.replaceAll('"', "").split(","));
  const text = (name: string) => lines.map((fields) => fields[head.indexOf(name)]);
  const numbers = (name: string) => Float64Array.from(text(name), (field) => (field === "" ? NaN : +field));
  return {text, numbers};
}

/** Groups by name, in the order given. */
export const grouped = (values: readonly string[], ...names: string[]): Groups => ({
  codes: Uint8Array.from(values, (value) => names.indexOf(value)),
  names
});

/** The value of a result that must be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** The sentence of a result that must be a refusal. */
export const refusal = <T>(result: Result<T>): string => (result.ok ? "" : result.message);

/** E. Freireich and others (1963): weeks in remission under 6-MP and placebo. */
export const freireich = {
  treated: Float64Array.of(6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
  treatedEvents: Uint8Array.from({length: 21}, (_, row) => Number(row < 9)),
  placebo: Float64Array.of(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
};

/** Observations with many ties, in up to three groups, with two covariates. */
export interface Drawn {
  durations: Float64Array;
  events: Uint8Array;
  groups: Groups;
  covariates: Covariate[];
}

/** @param distinct whether no two durations are equal */
export function drawn(distinct = false): fc.Arbitrary<Drawn> {
  const row = fc.record({
    duration: fc.integer({min: 0, max: distinct ? 10_000 : 12}),
    event: fc.integer({min: 0, max: 1}),
    group: fc.integer({min: 0, max: 2}),
    x: fc.integer({min: -20, max: 20})
  });
  const rows = distinct
    ? fc.uniqueArray(row, {minLength: 20, maxLength: 40, selector: ({duration}) => duration})
    : fc.array(row, {minLength: 1, maxLength: 40});
  return rows.map((some) => ({
    durations: Float64Array.from(some, ({duration}) => duration),
    events: Uint8Array.from(some, ({event}) => event),
    groups: {codes: Uint8Array.from(some, ({group}) => group), names: ["a", "b", "c"]},
    covariates: [
      {name: "x", values: Float64Array.from(some, ({x}) => x / 10)},
      {name: "group", values: Float64Array.from(some, ({group}) => Number(group > 0))}
    ]
  }));
}

/** The same rows from the last to the first. */
export const reversed = ({durations, events, groups, covariates}: Drawn): Drawn => ({
  durations: durations.toReversed(),
  events: events.toReversed(),
  groups: {codes: Uint8Array.from(groups.codes).reverse(), names: groups.names},
  covariates: covariates.map(({name, values}) => ({name, values: values.toReversed()}))
});
