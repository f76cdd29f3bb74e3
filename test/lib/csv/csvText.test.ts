import {csvParse, dsvFormat} from "d3";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {CsvForm} from "../../../lib/csv/csvForm.js";
import {excelCsv} from "../../../lib/csv/csvForm.js";
import {columnNames, csvText, defuse} from "../../../lib/csv/csvText.js";

const text = fc.oneof(
  fc.string(),
  fc.string({unit: "binary"}),
  fc.stringMatching(/^[=+\-@\t\r",\n; ]{0,4}[a-z]{0,3}$/),
  fc.constantFrom("=HYPERLINK(1)", "a\r\nb", 'say "hi"', "São Paulo", "<img src=x onerror=alert(1)>", "'=1")
);

describe("csvText", () => {
  it("keeps the documented examples", () => {
    expect(csvText([{state: "SP", orders: 41746}])).toBe("state,orders\r\nSP,41746\r\n");
    expect(defuse("=1+1")).toBe("'=1+1");
  });

  it("comes back unchanged through another parser, but for the defusing apostrophe", () => {
    fc.assert(
      fc.property(fc.array(fc.record({a: text, b: text, c: text}), {maxLength: 20}), (rows) => {
        const back = csvParse(csvText(rows, ["a", "b", "c"]));
        expect([...back]).toEqual(
          rows.map((row) => ({a: defuse(row.a), b: defuse(row.b), c: defuse(row.c)}))
        );
      })
    );
  });

  it("comes back with one row for each row when there is a single column", () => {
    fc.assert(
      fc.property(fc.array(fc.option(text), {maxLength: 20}), (values) => {
        const back = csvParse(
          csvText(
            values.map((a) => ({a})),
            ["a"]
          )
        );
        expect(back.map((row) => row.a)).toEqual(values.map((value) => defuse(value ?? "")));
      })
    );
  });

  it("never writes a field that a spreadsheet would take for a formula", () => {
    fc.assert(
      fc.property(text, (value) => {
        const field = csvParse(csvText([{value, end: 0}]))[0].value;
        expect(/^[=@\t\r]/.test(field) || (/^[+-]/.test(field) && !Number.isFinite(Number(field)))).toBe(
          false
        );
      })
    );
  });

  it("keeps every finite number exactly and leaves other numbers empty", () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const field = csvParse(csvText([{value, end: 0}]))[0].value;
        if (Number.isFinite(value)) expect(Number(field)).toBe(value === 0 ? 0 : value);
        else expect(field).toBe("");
      })
    );
  });

  it("tells a missing text from an empty one", () => {
    expect(csvText([{a: null, b: "", c: undefined}])).toBe('a,b,c\r\n,"",\r\n');
  });

  it("writes days, times, booleans and large integers as the shop's files do", () => {
    const row = {
      day: new Date("2017-11-24"),
      time: new Date("2017-11-24T10:56:00Z"),
      none: new Date(NaN),
      late: true,
      cents: 9007199254740993n,
      list: [1, 2]
    };
    expect(csvText([row])).toBe(
      'day,time,none,late,cents,list\r\n2017-11-24,2017-11-24 10:56:00,,true,9007199254740993,"[1,2]"\r\n'
    );
  });

  it("defuses column names too and keeps negative numbers numbers", () => {
    expect(csvText([{"=cmd": "-12.5"}])).toBe("'=cmd\r\n-12.5\r\n");
  });

  it("writes cents as currency with two decimals, and names them so", () => {
    const rows = [
      {price_cents: 12345, mean_cents: 52570.000122, total_cents: 7n, score: 0.5},
      {price_cents: -0.1}
    ];
    expect(csvText(rows)).toBe("price_brl,mean_brl,total_brl,score\r\n123.45,525.70,0.07,0.5\r\n0.00,,,\r\n");
  });

  it("writes the header alone when there are no rows", () => {
    expect(csvText([], ["a", "b"])).toBe("a,b\r\n");
  });

  it("takes the names of all rows, not of the first alone", () => {
    expect(columnNames([{a: 1}, {b: 2, a: 3}])).toEqual(["a", "b"]);
  });
});

const excels: CsvForm[] = [
  {...excelCsv, separator: ",", decimal: "."},
  {...excelCsv, separator: ";", decimal: ","}
];

describe.each(excels)("csvText for Excel with “$separator” and “$decimal”", (form) => {
  const {separator, decimal} = form;
  const excel = (row: object) => csvText([row], undefined, form);
  const fieldOf = (value: unknown) => dsvFormat(separator).parse(excel({value, end: 0}).slice(1))[0].value;

  it("has its separator and decimal sign, and a mark that says it is UTF-8", () => {
    expect(excel({city: `São${separator} Paulo`, price_cents: 1250, share: 0.25, none: null})).toBe(
      ["\uFEFFcity", "price_brl", "share", "none\r\n"].join(separator) +
        [`"São${separator} Paulo"`, `12${decimal}50`, `0${decimal}25`, "\r\n"].join(separator)
    );
  });

  it("leaves days as days, which every Excel reads alike", () => {
    expect(excel({day: new Date("2017-11-24"), text: "2017-11-24"})).toContain(
      `2017-11-24${separator}2017-11-24`
    );
  });

  it.each([
    "00123",
    "12.5",
    "12,5",
    "3-4",
    "1/2",
    "10:56",
    "1e5",
    "12345678901234567890",
    "mar 5",
    "5 mai",
    "2017-11"
  ])("keeps the text %s from becoming another number or a day", (text) =>
    expect(fieldOf(text)).toBe(`="${text}"`)
  );

  it("keeps the digits of whole numbers that Excel would cut short", () => {
    expect(fieldOf(12345678901234567890n)).toBe('="12345678901234567890"');
    expect(fieldOf(123n)).toBe("123");
  });

  it("writes no formula but one that is a text of digits and letters", () => {
    fc.assert(
      fc.property(text, (value) => {
        const field = fieldOf(value) ?? "";
        if (field.startsWith("=")) expect(field).toMatch(/^="[^"=@]+"$/);
        else expect(/^[@\t\r\n＝＋－＠+-]/.test(field)).toBe(false);
      })
    );
  });

  it("comes back with every finite number", () => {
    fc.assert(
      fc.property(fc.double({noNaN: true, noDefaultInfinity: true}), (value) => {
        expect(Number(fieldOf(value)?.replace(decimal, ".")) === value).toBe(true);
      })
    );
  });
});
