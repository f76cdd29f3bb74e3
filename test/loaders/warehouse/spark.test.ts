import {mkdirSync, writeFileSync} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {spark} from "../../../lib/dialect/spark.js";
import {examplesOf} from "../../../lib/features/matrix.js";
import {featuresSql} from "../../../lib/features/sql.js";
import {briefSpecs} from "../../../lib/learn/families.js";
import {finish} from "../../../lib/learn/finish.js";
import {marts} from "../../../lib/marts/index.js";
import {scoreColumns} from "../../../lib/model/model.js";
import {fit} from "../../../lib/pipeline/fit.js";
import {scoringStatement} from "../../../lib/pipeline/scoringStatement.js";
import {workbench} from "../../../lib/pipeline/workbench.js";
import {queryRows, withDatabase} from "../../../loaders/database.js";
import {generate} from "../../../loaders/generate/index.js";
import {adopt, folderSql} from "../../../loaders/warehouse/adopt.js";
import {runMarts} from "../../../loaders/runMarts.js";
import {csvMapping} from "../../../loaders/warehouse/mapping.js";
import type {Step} from "../../../loaders/warehouse/script.js";
import {
  allMarts,
  keptSteps,
  martSteps,
  preamble,
  scriptOf,
  stagingSteps
} from "../../../loaders/warehouse/script.js";
import {stageToParquet} from "../../../loaders/warehouse/sources.js";
import {runSparkSql, sparkHome} from "../../../loaders/warehouse/sparkSql.js";
import {stagedTables} from "../../../loaders/warehouse/stagedTables.js";
import {olistDir} from "../../support/paths.js";
import {byColumn} from "../../lib/features/tables.js";
import {differences} from "./differences.js";
import {otherSources} from "./otherSources.js";

/** The real files instead of a small generated shop: some minutes. */
const real = process.env.VITRINE_SPARK_REAL === "1";
const there = sparkHome(process.env) !== undefined;
if (!there)
  console.log("Apache Spark is not installed in .vitrine/spark: its tests are left out (README, Spark).");

const cutoff = real ? "2018-08-30T00:00:00" : "2018-08-01T00:00:00";
const parameters = {cutoff: "2018-01-01T00:00:00", horizon: 90, strict: false};

/** What may be put in order, or into one place, in one task: it does not grow with the customers. */
const mayStandInOnePlace: Readonly<Record<string, string>> = {
  quality_rows: "months with an order",
  monthly_categories: "categories",
  lateness: "days",
  segments: "distinct values of recency, frequency and spend as of the one cutoff",
  features: "cities",
  scores: "cities",
  staged_customers: "days",
  staged_orders: "days",
  staged_products: "prefixes of ids",
  staged_sellers: "prefixes of ids"
};

/** Steps with each statement that keeps something explained before. */
const explained = (steps: readonly Step[]): Step[] =>
  steps.flatMap((step) =>
    step.makes === undefined
      ? [step]
      : [
          {sql: `select 'plan of ${step.makes}'`},
          {sql: step.sql.replace(/^insert overwrite directory .*\n/, "explain ")},
          step
        ]
  );

/** Steps of a plan that bring rows, not sums of them, to one place. */
const narrow = (plan: string): string[] => {
  const lines = plan.split("\n");
  return lines.filter(
    (line, at) =>
      line.includes("Exchange SinglePartition") && !/Aggregate\(.*partial_/.test(lines[at + 1] ?? "")
  );
};

/** For a shop so small that compiling its statements takes longer than running them; the real one has Spark's own settings. */
const quick = {
  "spark.sql.codegen.wholeStage": "false",
  "spark.sql.codegen.factoryMode": "NO_CODEGEN",
  "spark.sql.adaptive.enabled": "false",
  "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
};

describe.skipIf(!there)("Apache Spark", () => {
  let scratch: string;
  let connection: DuckDBConnection;
  let printed: string;
  let scores: Map<number, number>;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "vitrine-spark-"));
    const files = real ? (olistDir ?? "") : join(scratch, "csv");
    if (!real) await generate({directory: files, scale: 0.02, seed: 7});
    const {named, others} = await withDatabase(async (connect) => {
      const staging = await connect();
      const steps = await stageToParquet(staging, files, join(scratch, "staged"));
      if (!steps.ok) throw new Error(steps.message);
      mkdirSync(join(scratch, "duckdb"));
      await runMarts(connect, {names: allMarts, parameters: {cutoff}, directory: join(scratch, "duckdb")});
      const others = real ? undefined : await otherSources(staging, {files, scratch});
      return {named: steps.value, others};
    });
    connection = await (await DuckDBInstance.create(":memory:")).connect();
    for (const {name} of marts)
      await connection.run(`create view "${name}" as from '${join(scratch, "duckdb", `${name}.parquet`)}'`);
    await connection.run(`create table features as ${featuresSql(parameters)}`);

    const rows = await queryRows<Record<string, unknown>>(connection, "from features");
    const examples = examplesOf(byColumn(rows), {label: {kind: "forward"}, preset: "forward"});
    if (!examples.ok) throw new Error(examples.message);
    const {columns, values, labels, times, keys} = examples.value;
    const data = {columns, values, labels, times, keys};
    const train = Uint32Array.from(data.labels.keys()).filter((row) => row % 4 > 0);
    const test = Uint32Array.from(data.labels.keys()).filter((row) => row % 4 === 0);
    const spec = {...briefSpecs.xgboost, rounds: 40, eta: 0.3, alpha: 0, lambda: 1};
    const fitted = finish(fit(workbench(data), {spec, balance: "none", train, test, seed: 1}));
    if (!fitted.ok) throw new Error(fitted.message);
    const {model} = fitted.value;
    const expected = scoreColumns(model, [...data.values]);
    scores = new Map(Array.from(data.keys, (key, row) => [key, expected[row]]));
    const question = {label: "forward" as const, asof: "2018-01-01", horizon: 90, strict: false};

    const csv = csvMapping(files);
    if (!csv.ok) throw new Error(csv.message);
    const store = {dialect: spark, out: join(scratch, "spark")};
    const steps = [
      ...preamble,
      ...named,
      ...martSteps(store, allMarts, cutoff),
      ...keptSteps(store, "features", featuresSql(parameters, spark)),
      ...keptSteps(store, "scores", scoringStatement(model, {question, columns: data.columns}, spark)),
      ...(others?.before ?? []),
      ...stagingSteps(store, others?.mapping ?? csv.value)
    ];
    const script = join(scratch, "script.sql");
    writeFileSync(script, scriptOf(explained(steps), "all that is tested"));
    const started = performance.now();
    const ran = await runSparkSql({
      script,
      master: "local[2]",
      scratch,
      settings: {
        "spark.sql.shuffle.partitions": "4",
        ...(real ? {} : quick)
      }
    });
    console.log(`Spark's script took ${((performance.now() - started) / 1000).toFixed(1)} s`);
    if (!ran.ok) throw new Error(ran.message);
    printed = ran.value;
  }, 1_800_000);
  afterAll(() => rm(scratch, {recursive: true, force: true}));

  const bySpark = (name: string): string => {
    const folder = folderSql(join(scratch, "spark"), name);
    if (!folder.ok) throw new Error(folder.message);
    return folder.value;
  };

  it.each(marts.map((mart) => [mart.name, mart] as const))(
    "gives the mart %s as DuckDB does",
    async (name, mart) => {
      const from = join(scratch, "spark");
      const adopted = await adopt(connection, {mart, from, directory: scratch});
      if (!adopted.ok) throw new Error(adopted.message);
      expect(await differences(connection, `"${name}"`, `'${join(scratch, `${name}.parquet`)}'`)).toEqual([]);
    }
  );

  it("gives the features and labels as DuckDB does", async () => {
    expect(await differences(connection, "features", bySpark("features"))).toEqual([]);
  });

  it("scores everybody by the model's SQL as the tab does", async () => {
    const rows = await queryRows<{customer_key: number; probability: number}>(
      connection,
      `from ${bySpark("scores")}`
    );
    expect(rows).toHaveLength(scores.size);
    const furthest = Math.max(
      ...rows.map(({customer_key, probability}) => Math.abs(probability - (scores.get(customer_key) ?? NaN)))
    );
    expect(furthest).toBeLessThan(1e-6);
  });

  it.each(Object.keys(stagedTables))(
    `stages %s from ${real ? "the CSVs" : "CSVs, folders of Parquet and a catalogue"} with the rows and keys of our own importer`,
    async (name) => {
      const ordered = (table: string) => `(select * from ${table} order by all)`;
      const ours = ordered(`'${join(scratch, "staged", `staged_${name}.parquet`)}'`);
      const [columns] = [await queryRows<{column_name: string}>(connection, `describe from ${ours}`)];
      const names = columns.map(({column_name}) => column_name).join(", ");
      const theirs = `(select ${names} from ${bySpark(`staged_${name}`)} order by all)`;
      expect(await differences(connection, ours, theirs)).toEqual([]);
    }
  );

  it("accounts for every row of the files", async () => {
    const rows = await queryRows<{table_name: string; n: number; used: number; out: number}>(
      connection,
      `select f.table_name, f.rows as n,
         coalesce((select sum(rows) from ${bySpark("staged_excluded")} e where e.table_name = f.table_name), 0) as out
       from ${bySpark("staged_files")} f order by 1`
    );
    expect(rows).toHaveLength(9);
    for (const {table_name, n, out} of rows) {
      const [{used}] = await queryRows<{used: number}>(
        connection,
        `select count(*) as used from ${bySpark(`staged_${table_name}`)}`
      );
      expect(used + out, table_name).toBe(n);
    }
  });

  it("brings to one place only what does not grow with the customers", () => {
    const plans = printed.split(/^plan of /m).slice(1);
    expect(plans.length).toBeGreaterThan(marts.length + 9);
    const found = plans
      .map((plan) => [plan.slice(0, plan.indexOf("\n")).trim(), narrow(plan)] as const)
      .filter(([name, lines]) => lines.length > 0 && mayStandInOnePlace[name] === undefined);
    expect(found).toEqual([]);
  });
});
