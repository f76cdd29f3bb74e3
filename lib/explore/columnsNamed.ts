import type {Mart} from "../marts/mart.js";
import {mentions} from "../sql/mentions.js";

/** A column that may be meant, with its table. */
export interface NamedColumn {
  name: string;
  /** The table, or several of them. */
  tables: string;
  meaning: string;
}

/**
 * The columns of the tables that a query mentions, each once.
 * @example columnsNamed("select  from sellers", marts).map(({name}) => name) => ["seller_key", ...]
 */
export function columnsNamed(query: string, tables: readonly Mart[]): NamedColumn[] {
  const found = new Map<string, NamedColumn>();
  for (const name of mentions(
    query,
    tables.map((table) => table.name)
  ))
    for (const column of tables.find((table) => table.name === name)?.columns ?? []) {
      const known = found.get(column.name);
      const meaning = column.unit ? `${column.meaning} (${column.unit})` : column.meaning;
      found.set(
        column.name,
        known ? {...known, tables: `${known.tables}, ${name}`} : {name: column.name, tables: name, meaning}
      );
    }
  return [...found.values()];
}
