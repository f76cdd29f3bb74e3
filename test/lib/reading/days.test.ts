import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {dayEvidence, settleDays} from "../../../lib/reading/dayColumn.js";
import {dayOf, dayParts} from "../../../lib/reading/dayField.js";
import {settleZones, zoneEvidence} from "../../../lib/reading/zones.js";

const time = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

function read(fields: string[]): string[] | string {
  const settled = settleDays(dayEvidence(fields));
  if (!settled.ok) return settled.message;
  const {order} = settled.value;
  if (order === null) return `which: ${settled.value.question.field}`;
  return fields.map((field) => {
    const day = dayOf(dayParts(field), order);
    return Number.isNaN(day) ? "none" : time(day);
  });
}

describe("a column of days", () => {
  it.each<[string, string[], string[] | string]>([
    ["month first", ["08/01/2018", "08/13/2018"], ["2018-08-01", "2018-08-13"]],
    ["day first", ["1.8.2018", "13.8.2018 10:15"], ["2018-08-01", "2018-08-13"]],
    ["either", ["01/08/2018", "02/03/2018"], "which: 01/08/2018"],
    ["the same either way", ["05/05/2018"], ["2018-05-05"]],
    [
      "both ways",
      ["13/08/2018", "08/13/2018"],
      expect.stringMatching(/“13\/08\/2018”, where the day comes first/) as string
    ],
    [
      "year first",
      ["2018-08-29T10:00:00Z", "2018/08/29", "2018-08-29 10:00:00.123-03:00"],
      ["2018-08-29", "2018-08-29", "2018-08-29"]
    ],
    [
      "without signs",
      ["20220424", "20220424 101500", "20220424T1015Z", "20220424101500", "20220424 10:15", "20220424.0"],
      Array(6).fill("2022-04-24") as string[]
    ],
    [
      "digits that are no day",
      ["24042022", "20221301", "20220431", "1650792000000", "1650792000000000", "20220424 2515"],
      Array(6).fill("none") as string[]
    ],
    ["half days", ["8/29/2018 10:56:00 PM", "8/29/2018 1:00 am"], ["2018-08-29", "2018-08-29"]],
    [
      "no days",
      ["0001-01-01", "0099-01-01", "1899-12-31", "9999-12-31", "2018-02-30", "2018-8", "soon", ""],
      Array(8).fill("none") as string[]
    ],
    [
      "what no clock shows",
      [
        "2018-08-29 24:00",
        "2018-08-29 10:60",
        "29/08/2018 13:30 PM",
        "29/08/2018 0:30 AM",
        "2018-08-29 23:59"
      ],
      ["none", "none", "none", "none", "2018-08-29"]
    ],
    ["no day in either order", ["00/05/2018", "01/02/0001", "05/2018"], ["none", "none", "none"]]
  ])("%s", (_, fields, expected) => {
    expect(read(fields)).toEqual(expected);
  });

  it("gives days back as they were written, in any order, or asks", () => {
    const day = fc.date({min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true});
    fc.assert(
      fc.property(
        fc.array(day, {minLength: 1, maxLength: 10}),
        fc.constantFrom("dmy", "mdy", "ymd"),
        fc.constantFrom("-", "/", "."),
        fc.boolean(),
        (days, order, sign, padded) => {
          const text = days.map((each) => {
            const part = (value: number) => String(value).padStart(padded ? 2 : 1, "0");
            const [y, m, d] = [
              String(each.getUTCFullYear()),
              part(each.getUTCMonth() + 1),
              part(each.getUTCDate())
            ];
            return (order === "dmy" ? [d, m, y] : order === "mdy" ? [m, d, y] : [y, m, d]).join(sign);
          });
          const found = read(text);
          if (typeof found === "string")
            expect(text.every((each) => !/(^|\D)(1[3-9]|2\d|3\d)\D/.test(each))).toBe(true);
          else expect(found).toEqual(days.map((each) => each.toISOString().slice(0, 10)));
        }
      )
    );
  });
});

describe("zones", () => {
  it("are those of times: a day alone and a word for nothing have no clock", () => {
    const times = ["2018-08-29 10:00Z", "2018-08-29", "0000-00-00 00:00:00", ""];
    expect(zoneEvidence(times)).toEqual({zones: ["Z"], bare: false});
    expect(zoneEvidence([...times, "29/08/2018 10:00"])).toEqual({zones: ["Z"], bare: true});
  });

  it("of one place are read as its clock shows", () => {
    expect(settleZones(["-03:00", "-02:00"], false)).toMatchObject({
      ok: true,
      value: expect.stringMatching("local time") as string
    });
    expect(settleZones(["Z", "UTC"], false)).toMatchObject({
      ok: true,
      value: expect.stringMatching("UTC") as string
    });
    expect(settleZones([], true)).toEqual({ok: true, value: null});
  });

  it("of several places, or here and there, are refused", () => {
    expect(settleZones(["-03:00", "Z"], false).ok).toBe(false);
    expect(settleZones(["-0300"], true).ok).toBe(false);
  });
});
