import type {Result} from "../result.js";
import {compare, fitOn, has, judge, open} from "./bench.js";
import type {LabFit, LabRequest, Report} from "./bench.js";
import {curvesOf, testLosses} from "./curves.js";
import {decisionOn, serve} from "./decision.js";
import {dependenceOf, pairOf} from "./dependence.js";
import type {Webgl} from "./device.js";
import {explain, explainedOf, explains, permuted} from "./explanation.js";
import {aloneOf, encodingOf, rulesOf} from "./leakageChecks.js";
import {searchOn, selectOn} from "./search.js";

/**
 * Everything that the lab's pipelines ask of whoever does their work, on examples that it was given under an id: a Web
 * Worker in the tab, the same process in Node.
 * @param webgl the GPU at hand; without it everything runs on the CPU
 */
export const labWork = (webgl?: Webgl) => ({
  has,
  open,
  fit: (id: string, request: LabRequest, report: Report): Promise<Result<LabFit>> =>
    fitOn(id, request, report, webgl),
  judge,
  compare,
  curvesOf,
  testLosses,
  searchOn,
  selectOn,
  serve,
  decisionOn,
  aloneOf,
  rulesOf,
  encodingOf,
  explain,
  explains,
  explainedOf,
  permuted,
  dependenceOf,
  pairOf
});

export type LabWork = ReturnType<typeof labWork>;
