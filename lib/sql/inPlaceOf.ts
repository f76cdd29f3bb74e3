/**
 * A query with tables in place of those that it names, as a query.
 * @param tables the table to be read, by the name that the query has for it
 * @example inPlaceOf({orders: "late_orders"}, "select * from orders") => "with orders as (select * from late_orders)\nselect * from orders"
 */
export function inPlaceOf(tables: Readonly<Record<string, string>>, query: string): string {
  const read = Object.entries(tables).map(([name, table]) => `${name} as (select * from ${table})`);
  const rest = /^with\s/i.test(query) ? `,\n${query.slice(5)}` : `\n${query}`;
  return `with ${read.join(", ")}${rest}`;
}
