import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {choiceKey, fromResultText, toResultText} from "../../../lib/lab/resultFile.js";

describe("a published result", () => {
  it("comes back as it was, whatever it is made of", () => {
    const leaf = fc.oneof(
      fc.double(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.date({noInvalidDate: true}),
      fc.float64Array(),
      fc.float32Array(),
      fc.uint8Array(),
      fc.int32Array(),
      fc.uint32Array()
    );
    const key = fc.string().filter((name) => !name.startsWith("$") && name !== "__proto__");
    const tree = fc.letrec((tie) => ({
      any: fc.oneof({depthSize: "small"}, leaf, fc.array(tie("any")), fc.dictionary(key, tie("any")))
    })).any;
    fc.assert(
      fc.property(tree, (value) => {
        const back = fromResultText(toResultText({value})) as {value: unknown};
        expect(withoutNegativeZero(back.value)).toEqual(withoutNegativeZero(value));
      })
    );
  });

  it("keeps long arrays of doubles to float32, and says no more than that", () => {
    const values = Float64Array.from({length: 1001}, (_, i) => 1 / (i + 3));
    const back = fromResultText(toResultText(values));
    expect(back).toEqual(Float64Array.from(values, Math.fround));
  });

  it("keeps long lists of like records by column, to the same digits", () => {
    const records = Array.from({length: 1001}, (_, i) => ({
      ...{row: i, shap: 1 / (i + 3), rank: i % 3 ? i / 1000 : null},
      feature: `feature ${i % 7}`
    }));
    const text = toResultText({records});
    expect(text.length).toBeLessThan(JSON.stringify({records}).length / 3);
    const shortened = records.map(({shap, rank, ...rest}) => ({
      ...rest,
      ...{shap: Math.fround(shap), rank: rank === null ? null : Math.fround(rank)}
    }));
    expect(fromResultText(text)).toEqual({records: shortened});
  });

  it.each([
    ["a field that some lack", (i: number) => (i ? {a: 1, b: 2} : {a: 1})],
    ["numbers that are too long", (i: number) => ({a: 2 ** 40 + i})],
    ["a field of two kinds", (i: number) => ({a: i ? 1 : "one"})],
    ["lists among them", (i: number) => ({a: [i]})],
    ["too many texts", (i: number) => ({a: `${i}`})]
  ])("keeps records one by one that have %s", (_, record) => {
    const records = Array.from({length: 1001}, (_, i) => record(i));
    expect(fromResultText(toResultText(records))).toEqual(records);
  });

  it("refuses what it has no name for", () => {
    expect(() => toResultText({codes: new Int8Array(2)})).toThrow("a result may not hold a Int8Array");
  });

  it("answers a choice on any device", () => {
    expect(choiceKey({seed: 1, backend: "cpu"})).toBe(choiceKey({seed: 1, backend: "auto"}));
    expect(choiceKey({seed: 1})).not.toBe(choiceKey({seed: 2}));
  });
});

/** JSON knows no negative zero. */
function withoutNegativeZero(value: unknown): unknown {
  if (typeof value === "number") return value + 0;
  if (Array.isArray(value)) return value.map(withoutNegativeZero);
  if (value && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutNegativeZero(one)]));
  return value;
}
