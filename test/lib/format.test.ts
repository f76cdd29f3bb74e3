import {afterEach, describe, expect, it, vi} from "vitest";
import * as format from "../../lib/format.js";
import {site} from "../../vitrine.config.js";

const plain = (text: string) => text.replace(/\u00a0|\u202f/g, " ");

/** The formatter of a site with another configuration. */
async function formatIn(change: Partial<typeof site>): Promise<typeof format> {
  vi.resetModules();
  vi.doMock("../../vitrine.config.js", () => ({site: {...site, ...change}}));
  return import("../../lib/format.js");
}
afterEach(() => vi.doUnmock("../../vitrine.config.js"));

describe("a site in English", () => {
  it("writes money, counts and shares with commas for thousands and a point", async () => {
    const en = await formatIn({locale: "en"});
    expect([14162, -14162].map(en.formatMoney).map(plain)).toEqual(["R$ 141.62", "−R$ 141.62"]);
    expect(plain(en.formatMoneyWhole(1322149811))).toBe("R$ 13,221,498");
    expect([1322149811, 80_000_000, 5000].map(en.formatMoneyShort).map(plain)).toEqual([
      "R$ 13.2M",
      "R$ 800k",
      "R$ 50"
    ]);
    expect(en.shortMoney(1322149811)).toBe("13.2M");
    expect(en.formatCount(99441)).toBe("99,441");
    expect([1234.5, 99441, null].map(en.formatTyped)).toEqual(["1234.5", "99441", ""]);
    expect(en.formatNumber(4.0864, 2)).toBe("4.09");
    expect(en.formatShare(0.0677)).toBe("6.8\u00a0%");
    expect(en.formatPower(0.000022)).toBe("2.2e-5");
    expect([en.currencySign, en.decimalSign, en.groupSign]).toEqual(["R$", ".", ","]);
  });

  it("writes days and months in UTC, the day first", async () => {
    const en = await formatIn({locale: "en"});
    expect(en.formatDay(new Date("2018-08-29"))).toBe("29 Aug 2018");
    expect(en.formatMonth(new Date("2017-11-01"))).toBe("Nov 2017");
  });
});

describe("a site in Brazilian Portuguese", () => {
  it("writes money, counts and shares with points for thousands and a comma", async () => {
    const pt = await formatIn({locale: "pt-BR"});
    expect(plain(pt.formatMoney(14162))).toBe("R$ 141,62");
    expect(plain(pt.formatMoneyWhole(1322149811))).toBe("R$ 13.221.498");
    expect([1322149811, 80_000_000].map(pt.formatMoneyShort).map(plain)).toEqual([
      "R$ 13,2 mi",
      "R$ 800 mil"
    ]);
    expect(plain(pt.shortMoney(1322149811))).toBe("13,2 mi");
    expect(pt.formatCount(99441)).toBe("99.441");
    expect(pt.formatTyped(1234.5)).toBe("1234,5");
    expect(pt.formatShare(0.0677)).toBe("6,8\u00a0%");
    expect(pt.formatPower(0.000022)).toBe("2,2e-5");
    expect([pt.currencySign, pt.decimalSign, pt.groupSign]).toEqual(["R$", ",", "."]);
    expect(pt.formatDay(new Date("2018-08-29"))).toBe("29 de ago. de 2018");
  });
});

it("sets only a currency of several signs apart from its number", async () => {
  const dollars = await formatIn({currency: "USD"});
  expect(dollars.formatMoney(14162)).toBe("$141.62");
  const euros = await formatIn({currency: "EUR", locale: "pt-BR"});
  expect(plain(euros.formatMoney(14162))).toBe("€ 141,62");
});

it("shows two figures of small numbers and differences", () => {
  expect([0.00153, 0, 12.345, -0.02, 1e-9, null].map(format.formatFine)).toEqual([
    "0.0015",
    "0",
    "12.35",
    "−0.020",
    "less than 0.000001",
    "–"
  ]);
  expect([0.0018716, 1e-6, null].map(format.formatPoints)).toEqual(["0.19\u00a0pp", "0.00010\u00a0pp", "–"]);
});

it("gives what rounds to zero no sign", () => {
  expect([format.formatMoney(-0), format.formatMoneyWhole(-12), format.formatCount(-0.2)].map(plain)).toEqual(
    ["R$ 0.00", "R$ 0", "0"]
  );
  expect([format.formatNumber(-0.001, 2), format.formatShare(-0.00001, 1)]).toEqual(["0.00", "0.0\u00a0%"]);
});

it("never shows NaN, Infinity or undefined", () => {
  for (const bad of [NaN, Infinity, -Infinity, null, undefined]) {
    for (const write of [
      format.formatMoney,
      format.formatMoneyWhole,
      format.formatMoneyShort,
      format.formatCount
    ])
      expect(write(bad)).toBe(format.missing);
    expect(format.formatNumber(bad)).toBe(format.missing);
    expect(format.formatShare(bad)).toBe(format.missing);
  }
  expect(format.formatDay(new Date(NaN))).toBe(format.missing);
  expect(format.formatMonth(undefined)).toBe(format.missing);
});

it("keeps the percentages of a text whole, and nothing else", () => {
  expect(format.keptWhole("the top 20 % of 7 % 2 shops, 5% and x % y")).toBe(
    "the top 20\u00a0% of 7\u00a0% 2 shops, 5% and x % y"
  );
  expect(format.withUnit("6.8", "pp")).toBe("6.8\u00a0pp");
});
