import {describe, expect, it} from "vitest";
import {parseColumnType} from "../../../lib/sql/columnType.js";
import {describeSql, projectionSql, resultColumns} from "../../../lib/sql/projection.js";

const scalar = (name: string) => ({kind: "scalar", name});

describe("parseColumnType", () => {
  it("reads nested types, quoted names and commas within them", () => {
    expect(parseColumnType("DECIMAL(9,2)[]")).toEqual({kind: "list", element: scalar("DECIMAL")});
    expect(
      parseColumnType('STRUCT("a, ""b""" MAP(VARCHAR, DECIMAL(5,2))[3], c ENUM(\'x, y\', \')\'))')
    ).toEqual({
      kind: "struct",
      fields: [
        {
          name: 'a, "b"',
          type: {kind: "list", element: {kind: "map", key: scalar("VARCHAR"), value: scalar("DECIMAL")}}
        },
        {name: "c", type: scalar("ENUM")}
      ]
    });
  });

  it("does not look into structs without names, unions and enumerations", () => {
    expect(parseColumnType("STRUCT(INTEGER, TIMESTAMP WITH TIME ZONE)")).toEqual(scalar("STRUCT"));
    expect(parseColumnType("UNION(num INTEGER, s BIGINT)")).toEqual(scalar("UNION"));
    expect(parseColumnType("ENUM('a]', 'b''x')")).toEqual(scalar("ENUM"));
    expect(parseColumnType("TIMESTAMP WITH TIME ZONE")).toEqual(scalar("TIMESTAMP WITH TIME ZONE"));
  });
});

describe("projectionSql", () => {
  it("gives a column without a name one", () => {
    expect(projectionSql("select 1", resultColumns([["", "INTEGER"]]))).toContain('c0 AS " "');
  });

  it("holds its example", () => {
    expect(describeSql("from orders")).toBe(
      "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM (\nfrom orders\n))"
    );
    expect(projectionSql("select sum(items) from daily", resultColumns([["n", "HUGEINT"]]))).toBe(
      'SELECT CAST(c0 AS BIGINT) AS "n" FROM (\nselect sum(items) from daily\n) AS q(c0)'
    );
  });
});
