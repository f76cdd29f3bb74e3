import {expect, it} from "vitest";
import {baselineHazard} from "../../../lib/survival/baselineHazard.js";
import {byGroup} from "../../../lib/survival/byGroup.js";
import {checkObservations} from "../../../lib/survival/observations.js";
import {concordanceIndex} from "../../../lib/survival/concordanceIndex.js";
import {constant, coxDesign} from "../../../lib/survival/coxDesign.js";
import {coxFit} from "../../../lib/survival/coxFit.js";
import {coxModel} from "../../../lib/survival/coxModel.js";
import {cumulativeIncidence} from "../../../lib/survival/cumulativeIncidence.js";
import {dependentColumn} from "../../../lib/survival/dependentColumn.js";
import {eventTable} from "../../../lib/survival/eventTable.js";
import {groupCounts} from "../../../lib/survival/groupCounts.js";
import {groupRows} from "../../../lib/survival/groupRows.js";
import {inversePositive} from "../../../lib/stats/inversePositive.js";
import {kaplanMeier} from "../../../lib/survival/kaplanMeier.js";
import {logRankWeights} from "../../../lib/survival/logRankWeights.js";
import {nelsonAalen} from "../../../lib/survival/nelsonAalen.js";
import {numberAtRisk} from "../../../lib/survival/numberAtRisk.js";
import {partialLikelihood, relativeScores} from "../../../lib/survival/partialLikelihood.js";
import {quantileTime} from "../../../lib/survival/quantileTime.js";
import {restrictedMean} from "../../../lib/survival/restrictedMean.js";
import {riskSets} from "../../../lib/survival/riskSets.js";
import {schoenfeldResiduals} from "../../../lib/survival/schoenfeldResiduals.js";
import {survivalAt} from "../../../lib/survival/survivalAt.js";
import {survivalInterval} from "../../../lib/survival/survivalInterval.js";
import {timeOrder} from "../../../lib/survival/timeOrder.js";
import {valueOf} from "./support.js";

const f = (...values: number[]) => Float64Array.of(...values);
const u = (...values: number[]) => Uint8Array.of(...values);

it("the examples of curves hold", () => {
  expect(checkObservations(f(3, 0), u(1, 0))).toBeUndefined();
  expect([...timeOrder(f(5, 2, 5))]).toEqual([1, 0, 2]);
  expect(eventTable(f(2, 2, 1, 3), u(1, 1, 0, 0))).toEqual({
    rows: 4,
    time: f(2),
    atRisk: Uint32Array.of(3),
    events: Uint32Array.of(2),
    censored: Uint32Array.of(1),
    lastTime: 3
  });
  expect(kaplanMeier(f(1, 2, 3), u(1, 0, 1)).points.map(({survival}) => survival)).toEqual([2 / 3, 0]);
  expect(survivalAt(kaplanMeier(f(1, 3), u(1, 1)), 2)?.survival).toBe(0.5);
  expect(quantileTime(kaplanMeier(f(1, 2, 3), u(1, 1, 1)), 0.5).time).toBe(2);
  expect(restrictedMean(kaplanMeier(f(1, 3), u(1, 1)), 3)?.mean).toBe(2);
  expect(nelsonAalen(f(1, 2), u(1, 1)).map(({hazard}) => hazard)).toEqual([0.5, 1.5]);
  expect([...numberAtRisk(f(1, 2, 2, 5), [0, 2, 3])]).toEqual([4, 3, 1]);
  expect(cumulativeIncidence(kaplanMeier(f(1, 4), u(1, 0))).map(({share}) => share)).toEqual([0, 0.5, 0.5]);
  const interval = survivalInterval(0.857142857, 0.0890871, "log-log");
  expect([interval?.low, interval?.high]).toEqual([expect.closeTo(0.6197, 4), expect.closeTo(0.9516, 4)]);
});

it("the examples of groups hold", () => {
  const groups = {codes: u(1, 0), names: ["a", "b"]};
  expect(byGroup(f(3, 5), u(1, 0), groups)[1].durations).toEqual(f(3));
  expect([...groupRows({codes: u(1, 1), names: ["a", "b"]}, 2)]).toEqual([0, 2]);
  expect([...groupCounts(f(1, 2), u(1, 0), {codes: u(0, 1), names: ["a", "b"]}).groupAtRisk]).toEqual([1, 1]);
  expect([...logRankWeights(eventTable(f(1, 2), u(1, 1)), "gehan-wilcoxon")]).toEqual([2, 1]);
});

it("the examples of Cox's model hold", () => {
  const design = valueOf(coxDesign(f(2, 1), u(1, 1), [{name: "x", values: f(1, 3)}]));
  expect(design.z).toEqual(f(1, -1));
  expect(constant("x").ok).toBe(false);
  expect(relativeScores(design, f(0)).largest).toBe(0);
  expect(partialLikelihood(design, f(0), "efron").logLikelihood).toBe(-Math.log(2));
  expect(baselineHazard(design, f(0))[0].hazard).toBe(0.5);
  expect(schoenfeldResiduals(design, f(0), "efron").times).toEqual(f(1, 2));
  const found: [number, number][] = [];
  riskSets(design, f(0, 0), ({time, atRisk}) => found.push([time, atRisk.weight]));
  expect(found).toEqual([
    [2, 1],
    [1, 2]
  ]);
  expect(dependentColumn(f(1, 2, 2, 4), 2)).toBe(1);
  expect(inversePositive(f(4, 0, 0, 16), 2)).toEqual(f(0.25, 0, 0, 0.0625));
  expect(concordanceIndex(f(1, 2, 3), u(1, 1, 0), f(3, 2, 2)).index).toBeCloseTo(0.8333, 4);
  const covariate = {name: "x", values: f(1, 0, 1, 0)};
  const four = valueOf(coxDesign(f(1, 2, 3, 4), u(1, 1, 1, 1), [covariate]));
  expect(valueOf(coxFit(four, ["x"], "efron")).converged).toBe(true);
  const model = valueOf(coxModel(f(1, 2, 3, 4), u(1, 1, 1, 1), [covariate], "efron"));
  expect(model.coefficients[0].hazardRatio).toBeCloseTo((1 + Math.sqrt(17)) / 2, 10);
});
