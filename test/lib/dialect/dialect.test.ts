import {expect, it} from "vitest";
import type {Dialect} from "../../../lib/dialect/dialect.js";
import {duckdb} from "../../../lib/dialect/duckdb.js";
import {respelt} from "../../../lib/dialect/respelt.js";
import {spark} from "../../../lib/dialect/spark.js";
import {trino} from "../../../lib/dialect/trino.js";
import {featuresSql} from "../../../lib/features/sql.js";
import {marts} from "../../../lib/marts/index.js";
import {tokens} from "../../../lib/sql/tokens.js";

const cutoff = "2018-03-01T00:00:00";
const texts = (d: Dialect) => [
  ...marts.map((mart) => [mart.name, mart.sql({cutoff}, d)] as const),
  ["features", featuresSql({cutoff, horizon: 180, strict: true}, d)] as const
];

it("respells tokens and leaves what stands between them", () => {
  expect(respelt("select 'a' as b", ({kind}) => (kind === "text" ? "'c'" : undefined))).toBe(
    "select 'c' as b"
  );
  expect(
    respelt(`"a""b" -- "c"\n, "d"`, ({kind, text}) => (kind === "quoted name" ? `[${text}]` : undefined))
  ).toBe(`[a"b] -- "c"\n, [d]`);
});

it("spells texts, names, types and times as Spark does, and those of DuckDB as they are", () => {
  const sql = `select 'Can''t', 'a\\b', "check", cast(x as varchar), timestamp '2018-01-01 00:00:00' from "a\`b"`;
  expect(duckdb.spelt(sql)).toBe(sql);
  expect(spark.spelt(sql)).toBe(
    "select 'Can\\'t', 'a\\\\b', `check`, cast(x as string), timestamp_ntz '2018-01-01 00:00:00' from `a``b`"
  );
});

it.each(texts(spark))("writes %s for Spark without what Spark lacks or reads in another way", (_, sql) => {
  const words = tokens(sql.replace(/'(?:[^'\\]|\\.)*'/g, "''")).map(({kind, text}) => [
    kind,
    text.toLowerCase()
  ]);
  const names = words.filter(([kind]) => kind === "name").map(([, text]) => text);
  for (const lacking of [
    "varchar",
    "timestamp",
    "date_diff",
    "regexp_matches",
    "unnest",
    "strlen",
    "exclude",
    "qualify"
  ])
    expect(names).not.toContain(lacking);
  expect(words.filter(([kind]) => kind === "quoted name")).toEqual([]);
  const decimals = words.filter(([kind, text]) => kind === "number" && /\./.test(text) && !/e/.test(text));
  expect(decimals.filter(([, text]) => text !== "0.5")).toEqual([]);
});

it.each(texts(trino))("writes %s for Trino without what Trino lacks", (_, sql) => {
  expect(sql).not.toMatch(/\bstrlen\(|\bregexp_matches\(|::|\bexclude \(/);
});
