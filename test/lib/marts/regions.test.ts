import {expect, it} from "vitest";
import {regionStates, states} from "../../../lib/marts/regions.js";

it("puts each of the 27 states into one of five regions", () => {
  expect(Object.keys(regionStates)).toEqual(["N", "NE", "CO", "SE", "S"]);
  expect(states).toHaveLength(27);
  expect(new Set(states).size).toBe(27);
  expect(states).toEqual([...states].sort());
});
