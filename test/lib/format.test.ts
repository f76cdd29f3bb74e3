import {expect, it} from "vitest";
import * as format from "../../lib/format.js";

const plain = (text: string) => text.replace(/\u00a0|\u202f/g, " ");

it("writes money, counts and shares the Brazilian way", () => {
  expect(plain(format.formatBrl(14162))).toBe("R$ 141,62");
  expect(plain(format.formatBrlWhole(1322149811))).toBe("R$ 13.221.498");
  expect(plain(format.formatBrlShort(1322149811))).toBe("R$ 13,2 mi");
  expect(plain(format.shortReais(1322149811))).toBe("13,2 mi");
  expect(format.formatCount(99441)).toBe("99.441");
  expect([1234.5, 99441, null].map(format.formatTyped)).toEqual(["1234,5", "99441", ""]);
  expect(format.formatNumber(4.0864, 2)).toBe("4,09");
  expect(format.formatShare(0.0677)).toBe("6,8 %");
});

it("shows two figures of small numbers and differences", () => {
  expect([0.00153, 0, 12.345, -0.02, 1e-9, null].map(format.formatFine)).toEqual([
    "0,0015",
    "0",
    "12,35",
    "-0,020",
    "less than 0,000001",
    "–"
  ]);
  expect([0.0018716, 1e-6, null].map(format.formatPoints)).toEqual(["0,19 pp", "0,00010 pp", "–"]);
});

it("gives what rounds to zero no sign", () => {
  expect([format.formatBrl(-0), format.formatBrlWhole(-12), format.formatCount(-0.2)].map(plain)).toEqual([
    "R$ 0,00",
    "R$ 0",
    "0"
  ]);
  expect([format.formatNumber(-0.001, 2), format.formatShare(-0.00001, 1)]).toEqual(["0,00", "0,0 %"]);
});

it("writes days and months in UTC", () => {
  expect(format.formatDay(new Date("2018-08-29"))).toBe("29 Aug 2018");
  expect(format.formatMonth(new Date("2017-11-01"))).toBe("Nov 2017");
});

it("never shows NaN, Infinity or undefined", () => {
  for (const bad of [NaN, Infinity, -Infinity, null, undefined]) {
    for (const write of [format.formatBrl, format.formatBrlWhole, format.formatBrlShort, format.formatCount])
      expect(write(bad)).toBe(format.missing);
    expect(format.formatNumber(bad)).toBe(format.missing);
    expect(format.formatShare(bad)).toBe(format.missing);
  }
  expect(format.formatDay(new Date(NaN))).toBe(format.missing);
  expect(format.formatMonth(undefined)).toBe(format.missing);
});
