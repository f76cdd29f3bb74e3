// @vitest-environment jsdom
import {expect, it} from "vitest";
import type {ColumnDrift} from "../../../../lib/drift/columnDrift.js";
import {sharesOfBins} from "../../../../src/components/models/monitoring/drill.js";

const labelsOf = (labels: readonly number[]) =>
  sharesOfBins(
    {bins: {labels, reference: [1, 2, 1], current: [0, 1, 1]}} as unknown as Pick<ColumnDrift, "bins">,
    "number"
  ).map(({label}) => label);

it("names bins by their bounds, whole ones without decimals", () => {
  expect(labelsOf([3, 7])).toEqual(["up to 3", "to 7", "above 7"]);
  expect(labelsOf([0.25, 1.5])).toEqual(["up to 0.25", "to 1.50", "above 1.50"]);
});
