import type {Parameter} from "../state/parameter.js";

/** The values that count; none chosen is all. */
export type Chosen = readonly string[];

const longest = 4_000;

/** Values end at semicolons; what is a semicolon or backslash itself has a backslash before it. */
const escaped = (value: string): string => value.replace(/[\\;]/g, "\\$&");

/**
 * Some of a column's values in an address, with semicolons between them.
 * @param possible the only values that there can be, where they are known
 * @example chosenParameter().read("SP;RJ") => ["SP", "RJ"]
 */
export function chosenParameter(possible?: readonly string[]): Parameter<Chosen> {
  const admits = (value: unknown): value is Chosen =>
    Array.isArray(value) &&
    value.every((one) => typeof one === "string" && one !== "" && !/[\p{Surrogate}\0]/u.test(one)) &&
    value.every((one) => !possible || possible.includes(one as string)) &&
    new Set(value).size === value.length &&
    value.join().length <= longest;
  return {
    fallback: [],
    expected: possible
      ? `some of ${possible.join(", ")}, different ones, with semicolons between them`
      : "different values with semicolons between them",
    read(text) {
      const values = (text.match(/(?:\\[^]|[^\\;])+/g) ?? []).map((one) => one.replace(/\\([^])/g, "$1"));
      return admits(values) ? values : undefined;
    },
    write: (values) => values.map(escaped).join(";"),
    admits
  };
}
