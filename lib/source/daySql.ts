import type {DayOrder} from "../reading/dayField.js";
import {compactDays, dayPatterns} from "../reading/dayField.js";
import {quote} from "../sql/expressions.js";

const extract = (field: string, pattern: string) =>
  `regexp_extract(${field}, ${quote(`^(?:${pattern})$`)}, ['a', 'b', 'c', 'clock', 'zone'])`;

/** SQL of whether a field is a day without signs between its numbers. */
export const isCompactDay = (field: string): string =>
  `regexp_matches(${field}, ${quote(compactDays.map(([pattern]) => pattern).join("|"))})`;

/** SQL of a field with its day spelt out where it is written without signs, as `speltDay` does. */
const spelt = (field: string) => {
  const forms = compactDays.map(
    ([pattern, text]) =>
      `WHEN regexp_matches(${field}, ${quote(pattern)}) THEN regexp_replace(${field}, ${quote(pattern)}, ${quote(text.replace(/\d/g, "\\$&"))})`
  );
  return `CASE ${forms.join(" ")} ELSE ${field} END`;
};

/** SQL of what a trimmed field of a day is made of, as `dayParts` takes it apart; all of it is empty where it is none. */
export const dayParts = (field: string): string =>
  `CASE WHEN regexp_matches(${field}, '^[0-9]{8}') THEN ${extract(spelt(field), dayPatterns.yearFirst)}
    WHEN regexp_matches(${field}, '^[0-9]{4}') THEN ${extract(field, dayPatterns.yearFirst)}
    ELSE ${extract(field, dayPatterns.yearLast)} END`;

/** SQL of the form of a day's parts, NULL where there is none. */
export const dayForm = (parts: string): string =>
  `CASE strlen(${parts}.a) WHEN 0 THEN NULL WHEN 4 THEN 'year-first' ELSE 'year-last' END`;

/** SQL of the time on the clock that a field's parts show, its zone not looked at; NULL where there is none. */
export function timeValue(parts: string, form: string, order: DayOrder): string {
  const [day, month] = order === "day-month-year" ? ["a", "b"] : ["b", "a"];
  const date = `CASE ${form} WHEN 'year-first' THEN concat(${parts}.a, '-', ${parts}.b, '-', ${parts}.c)
    ELSE concat(${parts}.c, '-', ${parts}.${month}, '-', ${parts}.${day}) END`;
  const point = `replace(${parts}.clock, ',', '.')`;
  const half = `regexp_replace(${point}, ' ?([AaPp])[.]?[Mm][.]?$', ' \\1M')`;
  const patterns = ["%I:%M:%S.%n %p", "%I:%M:%S %p", "%I:%M %p"].map((clock) => quote(`%Y-%m-%d ${clock}`));
  return `CASE WHEN ${form} IS NULL THEN NULL
    WHEN ${parts}.clock = '' THEN try_cast(${date} AS TIMESTAMP)
    WHEN regexp_matches(${parts}.clock, '[Mm]') THEN CAST(try_strptime(concat(${date}, ' ', ${half}), [${patterns.join(", ")}]) AS TIMESTAMP)
    ELSE try_cast(concat(${date}, ' ', ${point}) AS TIMESTAMP) END`;
}
