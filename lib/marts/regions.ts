import {inBrazil, inBrief, placeWord} from "../shop.js";
import {quote} from "../sql/expressions.js";

/** The states of each of Brazil's five macro-regions (IBGE). */
export const regionStates = {
  N: ["AC", "AM", "AP", "PA", "RO", "RR", "TO"],
  NE: ["AL", "BA", "CE", "MA", "PB", "PE", "PI", "RN", "SE"],
  CO: ["DF", "GO", "MS", "MT"],
  SE: ["ES", "MG", "RJ", "SP"],
  S: ["PR", "RS", "SC"]
} as const;

/** Brazil's 27 states by their two letters, in alphabetical order. */
export const states: readonly string[] = Object.values(regionStates).flat().sort();

/** The macro-region of a state, as SQL; null for what is no state of Brazil, whatever letters a shop elsewhere names places by. */
export const regionSql = (state: string): string => {
  if (!inBrazil) return "cast(null as varchar)";
  const cases = Object.entries(regionStates).map(
    ([region, states]) => `when ${state} in (${states.map(quote).join(", ")}) then ${quote(region)}`
  );
  return `case ${cases.join(" ")} end`;
};

/** What the column `state` of a table holds, in words. */
export const placeMeaning = inBrazil ? "state (UF)" : placeWord.one;

/** What the column `region` of a table holds, in words. */
export const regionMeaning = inBrazil ? "macro-region of that state: N, NE, CO, SE, S" : "empty in this shop";

/** What the column `category` of a table holds, in words. */
export const categoryMeaning = inBrief ? "Portuguese key" : "name in the files";
