import {literal} from "./literal.js";

/**
 * The text of a tagged template, each value in it as a literal. A plain text stays as it is.
 * @example compose`select ${"it's"}` => "select 'it''s'"
 */
export function compose(query: TemplateStringsArray | string, ...values: readonly unknown[]): string {
  if (typeof query === "string") return query;
  return query.map((part, i) => part + (i < values.length ? literal(values[i]) : "")).join("");
}
