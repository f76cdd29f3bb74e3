// @vitest-environment jsdom
import {expect, it} from "vitest";
import {tiles} from "../../src/components/brazil.js";
import {monthNear, stateAt} from "../../src/components/overview/pick.js";

it("finds the tile at a place, and none between and around them", () => {
  for (const {state, column, row} of tiles) expect(stateAt(column + 0.5, row + 0.5)).toBe(state);
  expect(stateAt(-1, 0)).toBeUndefined();
  expect(stateAt(undefined, undefined)).toBeUndefined();
});

it("finds the month of the point next to a time", () => {
  const points = ["2017-11-01", "2017-12-01", "2018-01-01"].map((day) => ({date: new Date(day)}));
  expect(monthNear(points)(new Date("2017-12-10"))).toBe("2017-12");
  expect(monthNear(points)(new Date("2017-12-25"))).toBe("2018-01");
  expect(monthNear([])(new Date("2017-12-25"))).toBeUndefined();
});
