import {compose} from "../lib/sql/compose.js";
import {decodeColumn} from "../lib/sql/decode.js";
import type {Column} from "../lib/sql/decode.js";
import {explain, isAnswer, missingTable} from "../lib/sql/explain.js";
import {Fragment} from "../lib/sql/literal.js";
import {mentions} from "../lib/sql/mentions.js";
import {describeSql, projectionSql, resultColumns} from "../lib/sql/projection.js";
import type {ResultColumn} from "../lib/sql/projection.js";
import {statement} from "../lib/sql/statement.js";
import {onSourceChange, tableSource} from "./martsSource.js";
import {engine, stopEngine} from "./sqlEngine.js";
import type {Engine} from "./sqlEngine.js";
import {loadTables, startReader} from "./sqlTables.js";
import {atWork} from "./atWork.js";
import {timed} from "./timings.js";

/** Rows of an answer, with the names of its columns in order and the query that it answers. */
export type Rows<T = Record<string, unknown>> = T[] & {columns: string[]; sql: string};

type Query = TemplateStringsArray | string;

interface NamedColumn {
  name: string;
  values: Column;
}

onSourceChange(stopEngine);

/**
 * Asks the marts a question, by their names, in DuckDB's SQL; DuckDB and each mart load when first needed. Values in the
 * template become literals: texts, numbers, Dates, booleans, null, arrays after IN. The answer's whole numbers and
 * decimals are numbers, its dates and times Dates (UTC). Throws an Error whose message says in a sentence what is wrong
 * with a query.
 * @example const rows = await sql`select state, count(*) as orders from orders where status in ${["delivered"]} group by state`
 */
async function ask(query: Query, ...values: unknown[]): Promise<Rows> {
  const text = compose(query, ...values);
  const columns = await answer(text);
  const length = columns[0]?.values.length ?? 0;
  const rows = Array.from({length}, (_, i) =>
    Object.fromEntries(columns.map(({name, values}) => [name, values[i]]))
  );
  return Object.assign(rows, {columns: columns.map(({name}) => name), sql: text});
}

export const sql = Object.assign(ask, {
  /**
   * The answer column by column, for big ones: Int32Array or Float64Array where all values are numbers, else an array.
   * @example const {price_cents} = await sql.columns`select price_cents from items`
   */
  async columns(query: Query, ...values: unknown[]): Promise<Record<string, Column>> {
    const columns = await answer(compose(query, ...values));
    return Object.fromEntries(columns.map(({name, values}) => [name, values]));
  },

  /**
   * Starts DuckDB, and what reads tables for it, ahead of the first question, on a page that is sure to ask one; if that
   * fails, the question says so. A built page that says this starts DuckDB before its other modules.
   * @example sql.start()
   */
  start(): void {
    startReader();
    void engine().catch(() => {});
  },

  /**
   * Gives DuckDB's memory back as soon as no query runs, on a page that asks seldom and works long with the answer; the
   * next query starts it anew.
   * @example sql.rest()
   */
  rest(): void {
    resting = true;
    restOnceIdle();
  },

  /** The text of a query with its values as literals, to show or to copy; nothing is asked. */
  text: (query: Query, ...values: unknown[]): string => compose(query, ...values),

  /**
   * SQL of the project itself, to stand in a query as it is. Never for what a reader typed.
   * @example sql`select segment, count(*) as people from (${sql.raw(segments.sql({cutoff}))}) group by segment`
   */
  raw: (text: string): Fragment => new Fragment(text)
});

let running = 0;
let resting = false;

function restOnceIdle(): void {
  if (!resting || running > 0) return;
  resting = false;
  stopEngine();
}

async function answer(text: string): Promise<NamedColumn[]> {
  running++;
  try {
    return await atWork(timed("query", answerOf(text)));
  } finally {
    running--;
    restOnceIdle();
  }
}

async function answerOf(text: string): Promise<NamedColumn[]> {
  const query = statement(text);
  if (!query.ok) throw new Error(query.message);
  const started = engine();
  await loadTables(started, mentions(query.value, tableSource().names));
  const ready = await started;
  try {
    const columns = await describe(started, query.value);
    const vectors = await ready.query(projectionSql(query.value, columns));
    return columns.map((column, i) => {
      const values = vectors[i];
      if (!values) throw new Error(`missing column: ${column.name}`);
      return {name: column.name, values: decodeColumn(column, values)};
    });
  } catch (error) {
    throw error instanceof Error && isAnswer(error.message)
      ? new Error(explain(await ownWords(ready, query.value, error.message), tableSource().names), {
          cause: error
        })
      : error;
  }
}

/** The columns of the answer; loads what the query turns out to need. */
async function describe(started: Promise<Engine>, query: string): Promise<ResultColumn[]> {
  const running = await started;
  const loaded = new Set<string>();
  for (;;)
    try {
      const [names = [], types = []] = await running.query(describeSql(query));
      const described = [...types];
      return resultColumns(Array.from(names, (name, i) => [String(name), String(described[i])] as const));
    } catch (error) {
      const missing = error instanceof Error ? missingTable(error.message)?.toLowerCase() : undefined;
      const name = tableSource().names.find((known) => known.toLowerCase() === missing);
      if (name === undefined || loaded.has(name)) throw error;
      loaded.add(name);
      await loadTables(started, [name]);
    }
}

/** What the engine says of the query as it was written, where it stumbled over its grammar. */
async function ownWords(running: Engine, query: string, message: string): Promise<string> {
  if (!message.startsWith("Parser Error")) return message;
  try {
    await running.check(query);
    return message;
  } catch (error) {
    return error instanceof Error ? error.message : message;
  }
}
