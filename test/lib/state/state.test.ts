import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {formatShared, formatState} from "../../../lib/state/formatState.js";
import type {StateValues} from "../../../lib/state/parameter.js";
import {choice, day, flag, integer, month, real, text} from "../../../lib/state/parameters.js";
import {parseState} from "../../../lib/state/parseState.js";
import {sharedParameters} from "../../../lib/state/shared.js";

const span = {
  first_purchase: "2016-09-04T21:15:19",
  last_purchase: "2018-10-17T17:30:18",
  cutoff: "2018-08-30T00:00:00"
};
const spec = {
  ...sharedParameters(span),
  grain: choice("week", ["day", "week", "month"]),
  top: integer(10, {min: 1, max: 50}),
  penalty: real(0.01, {min: 0, max: 10}),
  repeat: flag(false),
  search: text("", {max: 40}),
  since: month("2017-01"),
  until: day("2018-01-01")
};
type Values = StateValues<typeof spec>;

const isoDay = (min: string, max: string) =>
  fc
    .integer({min: Date.parse(min) / 864e5, max: Date.parse(max) / 864e5})
    .map((days) => new Date(days * 864e5));
const isoMonth = (min: string, max: string) => isoDay(min, max).map((date) => date.toISOString().slice(0, 7));
const anyValues: fc.Arbitrary<Values> = fc.record({
  from: isoMonth("2016-09-01", "2018-10-01"),
  to: isoMonth("2016-09-01", "2018-10-01"),
  state: fc.constantFrom("all" as const, "SP" as const, "RJ" as const),
  cutoff: isoDay("2016-09-04", "2018-10-17"),
  grain: fc.constantFrom("day" as const, "week" as const, "month" as const),
  top: fc.integer({min: 1, max: 50}),
  penalty: fc.double({min: 0, max: 10, noNaN: true}).map((value) => value + 0),
  repeat: fc.boolean(),
  search: fc.string({unit: "binary", maxLength: 20}),
  since: isoMonth("1900-01-01", "2100-01-01"),
  until: isoDay("0001-01-01", "9999-12-31")
});

const garbage = fc.oneof(
  fc.string({unit: "binary", maxLength: 60}),
  fc.webQueryParameters(),
  fc.constantFrom("%", "%E0%A4%A", "%00", "&&&", "a=b=c", "=", "?", "__proto__=1&constructor=2&toString=x"),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...Object.keys(spec), "__proto__", "constructor", "hasOwnProperty", "x"),
        fc.oneof(
          fc.string({maxLength: 12}),
          fc.constantFrom("", "-1", "0", "51", "1e308", "NaN", "2018-02-30", "SP", "%", "__proto__", "true"),
          fc.double().map(String)
        )
      ),
      {maxLength: 12}
    )
    .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join("&"))
);

describe("parseState", () => {
  it("gives the defaults for an empty query", () => {
    const {values, problems} = parseState(spec, "");
    expect(problems).toEqual([]);
    expect(values).toEqual(
      Object.fromEntries(Object.entries(spec).map(([name, {fallback}]) => [name, fallback]))
    );
  });

  it("falls back on a bad value and says so in one sentence", () => {
    const {values, problems} = parseState(spec, "?top=0&state=SP");
    expect(values.top).toBe(10);
    expect(values.state).toBe("SP");
    expect(problems).toEqual([
      "“top” in the address must be a whole number from 1 to 50, not “0”; the default, 10, is used instead."
    ]);
  });

  it("takes any of 1,000 random queries without an error and keeps within bounds", () => {
    fc.assert(
      fc.property(garbage, (search) => {
        const {values, problems} = parseState(spec, search);
        expect(Object.keys(values)).toEqual(Object.keys(spec));
        for (const [name, parameter] of Object.entries(spec))
          expect(parameter.admits(values[name as keyof Values])).toBe(true);
        expect(problems.every((sentence) => sentence.length < 400)).toBe(true);
        expect(problems.join()).not.toMatch(/undefined|\[object/);
        expect(parseState(spec, formatState(spec, values, search)).problems).toEqual([]);
      }),
      {numRuns: 1000}
    );
  });

  it("survives a query of a million characters and shortens it in the sentence", () => {
    const [sentence = ""] = parseState(spec, `?top=${"9".repeat(1_000_000)}`).problems;
    expect(sentence.length).toBeLessThan(300);
    expect(sentence).toContain(`“${"9".repeat(40)}…”`);
  });

  it("is not misled by names that every object has", () => {
    const {values} = parseState({constructor: integer(1)}, "?constructor=7&__proto__=2");
    expect(values.constructor).toBe(7);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  });
});

describe("formatState", () => {
  it("is read back to the same values", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        expect(parseState(spec, formatState(spec, values, ""))).toEqual({values, problems: []});
      }),
      {numRuns: 1000}
    );
  });

  it("does not write defaults", () => {
    expect(formatState(spec, parseState(spec, "").values, "")).toBe("");
    expect(formatState(spec, parseState(spec, "?top=10&grain=day").values, "")).toBe("?grain=day");
  });

  it("keeps the order of the declaration whatever the order of the address", () => {
    const search = "?grain=day&state=SP&from=2017-03";
    expect(formatState(spec, parseState(spec, search).values, search)).toBe(
      "?from=2017-03&state=SP&grain=day"
    );
  });

  it("keeps the shared filters of other pages, and drops what nobody declares", () => {
    const own = {top: integer(10)};
    expect(formatState(own, {top: 20}, "?state=SP&x=1")).toBe("?top=20&state=SP");
    expect(formatState(own, {top: 10}, "?state=%3Cscript%3E&from=never&cutoff=2018-03-01")).toBe(
      "?cutoff=2018-03-01"
    );
  });
});

describe("formatShared", () => {
  it("says only what other pages share", () => {
    const own = {state: choice("all", ["all", "SP"]), top: integer(10)};
    expect(formatShared(own, {state: "SP", top: 20}, "?cutoff=2018-03-01")).toBe(
      "?state=SP&cutoff=2018-03-01"
    );
    expect(formatShared(own, {state: "all", top: 20}, "?state=SP")).toBe("");
  });
});
