import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {compose} from "../../../lib/sql/compose.js";
import {Fragment, identifier, literal} from "../../../lib/sql/literal.js";
import {statement} from "../../../lib/sql/statement.js";
import {tokens} from "../../../lib/sql/tokens.js";
import {startEngine} from "./engine.js";

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});

const injections = [
  "'",
  "''",
  "\\'",
  "'; drop table x; --",
  "/*",
  "$$",
  "\0",
  "a\0'b",
  "\n",
  "${1}",
  "%s",
  "?",
  "'||'",
  "\u2028",
  ""
];

describe("literal", () => {
  it("holds its examples", () => {
    expect(literal("Can't Lose Them")).toBe("'Can''t Lose Them'");
    expect(literal(new Date("2018-08-30"))).toBe("TIMESTAMP '2018-08-30 00:00:00.000'");
    expect(literal(["SP", "RJ"])).toBe("('SP', 'RJ')");
    expect(compose`select ${"it's"}`).toBe("select 'it''s'");
  });

  it("brings any text through the engine unchanged", () => {
    const anyText = fc.oneof(
      fc.string({unit: "binary"}),
      fc.constantFrom(...injections),
      fc.array(fc.constantFrom(...injections)).map((parts) => parts.join(""))
    );
    fc.assert(
      fc.property(anyText, (text) => {
        expect(engine.first(compose`select ${text} as value`)).toEqual([text]);
      }),
      {numRuns: 200}
    );
  });

  it("brings any finite number through the engine unchanged", () => {
    const anyNumber = fc.oneof(
      fc.double({noNaN: true, noDefaultInfinity: true}),
      fc.maxSafeInteger(),
      fc.constantFrom(0.1, 0.3, 1e-320, 5e-324, 1e21, -1)
    );
    fc.assert(
      fc.property(anyNumber, (number) => {
        const sql = compose`select 0 -${number} as less, ${number}::double as value`;
        expect(engine.first(sql)[1]).toBe(number + 0);
        expect(tokens(sql).at(-1)?.text).toBe("value");
      }),
      {numRuns: 200}
    );
  });

  it("brings dates through the engine unchanged", () => {
    fc.assert(
      fc.property(
        fc.date({min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true}),
        (date) => {
          expect(engine.first(compose`select ${date} as value`)).toEqual([date]);
        }
      ),
      {numRuns: 100}
    );
  });

  it("an array is the list after IN, an empty one a list in which nothing is", () => {
    expect(
      engine.first(compose`select 'SP' in ${["SP", "RJ"]}, 'SP' in ${[]}, 'SP' not in ${[]}, 3 not in ${[]}`)
    ).toEqual([true, false, true, true]);
  });

  it("other values", () => {
    expect(engine.first(compose`select ${true} as t, ${null} as n, ${12n} as b, ${-3n} as m`)).toEqual([
      true,
      null,
      12,
      -3
    ]);
  });

  it.each([undefined, NaN, Infinity, {}, Symbol("x"), () => 1, new Date(NaN), [[1]], [undefined]])(
    "refuses %s",
    (value) => expect(() => literal(value)).toThrow(/no SQL literal/)
  );

  it("leaves a fragment as it is", () => {
    expect(compose`from (${new Fragment("select 1")})`).toBe("from (select 1)");
  });
});

describe("identifier", () => {
  it("brings any name through the engine unchanged", () => {
    fc.assert(
      fc.property(fc.string({unit: "binary", minLength: 1}), (name) => {
        fc.pre(!name.includes("\0"));
        expect(Object.keys(engine.run(`select 1 as ${identifier(name)}`))).toEqual([name]);
      }),
      {numRuns: 100}
    );
  });

  it("refuses what can be no name", () => expect(() => identifier("")).toThrow(/no SQL name/));
});

describe("statement", () => {
  it.each([
    ["select 1;", "select 1"],
    [" ( select 1 ) ; ; -- done", "( select 1 )"],
    ["-- first\nwith a as (select 1) from a", "-- first\nwith a as (select 1) from a"],
    [
      "select 1 as now, 'timestamptz' as \"current_timestamp\"",
      "select 1 as now, 'timestamptz' as \"current_timestamp\""
    ],
    ["select ';' as \";\" /* ; */", "select ';' as \";\" /* ; */"]
  ])("takes %s", (sql, value) => expect(statement(sql)).toEqual({ok: true, value}));

  it.each([
    ["", "empty-query"],
    ["-- nothing", "empty-query"],
    [";", "empty-query"],
    ["select 1; select 2", "several-statements"],
    ["select 1); drop table orders; select (2", "several-statements"],
    ["drop table orders", "no-query"],
    ["SET autoload_known_extensions=true", "no-query"],
    ["explain select 1", "no-query"],
    ["'select'", "no-query"],
    ["select year(now())", "time-zone"],
    ["select TimeZone('America/Sao_Paulo', at) from orders", "time-zone"],
    ["select timezone_hour(at) from orders", "time-zone"],
    ["select timestamp '2018-01-01' at time zone 'UTC'", "time-zone"],
    ["select purchased_at::timestamptz from orders", "time-zone"]
  ])("refuses %s", (sql, code) => expect(statement(sql)).toMatchObject({ok: false, code}));

  it("an interpolated text adds no statement", () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(..."';-/*$\\\" ")}), (text) => {
        expect(statement(compose`select ${text} as value`).ok).toBe(true);
      })
    );
  });
});
