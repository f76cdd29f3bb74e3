import {expect, it} from "vitest";
import {blackFriday, blackFridays} from "../../../lib/dashboard/blackFriday.js";

const days = (from: string, to: string) =>
  blackFridays(new Date(from), new Date(to)).map((day) => day.toISOString().slice(0, 10));

it("is the day after the fourth Thursday of November", () => {
  for (let year = 1990; year < 2090; year++) {
    const day = blackFriday(year);
    expect([day.getUTCMonth(), day.getUTCDay()]).toEqual([10, 5]);
    expect(Math.ceil((day.getUTCDate() - 1) / 7)).toBe(4);
  }
});

it("comes in every year, where the period holds it", () => {
  expect(days("2016-09-04", "2018-10-17")).toEqual(["2016-11-25", "2017-11-24"]);
  expect(days("2023-09-01", "2025-08-30")).toEqual(["2023-11-24", "2024-11-29"]);
  expect(days("2024-11-29", "2024-11-29")).toEqual(["2024-11-29"]);
  expect(days("2024-11-30", "2025-11-27")).toEqual([]);
});
