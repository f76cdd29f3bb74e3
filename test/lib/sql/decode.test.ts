import {beforeAll, describe, expect, it} from "vitest";
import {UnfaithfulValue} from "../../../lib/sql/decode.js";
import {startEngine} from "./engine.js";

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});

const time = new Date("2018-01-02T03:04:05.678Z");
const day = new Date("2018-01-02");

describe("a value that the engine of the tab gives", () => {
  it.each<[string, unknown]>([
    ["1::tinyint", 1],
    ["1::usmallint", 1],
    ["-7::integer", -7],
    ["9007199254740991::bigint", 9007199254740991],
    ["9007199254740991::ubigint", 9007199254740991],
    ["(select sum(x) from range(5) t(x))", 10],
    ["170::hugeint", 170],
    ["170::uhugeint", 170],
    ["1.25::decimal(9,2)", 1.25],
    ["-0.01::decimal(38,2)", -0.01],
    ["(select sum(x) from (values (0.1::decimal(9,2)), (0.2)) t(x))", 0.3],
    ["(select avg(x) from (values (1), (2)) t(x))", 1.5],
    ["1.5::float", 1.5],
    ["0.1e0", 0.1],
    ["true", true],
    ["'são'", "são"],
    ["null", null],
    ["null::bigint", null],
    ["null::decimal(9,2)", null],
    ["date '2018-01-02'", day],
    ["date '1969-12-31'", new Date("1969-12-31")],
    ["date_trunc('month', timestamp '2018-01-02')", new Date("2018-01-01")],
    ["timestamp '2018-01-02 03:04:05.678'", time],
    ["timestamp_s '2018-01-02 03:04:05'", new Date("2018-01-02T03:04:05Z")],
    ["timestamp_ms '2018-01-02 03:04:05.678'", time],
    ["timestamp_ns '2018-01-02 03:04:05.678'", time],
    ["timestamptz '2018-01-02 03:04:05.678+00'", time],
    ["time '10:11:12'", "10:11:12"],
    ["interval 3 days", "3 days"],
    ["'8ac18f6c-89da-402d-b722-acb42547e83c'::uuid", "8ac18f6c-89da-402d-b722-acb42547e83c"],
    ["'b'::enum('a', 'b')", "b"],
    ["'101'::bit", "101"],
    ["'ab'::blob", new Uint8Array([97, 98])],
    ["1::union(number integer, word varchar)", "1"],
    ["[1, 2]::bigint[]", [1, 2]],
    ["[1.5, null]::decimal(9,2)[]", [1.5, null]],
    ["array[1, 2]::bigint[2]", [1, 2]],
    ["[[1::hugeint], []]", [[1], []]],
    ["[date '2018-01-02', null]", [day, null]],
    ["[timestamp '2018-01-02 03:04:05.678']", [time]],
    ["['a'::enum('a', 'b')]", ["a"]],
    ["['ab'::blob]", [new Uint8Array([97, 98])]],
    ["[interval 1 month]", ["1 month"]],
    ["{'n': 5::bigint, 'a b': [3::decimal(4,1)], 'd': date '2018-01-02'}", {n: 5, "a b": [3], d: day}],
    ["{'s': {'x': 1::hugeint, 'u': null}}", {s: {x: 1, u: null}}],
    ["row(1, 'a')", "(1, a)"],
    ["map{'k': 7::bigint}", new Map([["k", 7]])],
    ["map{1: [1.5::decimal(9,2)]}", new Map([[1, [1.5]]])],
    ["map{date '2018-01-02': {'n': 1::bigint}}", new Map([[day, {n: 1}]])],
    ["[map{'k': 1::hugeint}]", [new Map([["k", 1]])]]
  ])("%s", (expression, expected) => {
    expect(engine.first(`select ${expression} as value`)).toEqual([expected]);
    expect(engine.first(`select ${expression} as value union all select null`)).toEqual([expected]);
    if (expected !== null) expect(engine.run(`select ${expression} as v where false`).v).toHaveLength(0);
  });

  it.each([
    "9007199254740993::bigint",
    "18446744073709551615::ubigint",
    "[9007199254740993]",
    "{'n': -9007199254740993}",
    "99999999999999999.5::decimal(38,1)",
    "'infinity'::timestamp",
    "'-infinity'::date",
    "['infinity'::date]",
    "timestamp '290000-01-01'"
  ])("%s is refused rather than rounded", (expression) =>
    expect(() => engine.run(`select ${expression} as value`)).toThrow(UnfaithfulValue)
  );

  it("of 128 bits is refused by the engine", () => {
    expect(() => engine.run("select 170141183460469231731687303715884105727::hugeint")).toThrow(
      /INT128.*out of range/
    );
  });
});

describe("a column", () => {
  it("is typed where all values are numbers, and keeps its nulls", () => {
    const {i, d, b, n} = engine.run(
      "select i::integer as i, i / 2 as d, i as b, nullif(i, 1) as n from range(3) t(i)"
    );
    expect(i).toEqual(new Int32Array([0, 1, 2]));
    expect(d).toEqual(new Float64Array([0, 0.5, 1]));
    expect(b).toEqual(new Float64Array([0, 1, 2]));
    expect(n).toEqual([0, null, 2]);
  });

  it("keeps the order of the query over many chunks", () => {
    const {x} = engine.run(
      "select (i * 7919) % 100003 as x, date '2018-01-01' as d from range(100003) t(i) order by x desc"
    );
    expect(x).toEqual(Float64Array.from({length: 100003}, (_, i) => 100002 - i));
  });

  it("has a name of its own, whatever the query calls it, in any case", () => {
    expect(
      engine.run(`select 1 as x, 2 as x, 3 as "X", 4 as "a ""b""", 5 as "__proto__", 6 as "select"`)
    ).toEqual({
      x: new Int32Array([1]),
      x_1: new Int32Array([2]),
      X_2: new Int32Array([3]),
      'a "b"': new Int32Array([4]),
      ["__proto__"]: new Int32Array([5]),
      select: new Int32Array([6])
    });
  });
});

describe("a query of another form", () => {
  it.each([
    ["values (1), (2)", [1]],
    ["from range(3)", [0]],
    ["(select 1) union all (select 2)", [1]],
    ["with a as (select 1 as x) select * from a -- ends in a comment", [1]],
    ["describe select 1 as x", ["x", "INTEGER", "YES", null, null, null]],
    ["show tables", [undefined]],
    ["pivot (select 'p' as a, 2 as b) on a using sum(b)", [2]],
    ["unpivot (select 1 as a, 2 as b) on a, b", ["a", 1]]
  ])("is answered: %s", (sql, first) => expect(engine.first(sql)).toEqual(first));

  it("summarize is answered", () =>
    expect(engine.run("summarize select 1 as x").count).toEqual(new Float64Array([1])));
});
