import {describe, expect, it} from "vitest";
import {choice, day, flag, integer, month, real, text} from "../../../lib/state/parameters.js";

describe("parameters", () => {
  it("hold their examples", () => {
    expect(text("").read("são paulo")).toBe("são paulo");
    expect(choice("week", ["day", "week", "month"]).read("year")).toBeUndefined();
    expect(integer(10, {min: 1, max: 50}).read("51")).toBeUndefined();
    expect(real(0.5, {min: 0, max: 1}).read("0.25")).toBe(0.25);
    expect(flag(false).read("true")).toBe(true);
    expect(day("2018-08-30").read("2018-02-01")).toEqual(new Date("2018-02-01"));
    expect(month("2017-01", {max: "2018-08"}).read("2018-09")).toBeUndefined();
  });

  it("say in words what they expect", () => {
    expect(integer(1).expected).toBe("a whole number");
    expect(integer(1, {min: 1}).expected).toBe("a whole number from 1");
    expect(real(1, {max: 2}).expected).toBe("a number up to 2");
    expect(day("2018-01-01", {min: "2017-01-01", max: "2018-08-30"}).expected).toBe(
      "a day from 2017-01-01 to 2018-08-30"
    );
    expect(choice("a", ["a", "b"]).expected).toBe("one of a, b");
  });

  it.each(["", " ", "1.5", "1e3", "0x10", "+1", "1 ", "NaN", "Infinity", "9".repeat(400), "١"])(
    "an integer is not “%s”",
    (value) => expect(integer(0).read(value)).toBeUndefined()
  );

  it.each(["", ".5", "1.", "NaN", "Infinity", "-Infinity", "1e999", "--1", "0x1", "1,5"])(
    "a real is not “%s”",
    (value) => expect(real(0).read(value)).toBeUndefined()
  );

  it.each(["2018-02-30", "2018-13-01", "2018-2-1", "2018-02-01T00:00", "today", "", "+012018-01-01"])(
    "a day is not “%s”",
    (value) => expect(day("2018-01-01").read(value)).toBeUndefined()
  );

  it.each(["2018-00", "2018-13", "2018", "2018-1", "2018-01-01"])("a month is not “%s”", (value) =>
    expect(month("2018-01").read(value)).toBeUndefined()
  );

  it("a leap day exists only in leap years", () => {
    expect(day("2018-01-01").read("2016-02-29")).toEqual(new Date("2016-02-29"));
    expect(day("2018-01-01").read("2018-02-29")).toBeUndefined();
  });

  it("minus zero becomes zero", () => {
    expect(Object.is(integer(1).read("-0"), 0)).toBe(true);
    expect(Object.is(real(1).read("-0.0"), 0)).toBe(true);
  });

  it("admit what an input may give and nothing else", () => {
    const top = integer(10, {min: 1, max: 50});
    expect([1, 50].every((value) => top.admits(value))).toBe(true);
    expect([0, 51, 1.5, NaN, Infinity, "3", null, undefined].some((value) => top.admits(value))).toBe(false);
    const cutoff = day("2018-01-01", {min: "2017-01-01"});
    expect(cutoff.admits(new Date("2017-01-01"))).toBe(true);
    expect(
      [new Date("2016-12-31"), new Date(NaN), new Date(1), null, "2018-01-01"].some((v) => cutoff.admits(v))
    ).toBe(false);
    expect(text("", {max: 3}).admits("abcd")).toBe(false);
    expect(text("").admits("\ud800")).toBe(false);
  });

  it("refuse a default outside their own bounds, which is a bug", () => {
    expect(() => integer(0, {min: 1})).toThrow("default is not a whole number from 1: 0");
    expect(() => day("soon")).toThrow(/default is not a day/);
  });
});
