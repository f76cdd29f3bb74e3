import type {Dialect} from "../../lib/dialect/dialect.js";
import {marts, withInputs} from "../../lib/marts/index.js";
import type {Mart} from "../../lib/marts/mart.js";
import {tables} from "../../lib/source/tables.js";
import {judgedSql, refusalsSql} from "./judged.js";
import type {MappedTable, Mapping} from "./mapping.js";
import {typeOf} from "./mapping.js";
import {ledgerTables, stagedTables, stagingOrder} from "./stagedTables.js";

/** A step of a script: one statement, and what is told of it. */
export interface Step {
  /** What it makes: "orders"; none where it only prepares. */
  makes?: string;
  sql: string;
}

/** Where what a script makes is kept: folders of Parquet below a path, or a schema of the catalogue. */
export interface Store {
  dialect: Dialect;
  /** Path of a folder, or name of a schema. */
  out: string;
}

const text = (value: string): string => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** What makes the session the same everywhere: texts of times and cuts by day are those of the clock. */
export const preamble: readonly Step[] = [{sql: "set time zone 'UTC'"}];

/** A folder of Parquet by a name. */
export const viewStep = (name: string, at: string): Step => ({
  sql: `create or replace temporary view ${name} using parquet options (path ${text(at)})`
});

/** A SELECT, already in the engine's spelling, kept under a name for what comes after it. */
export const keptSteps = ({dialect, out}: Store, name: string, select: string): Step[] =>
  dialect.name === "spark"
    ? [
        {makes: name, sql: `insert overwrite directory ${text(`${out}/${name}`)} using parquet\n${select}`},
        viewStep(name, `${out}/${name}`)
      ]
    : [{makes: name, sql: `create table ${out}.${name} as\n${select}`}];

const typedSql = (table: MappedTable["table"], mapped: MappedTable | undefined): string => {
  const columns = table.columns.map(({staged, kind}) =>
    mapped ? `${mapped.columns[staged]} as ${staged}` : `cast(null as ${typeOf(kind)}) as ${staged}`
  );
  return `select ${columns.join(", ")}\nfrom ${mapped ? mapped.from : "(select 1 as nothing) none where nothing = 0"}`;
};

/** Steps that stage mapped tables: typed, judged row by row, numbered, with the ledger of what was left out. */
export function stagingSteps(store: Store, mapping: Mapping): Step[] {
  const {dialect} = store;
  const view = (name: string, select: string): Step => ({
    sql: `create or replace ${dialect.name === "spark" ? "temporary view" : "view"} ${name} as\n${dialect.spelt(select)}`
  });
  const ordered = stagingOrder.map((name) => tables.find((table) => table.name === name) ?? tables[0]);
  const typed = ordered.flatMap((table) => {
    const mapped = mapping.get(table.name);
    return [
      ...(mapped?.before === undefined ? [] : [{sql: mapped.before}]),
      // Names of the shop's own are in the engine's spelling as they are.
      {
        sql: `create or replace ${dialect.name === "spark" ? "temporary view" : "view"} typed_${table.name} as\n${typedSql(table, mapped && spelled(mapped, dialect))}`
      }
    ];
  });
  const staged = ordered.flatMap((table) => [
    view(`judged_${table.name}`, judgedSql(table)),
    ...refusal(dialect, refusalsSql(table)),
    ...keptSteps(store, `staged_${table.name}`, dialect.spelt(stagedTables[table.name]))
  ]);
  const origins = ordered.map(({name}) => ({name, from: mapping.get(name)?.from ?? "nothing"}));
  const ledger = Object.entries(ledgerTables(origins)).flatMap(([name, select]) =>
    keptSteps(store, `staged_${name}`, dialect.spelt(select))
  );
  return [...typed, ...staged, ...ledger];
}

/** A mapping's expressions with the types of ours spelt for the engine. */
const spelled = (mapped: MappedTable, dialect: Dialect): MappedTable => ({
  ...mapped,
  columns: Object.fromEntries(
    Object.entries(mapped.columns).map(([name, sql]) => [
      name,
      sql.replace(/ as (varchar|timestamp)\)$/, (cast) => dialect.spelt(cast))
    ])
  )
});

/** A step that ends the job with the first problem that a SELECT finds. */
const refusal = (dialect: Dialect, problems: string): Step[] =>
  dialect.name === "spark"
    ? [{sql: `select raise_error(problem) from (\n${dialect.spelt(problems)}\n) problems`}]
    : [{sql: `select fail(problem) from (\n${dialect.spelt(problems)}\n) problems`}];

/** Steps that make marts, and those that they are made of, from staged tables. */
export const martSteps = (store: Store, names: readonly string[], cutoff: string): Step[] =>
  withInputs(names).flatMap((mart: Mart) => keptSteps(store, mart.name, mart.sql({cutoff}, store.dialect)));

/** All marts. */
export const allMarts = marts.map(({name}) => name);

/** Steps as one script. */
export const scriptOf = (steps: readonly Step[], about: string): string =>
  [`-- ${about}\n`, ...steps.map(({sql}) => `${sql};\n`)].join("\n");
