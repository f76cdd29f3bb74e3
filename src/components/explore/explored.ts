import type {Extent} from "../../lib/explore/bands.js";
import {bandSql, cutsOf} from "../../lib/explore/bands.js";
import type {RangeDimension} from "../../lib/explore/dimensions.js";
import {dimensions} from "../../lib/explore/dimensions.js";
import {exploredSql} from "../../lib/explore/exploredSql.js";
import {monthIndex} from "../../lib/explore/range.js";
import {mentions} from "../../lib/sql/mentions.js";
import {tableSource} from "../martsSource.js";
import {engine} from "../sqlEngine.js";
import type {Engine} from "../sqlEngine.js";
import {loadTables} from "../sqlTables.js";

/** An engine that has the table `explored`, with a column `<name>_band` for every range. */
export interface Explored {
  engine: Engine;
  /** Where the bands of each range part, by its column. */
  cuts: ReadonlyMap<string, readonly number[]>;
}

const prepared = new WeakMap<Promise<Engine>, Promise<Explored>>();

/** The table that is explored, made once in each engine: one that was lost is made again. */
export function explored(): Promise<Explored> {
  const started = engine();
  const made = prepared.get(started) ?? prepare(started);
  prepared.set(started, made);
  made.catch(() => prepared.delete(started));
  return made;
}

const ranges = dimensions.filter((dimension): dimension is RangeDimension => dimension.kind === "range");

async function prepare(started: Promise<Engine>): Promise<Explored> {
  await loadTables(started, mentions(exploredSql, tableSource().names));
  const running = await started;
  await running.arrow(`create or replace table explored_rows as ${exploredSql}`);
  const cuts = new Map<string, readonly number[]>();
  const vectors = await running.query(
    `select ${ranges.map(({name, unit}) => extentSql(name, unit === "month")).join(", ")} from explored_rows`
  );
  const values = vectors.map((vector) => [...vector][0]);
  for (const [i, {name, whole}] of ranges.entries()) {
    const [least, most, low, high] = values
      .slice(4 * i, 4 * i + 4)
      .map((value) => (typeof value === "string" ? monthIndex(value) : value === null ? NaN : Number(value)));
    cuts.set(name, cutsOf({least, most, low, high} satisfies Extent, whole));
  }
  const bands = ranges.map((range) => `${bandSql(range, cuts.get(range.name) ?? [])} as ${range.name}_band`);
  await running.arrow(
    `create or replace table explored as select *, ${bands.join(", ")} from explored_rows; drop table explored_rows`
  );
  return {engine: running, cuts};
}

const extentSql = (name: string, isText: boolean): string =>
  isText
    ? `min(${name}), max(${name}), min(${name}), max(${name})`
    : `cast(min(${name}) as double), cast(max(${name}) as double), quantile_cont(cast(${name} as double), 0.01), quantile_cont(cast(${name} as double), 0.99)`;
