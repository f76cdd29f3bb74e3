import type {Extent} from "../../lib/explore/bands.js";
import {bandSql, cutsOf} from "../../lib/explore/bands.js";
import type {FeatureDimension, RangeDimension} from "../../lib/explore/dimensions.js";
import {dimensions} from "../../lib/explore/dimensions.js";
import {exploredSql} from "../../lib/explore/exploredSql.js";
import {customerFeaturesSql} from "../../lib/explore/featuresSql.js";
import {monthIndex} from "../../lib/explore/range.js";
import {mentions} from "../../lib/sql/mentions.js";
import {manifest} from "../marts.js";
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

interface Prepared extends Explored {
  /** The engine as it was asked for: tables that are loaded are known by it. */
  started: Promise<Engine>;
  cuts: Map<string, readonly number[]>;
  /** Settles when the features asked for are there: one after the other, as each makes the table anew. */
  adding: Promise<unknown>;
}

const prepared = new WeakMap<Promise<Engine>, Promise<Prepared>>();

/** The features in use, which an engine that is made again has from the start. */
const inUse = new Map<string, FeatureDimension>();

/** The table that is explored, made once in each engine: one that was lost is made again. */
export function explored(): Promise<Explored> {
  return preparedNow();
}

/** The same with columns for some numbers of the orders' customers as of the cutoff of the data. */
export async function exploredWith(features: readonly FeatureDimension[]): Promise<Explored> {
  const made = await preparedNow();
  const adding = made.adding.catch(() => {}).then(() => addFeatures(made, features));
  made.adding = adding;
  await adding;
  return made;
}

function preparedNow(): Promise<Prepared> {
  const started = engine();
  const made = prepared.get(started) ?? prepare(started);
  prepared.set(started, made);
  made.catch(() => prepared.delete(started));
  return made;
}

const ranges = dimensions.filter((dimension): dimension is RangeDimension => dimension.kind === "range");

async function prepare(started: Promise<Engine>): Promise<Prepared> {
  await loadTables(started, mentions(exploredSql, tableSource().names));
  const running = await started;
  await running.arrow(`create or replace table explored_rows as ${exploredSql}`);
  const cuts = await cutsIn(running, "explored_rows", ranges);
  const bands = ranges.map((range) => bandColumn(range, cuts));
  await running.arrow(
    `create or replace table explored as select *, ${bands.join(", ")} from explored_rows; drop table explored_rows`
  );
  const made = {started, engine: running, cuts, adding: Promise.resolve()};
  await addFeatures(made, [...inUse.values()]);
  return made;
}

/** Works all features out with the first that is asked for: one alone takes most of the time of all. */
async function addFeatures(
  {started, engine, cuts}: Prepared,
  asked: readonly FeatureDimension[]
): Promise<void> {
  const features = asked.filter(({name}) => !cuts.has(name));
  if (features.length === 0) return;
  const text = customerFeaturesSql(await manifest());
  await loadTables(started, mentions(text, tableSource().names));
  await engine.arrow(`create table if not exists customer_features as ${text}`);
  const names = features.map(({name}) => `f.${name}`).join(", ");
  await engine.arrow(
    `create or replace table explored_rows as select e.*, ${names} from explored e left join customer_features f on f.customer_key = e.customer_key`
  );
  const found = await cutsIn(engine, "explored_rows", features);
  const bands = features.map((feature) => bandColumn(feature, found));
  await engine.arrow(
    `create or replace table explored as select *, ${bands.join(", ")} from explored_rows; drop table explored_rows`
  );
  for (const feature of features) {
    inUse.set(feature.name, feature);
    cuts.set(feature.name, found.get(feature.name) ?? []);
  }
}

const bandColumn = (range: RangeDimension, cuts: ReadonlyMap<string, readonly number[]>): string =>
  `${bandSql(range, cuts.get(range.name) ?? [])} as ${range.name}_band`;

/** Where the bands of ranges part, by how a table's values lie. */
async function cutsIn(
  engine: Engine,
  table: string,
  ranges: readonly RangeDimension[]
): Promise<Map<string, readonly number[]>> {
  const vectors = await engine.query(`select ${ranges.map(extentSql).join(", ")} from ${table}`);
  const values = vectors.map((vector) => [...vector][0]);
  return new Map(
    ranges.map((range, i) => {
      const [least, most, low, high, middle] = values
        .slice(5 * i, 5 * i + 5)
        .map((value) =>
          typeof value === "string" ? monthIndex(value) : value === null ? NaN : Number(value)
        );
      const extent: Extent = {least, most, low, high, ...("feature" in range ? {middle} : {})};
      return [range.name, cutsOf(extent, range.whole)];
    })
  );
}

function extentSql({name, unit}: RangeDimension): string {
  if (unit === "month") return ["min", "max", "min", "max", "min"].map((one) => `${one}(${name})`).join(", ");
  const value = `cast(${name} as double)`;
  return `min(${value}), max(${value}), ${[0.01, 0.99, 0.5].map((share) => `quantile_cont(${value}, ${share})`).join(", ")}`;
}
