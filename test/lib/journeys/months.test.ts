import {expect, it} from "vitest";
import {monthDay, monthNumber, writtenMonth} from "../../../lib/journeys/monthNumber.js";
import {monthsOf} from "../../../lib/journeys/months.js";
import {isCancelled} from "../../../lib/journeys/isCancelled.js";

it("counts months from January 1970", () => {
  expect([0, 30, 31, 365].map(monthNumber)).toEqual([0, 0, 1, 12]);
  expect(monthDay(1)).toBe(31);
  expect(writtenMonth("1970-02")).toBe(1);
  expect(monthNumber(monthDay(583))).toBe(583);
});

it("puts days into months, and leaves out those that are none", () => {
  expect(monthsOf([0, 40])).toEqual({first: 0, count: 2, codes: Int32Array.of(0, 1)});
  expect(monthsOf([NaN, 70, 31])).toEqual({first: 1, count: 2, codes: Int32Array.of(-1, 1, 0)});
  expect(monthsOf([])).toEqual({first: 0, count: 0, codes: new Int32Array()});
});

it("tells cancelled orders from lost ones", () => {
  expect(["canceled", "unavailable", "shipped", "delivered"].map(isCancelled)).toEqual([
    true,
    true,
    false,
    false
  ]);
});
