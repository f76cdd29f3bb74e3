import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {martNamed} from "../../../lib/marts/index.js";
import {total} from "../../../lib/sql/expressions.js";
import {sumTooLarge, tooLarge} from "../../../loaders/buildMarts.js";
import {parseCommand} from "../../../loaders/command.js";
import {adopt} from "../../../loaders/warehouse/adopt.js";
import {buildOnSpark} from "../../../loaders/warehouse/buildOnSpark.js";
import {faultSentence} from "../../../loaders/warehouse/faultSentence.js";
import {parquetMapping, readMapping} from "../../../loaders/warehouse/mapping.js";
import {planOf} from "../../../loaders/warehouse/plan.js";
import {runSparkSql} from "../../../loaders/warehouse/sparkSql.js";
import {tables} from "../../../lib/source/tables.js";

let scratch: string;
let mapping: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "vitrine-warehouse-"));
  mapping = join(scratch, "shop.json");
  writeFileSync(
    mapping,
    JSON.stringify(Object.fromEntries(tables.map(({name}) => [name, {from: `shop.sales.${name}`}])))
  );
});
afterAll(() => rm(scratch, {recursive: true, force: true}));

const job = (more: object) =>
  runSparkSql({script: join(scratch, "none.sql"), master: "local[1]", scratch, ...more});
const written = (name: string, content: unknown) => {
  writeFileSync(join(scratch, name), JSON.stringify(content));
  return readMapping(join(scratch, name));
};

describe("a Spark job that cannot run", () => {
  it("says that the master is none", async () => {
    expect(await job({master: "nowhere"})).toMatchObject({code: "bad-master"});
    for (const master of ["local", "local[*]", "spark://a:7077", "yarn"])
      expect(await job({master, environment: {JAVA_HOME: "/none"}})).toMatchObject({code: "no-java"});
  });
  it("says that there is no Java", async () => {
    const failed = await job({environment: {JAVA_HOME: "/none"}});
    expect(failed).toMatchObject({ok: false, code: "no-java"});
  });
  it.skipIf(!existsSync("/usr/bin/java"))("says that there is no Spark, and how to get one", async () => {
    expect(await job({environment: {PATH: process.env.PATH}, root: scratch})).toMatchObject({
      code: "no-spark",
      message: expect.stringContaining("pip install pyspark==") as string
    });
    expect(await job({environment: {PATH: process.env.PATH, SPARK_HOME: scratch}})).toMatchObject({
      code: "no-spark"
    });
  });
  it("leaves nothing behind", async () => {
    const out = join(scratch, "out");
    const source = await readMapping(mapping);
    if (!source.ok) throw new Error(source.message);
    const built = await buildOnSpark({
      source: {kind: "tables", mapping: source.value, named: mapping},
      out,
      master: "nowhere"
    });
    expect(built).toMatchObject({ok: false, code: "bad-master"});
    expect(readdirSync(out)).toEqual([]);
  });
});

describe("what Spark says", () => {
  it.each([
    [
      "org.apache.spark.SparkRuntimeException: [USER_RAISED_EXCEPTION] orders: 3 values of order_id stand in several rows. SQLSTATE: P0001",
      "The tables are refused. orders: 3 values of order_id stand in several rows."
    ],
    [
      "[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column, variable, or function parameter with name `price` cannot be resolved. SQLSTATE: 42703",
      "A table lacks the column price: name what stands for it in the mapping."
    ],
    [
      "[TABLE_OR_VIEW_NOT_FOUND] The table or view `sales`.`orders` cannot be found.",
      "There is no table sales.orders in the catalogue."
    ],
    [
      "java.lang.OutOfMemoryError: Java heap space",
      "Spark ran out of memory: give it more by --memory, such as 8g."
    ],
    [
      '[CAST_OVERFLOW] The value 3000000000L of the type "BIGINT" cannot be cast to "INT" due to an overflow. SQLSTATE: 22003',
      sumTooLarge
    ],
    [
      "[DIVIDE_BY_ZERO] Division by zero. SQLSTATE: 22012",
      "Spark could not finish: [DIVIDE_BY_ZERO] Division by zero."
    ]
  ])("comes to one sentence: %s", (printed, sentence) => {
    expect(faultSentence(`26/11/28 WARN something\n${printed}\n\tat org.apache`)).toBe(sentence);
  });
});

it("says in one sentence that a sum outgrows its column in DuckDB, and nothing of other errors", async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const errorOf = (sql: string) =>
    connection.run(sql).then(
      () => expect.unreachable(),
      (error: unknown) => error as Error
    );
  const outgrown = await errorOf(`select ${total("x")} from (values (2147483647), (1)) t(x)`);
  expect(tooLarge(outgrown)).toMatchObject({code: "sum-too-large", message: sumTooLarge});
  expect(tooLarge(await errorOf("select nothing"))).toBeUndefined();
});

describe("a mapping", () => {
  it("is refused in a sentence", async () => {
    expect(await written("a.json", {shop: {from: "a"}})).toMatchObject({code: "bad-mapping"});
    expect(await written("b.json", {orders: {from: "a"}})).toMatchObject({
      message: expect.stringMatching(/says nothing of the table \w+\.$/) as string
    });
    const all = Object.fromEntries(tables.map(({name}) => [name, {from: name}]));
    expect(await written("c.json", {...all, orders: {from: "o", columns: {order_id: null}}})).toMatchObject({
      message: expect.stringContaining("orders.order_id") as string
    });
    expect(await written("d.json", {...all, orders: {from: "o", columns: {colour: "x"}}})).toMatchObject({
      code: "bad-mapping"
    });
    expect(parquetMapping(scratch)).toMatchObject({code: "missing-table"});
  });
});

describe("marts that another engine wrote", () => {
  const mart = martNamed("payments") ?? expect.unreachable();
  it("are not adopted half-written or with other columns", async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const folder = join(scratch, "payments");
    mkdirSync(folder);
    await connection.run(
      `copy (select 1 as order_key, 1 as sequential) to '${join(folder, "part-0.parquet")}'`
    );
    const adopted = () => adopt(connection, {mart, from: scratch, directory: scratch});
    expect(await adopted()).toMatchObject({code: "half-written"});
    writeFileSync(join(folder, "_SUCCESS"), "");
    expect(await adopted()).toMatchObject({code: "other-columns"});
    expect(existsSync(join(scratch, "payments.parquet"))).toBe(false);
  });
});

it("reads the engine, its master and memory from the command line", () => {
  const read = parseCommand(["--engine", "spark", "--master", "yarn", "--out", "x", "--source", "y.json"]);
  expect(read).toMatchObject({ok: true, value: {engine: {source: "y.json", master: "yarn"}}});
  expect(parseCommand(["--engine", "flink", "--out", "x"])).toMatchObject({ok: false});
  expect(parseCommand(["--master", "yarn", "--out", "x"])).toMatchObject({ok: false});
});

describe("a plan", () => {
  const plan = (...more: string[]) => planOf(["--source", mapping, "--cutoff", "2018-08-30", ...more]);
  const python = join(".vitrine", "spark", "bin", "python");
  it.each(["spark", "trino"])("is a script of %s with every mart in it", async (dialect) => {
    const script = await plan("--dialect", dialect, "--out", "shop");
    if (!script.ok) throw new Error(script.message);
    expect(script.value.startsWith("-- Vitrine")).toBe(true);
    for (const name of ["staged_orders", "orders", "lateness", "features"])
      expect(script.value).toMatch(
        dialect === "spark" ? new RegExp(`directory '[^']*/${name}'`) : `create table shop.${name} as`
      );
    if (existsSync(python) && dialect === "trino") {
      const parse =
        "import sys, sqlglot\nprint(len([s for s in sqlglot.parse(sys.stdin.read(), read='trino', error_level=sqlglot.ErrorLevel.RAISE) if s]))";
      expect(
        Number(execFileSync(python, ["-c", parse], {input: script.value, encoding: "utf8"}))
      ).toBeGreaterThan(60);
    }
  });
  it("is refused in a sentence", async () => {
    expect(await planOf(["--dialect", "oracle"])).toMatchObject({ok: false});
    expect(await plan("--dialect", "spark")).toMatchObject({code: "usage"});
    expect(await plan("--dialect", "spark", "--out", "x", "--horizon", "-1")).toMatchObject({code: "usage"});
  });
});
