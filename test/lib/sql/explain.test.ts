import {beforeAll, describe, expect, it} from "vitest";
import {closest} from "../../../lib/sql/closest.js";
import {explain, isAnswer, missingTable} from "../../../lib/sql/explain.js";
import {startEngine} from "./engine.js";

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});

const refusal = (sql: string): string => {
  try {
    engine.raw(sql);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`not refused: ${sql}`);
};
const explained = (sql: string) => explain(refusal(sql), ["items", "orders", "reviews"]);

describe("explain", () => {
  it.each([
    "from read_csv('http://127.0.0.1:1/x.csv')",
    "from 'http://127.0.0.1:1/x.csv'",
    "from read_text('x.txt')",
    "copy (select 1) to 'x.csv'",
    "from glob('*')"
  ])("says that nothing but the site's tables is read: %s", (query) => {
    expect(isAnswer(refusal(query))).toBe(true);
    expect(explained(query)).toMatch(
      /^A query reads the site's own tables alone, no file and no address: items, /
    );
  });

  it("names the tables there are, and the closest", () => {
    expect(explained("select * from ordrs")).toBe(
      "There is no table “ordrs”: did you mean “orders”? There are: items, orders, reviews. " +
        "(DuckDB: Catalog Error: Table with name ordrs does not exist!)"
    );
    expect(explained("select * from warehouse")).toMatch(
      /^There is no table “warehouse”\. There are: items, /
    );
    expect(missingTable(refusal('select * from "a b"'))).toBe("a b");
  });

  it.each([
    ["select current_date", "“current_date” needs DuckDB's icu extension"],
    ["select json_extract('{}', 'a')", "“json_extract” needs DuckDB's json extension"],
    ["select '{}'::json", "“json” needs DuckDB's json extension"],
    ["select * from read_json('x.json')", "“read_json” needs DuckDB's json extension"]
  ])("says of %s what it lacks", (sql, start) => {
    expect(explained(sql).startsWith(start)).toBe(true);
    expect(explained(sql)).not.toMatch(/install/i);
  });

  it.each([
    ["select * form x", 'Parser Error: syntax error at or near "x"'],
    [
      "select b from (values (1)) t(a)",
      'Referenced column "b" not found in FROM clause! Candidate bindings: "a"'
    ],
    ["select nosuch(1)", "Scalar Function with name nosuch does not exist!"],
    [
      "select sum(a) from (values ('x')) t(a)",
      "No function matches the given name and argument types 'sum(VARCHAR)'."
    ],
    ["select 'a'::date", 'invalid date field format: "a"']
  ])("of %s keeps what the engine says, on one line", (sql, part) => {
    expect(explained(sql)).toContain(part);
    expect(explained(sql)).not.toMatch(/\n|LINE \d/);
    expect(isAnswer(refusal(sql))).toBe(true);
  });

  it("says what to do about a number of 128 bits", () => {
    expect(explained("select 170141183460469231731687303715884105727::hugeint::bigint")).toMatch(
      /^A number is too large/
    );
  });
});

describe("explain for want of memory", () => {
  it("says to ask for less, without advice for servers", () => {
    const message =
      "Out of Memory Error: failed to allocate data of size 16.0 MiB (3.1 GiB/3.1 GiB used)\n" +
      "Database is launched in in-memory mode and no temporary directory is specified.\nUnused blocks cannot be offloaded.";
    expect(explain(message, [])).toBe(
      "The query needs more memory than a tab has: ask for fewer rows or columns. " +
        "(DuckDB: Out of Memory Error: failed to allocate data of size 16.0 MiB (3.1 GiB/3.1 GiB used))"
    );
  });
});

describe("isAnswer", () => {
  it.each([
    "RuntimeError: unreachable",
    "memory access out of bounds",
    "INTERNAL Error: x",
    "FATAL Error: x",
    ""
  ])("“%s” is the sign of a broken engine", (message) => expect(isAnswer(message)).toBe(false));
});

describe("closest", () => {
  it("finds a slip of the hand and nothing far off", () => {
    expect(closest("ordrs", ["items", "orders"])).toBe("orders");
    expect(closest("ORDER", ["items", "orders"])).toBe("orders");
    expect(closest("warehouse", ["items", "orders"])).toBeUndefined();
    expect(closest("", ["items"])).toBeUndefined();
    expect(closest("x", [])).toBeUndefined();
  });
});
