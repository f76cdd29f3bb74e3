import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {numberEvidence, readNumber, settleNumbers} from "../../../lib/reading/numberColumn.js";
import type {NumberBounds} from "../../../lib/reading/numberColumn.js";
import type {DecimalSign} from "../../../lib/reading/numberField.js";
import {numberParts} from "../../../lib/reading/numberField.js";
import {readTyped, typedText} from "../../../lib/reading/typedNumber.js";

const settled = (fields: string[], answer?: DecimalSign, bounds?: NumberBounds) =>
  settleNumbers(numberEvidence(fields, bounds), answer);

function read(fields: string[], answer?: DecimalSign, bounds?: NumberBounds): number[] | string {
  const result = settled(fields, answer, bounds);
  if (!result.ok) return result.message;
  if (result.value.question)
    return `${result.value.question.thousands} or ${result.value.question.decimals}?`;
  const {style} = result.value;
  return fields.map((field) => readNumber(field, style));
}

describe("a column of numbers", () => {
  it.each<[string, string[], number[] | string]>([
    ["points for decimals, one thousands comma", ["52.50", "0", "1,250.00"], [52.5, 0, 1250]],
    ["a thousands comma without decimals beside points", ["52.50", "1,250"], [52.5, 1250]],
    ["commas for decimals, points for thousands", ["2.500,00", "960,00", "1.200"], [2500, 960, 1200]],
    ["thousands alone", ["1.370", "2.480", "990"], "1370 or 1.37?"],
    ["thousands alone, the other sign", ["1,234", "12", "999"], "1234 or 1.234?"],
    ["both signs, three digits behind each", ["1,234", "1.234"], "1234 or 1.234?"],
    ["both decimal signs", ["1,5", "2.5"], [1.5, 2.5]],
    ["both decimal signs and one that could be either", ["1,5", "2.5", "1.250"], "1250 or 1.25?"],
    ["millions", ["1.234.567", "1.500"], [1234567, 1500]],
    ["a zero before", ["0.125", "1.250"], [0.125, 1.25]],
    ["spaces and apostrophes", ["1 250,5", "12’000", "1 000 000"], [1250.5, 12000, 1e6]],
    ["money", ["R$ 96,00", "-R$ 5,50", "R$ -1", "(R$ 2,25)"], [96, -5.5, -1, -2.25]],
    ["currencies behind", ["96,00 €", "5 EUR"], "amounts in € and EUR: write them in one currency"],
    ["per cent", ["3,5 %", "12%"], [0.035, 0.12]],
    [
      "per cent here and there",
      ["3,5 %", "12"],
      /* refused */ "some numbers with a per cent sign and some without: write all of them one way"
    ],
    ["exponents", ["1e3", "1.5E-2", "2,5e1"], [1000, 0.015, 25]],
    ["a float's tail", ["12.790000000000001"], [12.790000000000001]],
    ["a true minus", ["−12"], [-12]]
  ])("%s", (_, fields, expected) => {
    expect(read(fields)).toEqual(expected);
  });

  it("leaves alone what is no number", () => {
    const bad = [
      "",
      "a",
      "--5",
      "1,2,3",
      "1.2.3",
      "12.34.567",
      "1,25.000",
      ".",
      ",",
      "R$",
      "$5$",
      "5-",
      "(5",
      "NaN",
      "Infinity",
      "0x10",
      "1e999",
      "1 25",
      "NULL",
      "N/A",
      "-"
    ];
    expect(bad.map((field) => readNumber(field, {decimal: ".", percent: false}))).toEqual(bad.map(() => NaN));
  });

  it("asks, and reads as it is answered", () => {
    expect(read(["1.370", "20.000"], ",")).toEqual([1370, 20000]);
    expect(read(["1.370", "20.000"], ".")).toEqual([1.37, 20]);
  });

  it("takes the only reading that bounds leave", () => {
    expect(read(["1.234", "2.500"], undefined, {decimals: 2})).toEqual([1234, 2500]);
    expect(read(["-23.545", "46.630"], undefined, {least: -180, most: 180})).toEqual([-23.545, 46.63]);
    expect(read(["4.000", "990"], undefined, {decimals: 2})).toBe("4000 or 4?");
  });

  it("gives values back as they were written, in any dialect, or asks", () => {
    const dialect = fc.record({
      decimal: fc.constantFrom<DecimalSign>(".", ","),
      group: fc.constantFrom("", "other", " ", "'"),
      places: fc.integer({min: 0, max: 6}),
      before: fc.constantFrom("", "R$ ", "R$", "€"),
      after: fc.constantFrom("", " USD")
    });
    const value = fc.double({min: -1e7, max: 1e7, noNaN: true});
    fc.assert(
      fc.property(
        fc.array(value, {minLength: 1, maxLength: 12}),
        dialect,
        (values, {decimal, group, places, before, after}) => {
          const thousands = group === "other" ? (decimal === "." ? "," : ".") : group;
          const written = values.map((each) => {
            const [whole, rest] = Math.abs(each).toFixed(places).split(".");
            const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
            const around =
              before || after
                ? `${before}${grouped}${rest ? decimal + rest : ""}${before ? "" : after}`
                : grouped + (rest ? decimal + rest : "");
            return each < 0 ? `-${around}` : around;
          });
          const found = read(written);
          if (typeof found === "string") {
            expect(found).toMatch(/ or .*\?$/);
            expect(written.some((field) => /(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d.,])/.test(field))).toBe(true);
          } else
            expect(found.map((each) => each + 0)).toEqual(
              values.map((each) => Number(each.toFixed(places)) + 0)
            );
        }
      )
    );
  });

  it("never throws and never reads a number out of a word", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const {form} = numberParts(text);
        if (/[a-df-z]/i.test(text.replace(/BRL|USD|EUR|GBP|R\$|US\$/g, ""))) expect(form).toBe("none");
      })
    );
  });
});

describe("a typed number", () => {
  it.each<[string, NumberBounds, number | string]>([
    ["0,35", {}, 0.35],
    ["0.35", {}, 0.35],
    ["1.250,50", {}, 1250.5],
    ["1,250.50", {}, 1250.5],
    ["3,5 %", {most: 100}, 3.5],
    ["R$ 0,20", {}, 0.2],
    ["1.370", {decimals: 0}, 1370],
    ["33.333", {least: 0, most: 100}, 33.333],
    ["3,5 %", {least: 0, most: 1}, 0.035],
    ["12.345 %", {least: 0, most: 1}, 0.12345],
    ["1.370", {}, "“1.370” could be 1,370 or 1.37: write 1370, or 1.3700."],
    ["", {}, "Fill in a number."],
    ["12a", {}, "“12a” is not a number: write it like 1250 or 0.5."]
  ])("%s within %j", (text, bounds, expected) => {
    const result = readTyped(text, bounds);
    expect(result.ok ? result.value : result.message).toBe(expected);
  });

  it("is shown as it is read, whatever it is", () => {
    expect([1250.5, 1.375, 1e-7, -0.25, 1e21].map((value) => typedText(value))).toEqual([
      "1250.5",
      "1.3750",
      "1e-7",
      "-0.25",
      "1e+21"
    ]);
    const bounds = fc.constantFrom<NumberBounds>({}, {least: 0, most: 1}, {decimals: 0}, {least: 1000});
    const number = fc.oneof(
      fc.double({noNaN: true, noDefaultInfinity: true}),
      fc.integer({min: -1e6, max: 1e6}).map((thousandths) => thousandths / 1000)
    );
    fc.assert(
      fc.property(number, bounds, (value, within) => {
        expect(readTyped(typedText(value, within), within)).toEqual({ok: true, value: value + 0});
      })
    );
  });
});
