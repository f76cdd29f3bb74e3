import {expect, it} from "vitest";
import {countPairs, namesOf} from "../../../lib/cluster/contingency.js";
import {kMeans} from "../../../lib/cluster/kMeans.js";
import {lloyd} from "../../../lib/cluster/lloyd.js";
import {migration} from "../../../lib/cluster/migration.js";
import {nearestCentres, newLabels} from "../../../lib/cluster/nearestCentres.js";
import {pointUp} from "../../../lib/cluster/pointUp.js";
import {badPoints, countDistinct, pointsFrom, takeRows} from "../../../lib/cluster/points.js";
import {prepareColumns} from "../../../lib/cluster/prepareColumns.js";
import {principalComponents} from "../../../lib/cluster/principalComponents.js";
import {rotation, turnRows} from "../../../lib/cluster/rotation.js";
import {silhouette} from "../../../lib/cluster/silhouette.js";
import {squaredDistance} from "../../../lib/cluster/squaredDistance.js";
import {symmetricEigen} from "../../../lib/cluster/symmetricEigen.js";
import {truncatedSvd} from "../../../lib/cluster/truncatedSvd.js";
import {finish} from "../../../lib/learn/finish.js";
import {pointsOf, value} from "./support.js";

it("the examples of clusters hold", () => {
  const three = pointsOf([[1], [3], [9]]);
  expect(value(finish(kMeans(three, {k: 2, seed: 1}))).inertia).toBe(2);
  expect(finish(lloyd(three, Float64Array.of(1, 9), 99)).inertia).toBe(2);
  expect([...pointsFrom([Float32Array.of(1, 2), Float32Array.of(3, 4)]).values]).toEqual([1, 3, 2, 4]);
  expect([...takeRows(pointsOf([[5], [6], [7]]), Uint32Array.of(2, 2)).values]).toEqual([7, 7]);
  expect(badPoints(pointsOf([[1]]))).toBeNull();
  expect(countDistinct(pointsOf([[5], [5], [7]]), 9)).toBe(2);
  expect(squaredDistance(Float32Array.of(0, 3), 0, Float64Array.of(4, 0), 0, 2)).toBe(25);
  expect([...nearestCentres(pointsOf([[1], [9]]), Float64Array.of(0, 10))]).toEqual([0, 1]);
  expect(newLabels(2, 3)).toEqual(new Uint8Array(2));
  expect(value(silhouette(pointsOf([[0], [0], [9], [9]]), [0, 0, 1, 1], 2, {seed: 1})).overall).toBe(1);
  expect(value(prepareColumns([Float32Array.of(1, NaN, 3)], [{name: "orders"}])).columns[0].median).toBe(2);
});

it("the examples of components and tables hold", () => {
  const line = pointsFrom([Float32Array.of(0, 2), Float32Array.of(0, 0)]);
  expect([...value(principalComponents(line, 1)).ratios]).toEqual([1]);
  expect([...symmetricEigen(Float64Array.of(2, 1, 1, 2), 2).values]).toEqual([
    expect.closeTo(3, 14),
    expect.closeTo(1, 14)
  ]);
  expect([...value(truncatedSvd({values: [3, 0, 0, 4], rows: 2, width: 2}, 1)).singularValues]).toEqual([4]);
  expect(rotation(2, 1, 2)).toEqual([expect.closeTo(Math.SQRT1_2, 14), expect.closeTo(Math.SQRT1_2, 14)]);
  const table = Float64Array.of(1, 2, 3, 4);
  turnRows(table, 2, 0, 1, 0, 1);
  expect([...table]).toEqual([-3, -4, 1, 2]);
  const row = Float64Array.of(0.6, -0.8);
  expect([...pointUp(row, 2), ...row]).toEqual([-1, -0.6, 0.8]);
  expect(namesOf([2, 9, 1], [9])).toEqual([9, 1, 2]);
  expect(countPairs([1, 1], ["a", "b"], [1], ["b"])).toEqual([[1]]);
  expect(value(migration(["new", "new", null], ["loyal", "new", "new"])).counts).toEqual([
    [0, 0],
    [1, 1]
  ]);
});
