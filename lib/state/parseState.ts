import type {StateSpec, StateValues} from "./parameter.js";

export interface ParsedState<S extends StateSpec> {
  values: StateValues<S>;
  /** A sentence for each value of the address that was not used. */
  problems: string[];
}

/**
 * Reads a page's state from the query of its address. What is missing, or no admissible value, becomes the default;
 * of a name that stands there twice the first counts; names that the page does not declare are `unknownNames`'.
 * @param search a query such as `location.search`, with or without its question mark; any text will do
 * @example parseState({top: integer(10, {min: 1})}, "?top=0") => {values: {top: 10}, problems: ["..."]}
 */
export function parseState<S extends StateSpec>(spec: S, search: string): ParsedState<S> {
  const given = new URLSearchParams(search);
  const problems: string[] = [];
  const values = Object.entries(spec).map(([name, parameter]) => {
    const text = given.get(name);
    if (text === null) return [name, parameter.fallback];
    const value = parameter.read(text);
    if (value !== undefined) return [name, value];
    const standing = parameter.write(parameter.fallback);
    problems.push(
      `“${name}” in the address must be ${parameter.expected}, not “${shortened(text)}”; ` +
        `the default${standing === "" ? "" : `, ${standing},`} is used instead.`
    );
    return [name, parameter.fallback];
  });
  return {values: Object.fromEntries(values) as StateValues<S>, problems};
}

/** A text of the address as a sentence names it, cut where it is long. @example shortened("nonsense") => "nonsense" */
export const shortened = (text: string): string => {
  const letters = [...text.slice(0, 100)];
  return letters.length > 40 ? `${letters.slice(0, 40).join("")}…` : letters.join("");
};
