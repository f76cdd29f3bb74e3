import type {NumberBounds} from "../reading/numberColumn.js";
import type {DecimalSign} from "../reading/numberField.js";
import {alike, bodyPatterns, fieldGroups, fieldPattern} from "../reading/numberField.js";
import {quote} from "../sql/expressions.js";

const groups = [...Object.keys(fieldGroups), "closing"].map(quote).join(", ");

/** SQL of a trimmed field with the characters of spreadsheets and typesetters as plain ones. */
export function plainCharacters(field: string): string {
  const [from, to] = [0, 1].map((side) => quote(alike.map((pair) => pair[side]).join("")));
  const translated = `translate(${field}, ${from}, ${to})`;
  return `CASE WHEN contains(${translated}, '  ') THEN regexp_replace(${translated}, ' +', ' ', 'g') ELSE ${translated} END`;
}

/** SQL of what a field is made of, as `numberParts` takes it apart; all of it is empty where it is no number. */
export const numberParts = (field: string): string =>
  `regexp_extract(${field}, ${quote(`^(?:${fieldPattern})$`)}, [${groups}])`;

/** SQL of the form of a field's parts, NULL where it is no number. */
export function numberForm(parts: string): string {
  const forms = Object.entries(bodyPatterns).map(
    ([form, pattern]) => `WHEN regexp_full_match(${parts}.body, ${quote(pattern)}) THEN ${quote(form)}`
  );
  const signs = `concat(${parts}.sign, ${parts}.innerSign)`;
  return `CASE
    WHEN ${parts}.body IS NULL OR ${parts}.body = '' OR strlen(${signs}) > 1 THEN NULL
    WHEN (${parts}.bracket = '') <> (${parts}.closing = '') THEN NULL
    WHEN ${parts}.bracket <> '' AND ${signs} <> '' THEN NULL
    WHEN ${parts}.before <> '' AND ${parts}.after <> '' THEN NULL
    ${forms.join(" ")} END`;
}

const without = (body: string, ...characters: string[]) =>
  characters.reduce((text, character) => `replace(${text}, ${quote(character)}, '')`, body);

/** SQL of the number that a field's parts are where `decimal` stands before decimals. */
export function numberReading(parts: string, decimal: DecimalSign): string {
  const body = `${parts}.body`;
  const pointed =
    decimal === "." ? without(body, ",", " ", "'") : `replace(${without(body, ".", " ", "'")}, ',', '.')`;
  const value = `nullif(try_cast(${pointed} AS DOUBLE), 'infinity'::DOUBLE)`;
  const negative = `${parts}.bracket <> '' OR ${parts}.sign = '-' OR ${parts}.innerSign = '-'`;
  return `(CASE WHEN ${negative} THEN 0 - ${value} ELSE ${value} END)`;
}

/** SQL of the number of a field in a column of that decimal sign, as `numberOf` gives it; NULL where there is none. */
export function numberValue(parts: string, form: string, decimal: DecimalSign): string {
  const other = decimal === "." ? "," : ".";
  const otherForm = other === "." ? "point" : "comma";
  return `CASE WHEN ${form} IS NULL THEN NULL WHEN ${form} = ${quote(otherForm)} THEN ${numberReading(parts, other)}
    ELSE ${numberReading(parts, decimal)} END`;
}

/** SQL of whether a number is whole once it is multiplied, but for the tail of a float. */
export const isWhole = (value: string, factor = 1): string =>
  `abs(${value} * ${factor} - round(${value} * ${factor})) <= 1e-9 * greatest(1, abs(${value}))`;

function admits({least, most, decimals}: NumberBounds, value: string): string {
  const tests = [
    ...(least === undefined ? [] : [`${value} >= ${least}`]),
    ...(most === undefined ? [] : [`${value} <= ${most}`]),
    ...(decimals === undefined ? [] : [isWhole(value, 10 ** decimals)])
  ];
  return tests.length ? `(${tests.join(" AND ")})` : "true";
}

/** SQL of the decimal sign that a field calls for, as `decimalSignOf` says: '.', ',', 'either' or NULL. */
export function signCalledFor(parts: string, form: string, bounds: NumberBounds): string {
  const [point, comma] = ([".", ","] as const).map((sign) => admits(bounds, numberReading(parts, sign)));
  return `CASE ${form} WHEN 'point' THEN '.' WHEN 'comma' THEN ',' WHEN 'plain' THEN NULL
    ELSE CASE WHEN ${form} IS NULL THEN NULL WHEN ${point} AND NOT ${comma} THEN '.'
      WHEN ${comma} AND NOT ${point} THEN ',' ELSE 'either' END END`;
}
