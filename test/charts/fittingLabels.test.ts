import {expect, it} from "vitest";
import {fittingLabels} from "../../src/components/charts/fittingLabels.js";

it("shows every label where there is room, every nth where there is little, and of equal neighbours one", () => {
  const months = ["Jan 2018", "Feb 2018", "Mar 2018", "Apr 2018"];
  expect(fittingLabels(months, 400)).toEqual([true, true, true, true]);
  expect(fittingLabels(months, 120)).toEqual([true, false, true, false]);
  expect(fittingLabels([...months, "Apr 2018"], 400)).toEqual([true, true, true, true, false]);
  expect(fittingLabels([], 100)).toEqual([]);
});
