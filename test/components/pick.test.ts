// @vitest-environment jsdom
import {expect, it} from "vitest";
import {tiles} from "../../src/components/brazil.js";
import {
  categoryRow,
  monthAt,
  monthNear,
  stateAt,
  stateRow,
  toggled,
  toggledMonth,
  valueAt
} from "../../src/components/pick.js";

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

it("finds the row at a height, and nothing above and below the rows", () => {
  const rows = {
    domain: ["Toys", "Books"],
    apply: (name: unknown) => (name === "Toys" ? 10 : 30),
    bandwidth: 20
  };
  expect([5, 11, 29, 31, 49, 51].map((height) => valueAt(rows, height))).toEqual([
    ...[undefined, "Toys", "Toys", "Books", "Books", undefined]
  ]);
  expect(valueAt({invert: (position) => position / 2}, 8)).toBe(4);
  expect(valueAt({}, 8)).toBeUndefined();
  expect(stateRow(0, "Acre")).toBe("AC");
  expect(stateRow(0, "Lisbon")).toBeUndefined();
  expect(categoryRow(["Toys"])(0, "Other categories")).toBeUndefined();
});

it("takes a time for the month whose beginning is next to it", () => {
  expect(monthAt(new Date("2018-01-10"), 0)).toBe("2018-01");
  expect(monthAt(new Date("2018-01-25"), 0)).toBe("2018-02");
  expect(monthAt(3, 0)).toBeUndefined();
});

it("chooses what is picked, and all again when it is picked again", () => {
  const input = (value: string) => Object.assign(document.createElement("div"), {value});
  const [place, from, to] = ["all", "2017-01", "2018-08"].map(input);
  const told: string[] = [];
  place.addEventListener("input", () => told.push(place.value));
  toggled(place)("SP");
  toggled(place)("RJ");
  toggled(place)("RJ");
  expect(told).toEqual(["SP", "RJ", "all"]);
  const month = toggledMonth(from, to, {from: {fallback: "2017-01"}, to: {fallback: "2018-08"}});
  month("2018-02");
  expect([from.value, to.value]).toEqual(["2018-02", "2018-02"]);
  month("2018-02");
  expect([from.value, to.value]).toEqual(["2017-01", "2018-08"]);
});
