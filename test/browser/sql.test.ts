import {readdirSync} from "node:fs";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, beforeEach, afterEach, describe, expect, it} from "vitest";
import {martNamed} from "../../lib/marts/index.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import {launch, settled, site, visit} from "./support.js";
import type {Visit} from "./support.js";

/** Where the site has a component. */
const component = (name: string): string => {
  const file = readdirSync("dist/_import/components").find((built) =>
    new RegExp(`^${name}\\.\\w+\\.js$`).test(built)
  );
  return `${site}_import/components/${file}`;
};

let browser: Browser;
let visited: Visit;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Opens a page whose tab has not asked anything of SQL. */
async function open(): Promise<void> {
  visited = await visit(browser, `${site}about/quality.html`);
  await settled(visited.page);
  visited.requests.length = 0;
}

type Outcome = {rows: Record<string, unknown>[]; columns: string[]} | {error: string};

/** Calls a function with what a module of the site exports; a text, for the test's own module loader must not touch it. */
const within = (name: string, call: string): Promise<unknown> =>
  visited.page.evaluate(`import(${JSON.stringify(component(name))}).then(${call})`);

/** Asks several queries at once in the page; each gives its rows or the sentence of its refusal. */
const askAll = async (queries: string[]): Promise<Outcome[]> =>
  (await within(
    "sql",
    `({sql}) => Promise.all(${JSON.stringify(queries)}.map((query) => sql(query).then(
      (rows) => ({rows: Array.from(rows), columns: rows.columns}),
      (error) => ({error: error.message})
    )))`
  )) as Outcome[];
const ask = async (query: string): Promise<Outcome> => (await askAll([query]))[0];
const rowsOf = async (query: string): Promise<Record<string, unknown>[]> => {
  const outcome = await ask(query);
  if ("error" in outcome) throw new Error(outcome.error);
  return outcome.rows;
};
const fetched = (pattern: RegExp) => visited.requests.filter((path) => pattern.test(path)).length;

describe("sql in the tab", () => {
  beforeEach(open);
  afterEach(() => visited.close());

  it("loads a mart once, however many ask for it, and none that is not mentioned", async () => {
    const outcomes = await askAll([
      "select count(*) as n from sellers",
      "select count(distinct seller_key) as n from sellers",
      "select sum(1) as n from sellers"
    ]);
    const counts = outcomes.map((outcome) => ("rows" in outcome ? outcome.rows[0]?.n : outcome.error));
    expect(counts[0]).toBeGreaterThan(0);
    expect(new Set(counts).size).toBe(1);
    expect(fetched(/_file\/data\/sellers\./)).toBe(1);
    expect(fetched(/_file\/data\/.*\.parquet$/)).toBe(1);
    expect(visited.problems).toEqual([]);
  });

  it("starts DuckDB with the first query, not before", async () => {
    expect(fetched(/\.wasm$/)).toBe(0);
    await rowsOf("select 1 as one");
    expect(fetched(/duckdb-eh\.wasm$/)).toBe(1);
    expect(fetched(/parquet_wasm/)).toBe(0);
  });

  it("finds a mart that only the engine sees mentioned", async () => {
    expect(await rowsOf("select count(*) > 0 as found from query_table('sellers')")).toEqual([{found: true}]);
  });

  it("comes back after the engine breaks, with its marts", async () => {
    const before = await rowsOf("select count(*) as n from sellers");
    const broken = await visited.page.evaluate(
      `Promise.all([import(${JSON.stringify(component("sql"))}), import(${JSON.stringify(component("sqlEngine"))})]).then(
        async ([{sql}, {stopEngine}]) => {
          let said;
          sql("select count(*) from range(100000000000) a").then(() => (said = "an answer"), (error) => (said = error.message));
          while (said === undefined) {
            await new Promise((resolve) => setTimeout(resolve, 300));
            stopEngine();
          }
          return said;
        }
      )`
    );
    expect(broken).toMatch(/^DuckDB stopped .* starts anew/);
    expect(await rowsOf("select count(*) as n from sellers")).toEqual(before);
  });

  it("tries a mart again that could not be fetched", async () => {
    await visited.page.route(/_file\/data\/sellers\./, (route) => route.abort());
    expect(await ask("from sellers")).toEqual({
      error: expect.stringMatching(
        /^The table “sellers” could not be loaded \(.*\): check the connection/
      ) as string
    });
    await visited.page.unroute(/_file\/data\/sellers\./);
    expect(await rowsOf("select count(*) > 0 as some from sellers")).toEqual([{some: true}]);
  });
});

describe("an engine that runs", () => {
  beforeAll(open);
  afterAll(() => visited.close());

  it("answers with plain values of every type, alone and nested", async () => {
    const day = new Date("2018-01-02");
    expect(
      await rowsOf(`select 9007199254740991 as b, 170::hugeint as h, 1.25::decimal(9,2) as d, date '2018-01-02' as day,
        timestamp '2018-01-02' as at, interval 3 days as i, 'a'::enum('a', 'b') as e, null as n,
        [1::bigint, null] as lb, [1.5::decimal(9,2)] as ld, {'x': 5::hugeint, 'y': [date '2018-01-02']} as s`)
    ).toEqual([
      {
        b: 9007199254740991,
        h: 170,
        d: 1.25,
        day,
        at: day,
        i: "3 days",
        e: "a",
        n: null,
        lb: [1, null],
        ld: [1.5],
        s: {x: 5, y: [day]}
      }
    ]);
  });

  it("says what is wrong with a query, and answers the next", async () => {
    const [table, grammar, column, date, big, kind] = (
      await askAll([
        "select * from ordrs",
        "select * from",
        "select nothing from sellers",
        "select current_date",
        "select 9007199254740993 as id",
        "drop table sellers"
      ])
    ).map((outcome) => ("error" in outcome ? outcome.error : "answered"));
    expect(table).toMatch(/^There is no table “ordrs”: did you mean “orders”\? There are: orders, items, /);
    expect(grammar).toMatch(
      /^The query cannot be run\. \(DuckDB: Parser Error: syntax error at end of input/
    );
    expect(column).toMatch(/Referenced column "nothing" not found/);
    expect(date).toMatch(/^“current_date” needs DuckDB's icu extension/);
    expect(big).toMatch(/^Column “id” holds the number 9007199254740993, .*cast it to VARCHAR/);
    expect(kind).toMatch(/^A query starts with SELECT/);
    expect(await rowsOf("select 1 as one")).toEqual([{one: 1}]);
  });

  it.each(["daily", "segments"])(
    "runs the SQL of the mart %s to the rows of the build, row for row",
    async (name) => {
      const {cutoff, marts} = (await within(
        "martsSource",
        "({publishedSource}) => publishedSource.manifest()"
      )) as Manifest;
      const queries = [martNamed(name)?.sql({cutoff}), `from ${name}`];
      const [rows, differing] = (await within(
        "sql",
        `async ({sql}) => {
        const [here, there] = await Promise.all(${JSON.stringify(queries)}.map(async (query) => [...(await sql(query))]));
        const differs = (row, i) => JSON.stringify(row) !== JSON.stringify(there[i]);
        return [[here.length, there.length], here.flatMap((row, i) => (differs(row, i) ? [row, there[i]] : [])).slice(0, 6)];
      }`
      )) as [number[], unknown[]];
      expect(differing).toEqual([]);
      expect(rows).toEqual([marts[name].rows, marts[name].rows]);
    }
  );
});
