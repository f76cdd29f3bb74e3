import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {checkMeanArms, checkProportionArms} from "../../../lib/experiments/arms.js";
import {
  defaultArms,
  defaultMeanArms,
  readArms,
  readMeanArms,
  writeArms,
  writeMeanArms
} from "../../../lib/experiments/armsText.js";
import {isConversion, usersByArm} from "../../../lib/experiments/users.js";

const said = (result: {ok: boolean; message?: string}) => (result.ok ? null : result.message);

describe("arms in an address", () => {
  it("read as counts, the control first", () => {
    expect(readArms(defaultArms)).toEqual({
      ok: true,
      value: [
        {name: "control", users: 1000, converted: 200},
        {name: "variant", users: 1000, converted: 250}
      ]
    });
    expect(readMeanArms("a:2:3:5,b:2:4:10")).toMatchObject({
      value: [{name: "a", users: 2, sum: 3, sumSquares: 5}, {name: "b"}]
    });
    expect(readMeanArms(defaultMeanArms).ok).toBe(true);
    expect(writeArms([{name: "a,b", users: 5, converted: 1}])).toBe("a%2Cb:5:1");
    expect(writeMeanArms([{name: "a", users: 2, sum: 3, sumSquares: 5}])).toBe("a:2:3:5");
  });

  it("come back whatever they are called", () => {
    const name = fc
      .string({minLength: 1, maxLength: 40, unit: "grapheme"})
      .filter((text) => text.trim() !== "" && text.length <= 40 && !/\p{Surrogate}/u.test(text));
    fc.assert(
      fc.property(
        fc.uniqueArray(name, {minLength: 2, maxLength: 10}),
        fc.nat(1e9),
        fc.double({min: 0, max: 1, noNaN: true}),
        (names, users, share) => {
          const arms = names.map((name) => ({name, users, converted: Math.floor(users * share)}));
          expect(readArms(writeArms(arms))).toEqual({ok: true, value: arms});
          const means = names.map((name) => ({name, users: users + 1, sum: share, sumSquares: share + 1}));
          expect(readMeanArms(writeMeanArms(means))).toEqual({ok: true, value: means});
        }
      ),
      {numRuns: 50}
    );
  });

  it.each([
    ["", /at least 2 arms, and there are none/],
    ["a:1:1", /at least 2 arms, and there is one/],
    ["a:1:1,a:1:1", /Two arms are called “a”/],
    [":1:1,b:1:1", /no name/],
    ["a:1,b:1:1", /does not read as an arm/],
    ["a:%zz:1,b:1:1", /is not a number/],
    ["%zz:1:1,b:1:1", /does not read as an arm/],
    ["a:abc:1,b:1:1", /“abc” in “a” is not a number/],
    ["a::1,b:1:1", /missing in “a”/],
    ["a:NaN:1,b:1:1", /not a number/],
    ["a:10:11,b:10:1", /more conversions \(11\) than users \(10\)/],
    ["a:-10:1,b:10:1", /whole number/],
    ["a:10:1.5,b:10:1", /conversions in “a” must be a whole number/],
    [`${"x".repeat(41)}:10:1,b:10:1`, /longer than 40/],
    [Array.from({length: 11}, (_, i) => `a${i}:1:1`).join(","), /At most 10 arms/]
  ])("are refused with a sentence: %s", (text, sentence) => {
    expect(said(readArms(text))).toMatch(sentence);
  });

  it("need sums that values can have", () => {
    expect(
      said(
        checkMeanArms([
          {name: "a", users: 2, sum: 10, sumSquares: 20},
          {name: "b", users: 2, sum: 1, sumSquares: 1}
        ])
      )
    ).toMatch(/too small for its sum/);
    expect(said(readMeanArms("a:0:1:1,b:1:1:1"))).toMatch(/sums but no users/);
    expect(said(readMeanArms("a:1:1:-1,b:1:1:1"))).toMatch(/sum of squares of “a”/);
    expect(
      checkProportionArms([
        {name: "a", users: 0, converted: 0},
        {name: "b", users: 5, converted: 1}
      ]).ok
    ).toBe(true);
  });
});

it("asks which of two numbers a text is", () => {
  expect(said(readMeanArms("a:2:1.370?:9,b:2:1:9"))).toBe(
    "“1.370” could be 1,370 or 1.37: write 1370, or 1.3700."
  );
});

it("counts users by arm and knows conversions from amounts", () => {
  expect(usersByArm({arms: ["a", "b"], arm: Uint8Array.of(0, 1, 1)})).toEqual([1, 2]);
  expect(isConversion(Float64Array.of(0, 1))).toBe(true);
  expect(isConversion(Float64Array.of(0, 2))).toBe(false);
});
