import {expect, it} from "vitest";
import {dateOf, dayOf, isoDay, midnightOf} from "../../lib/days.js";

it("days are counted from 1970 and written in UTC", () => {
  expect(dayOf(new Date("1970-01-03"))).toBe(2);
  expect(dayOf(new Date("1969-12-31T23:00:00Z"))).toBe(-1);
  expect(dateOf(2)).toEqual(new Date("1970-01-03"));
  expect(isoDay(new Date("2018-08-30T11:00:00Z"))).toBe("2018-08-30");
  expect(isoDay(0)).toBe("1970-01-01");
  expect(midnightOf("2018-08-30T11:00:00")).toEqual(new Date("2018-08-30"));
  expect(midnightOf("2018-08-30")).toEqual(new Date("2018-08-30"));
});
