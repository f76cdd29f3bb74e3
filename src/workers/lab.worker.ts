import * as Comlink from "comlink";
import {compare, fitOn, has, judge, open} from "./lab.js";
import {decisionOn, serve} from "./labDecide.js";
import {dependenceOf, pairOf} from "./labDependence.js";
import {explain, explainedOf, explains, permuted} from "./labExplain.js";
import {aloneOf, encodingOf, rulesOf} from "./labLeakage.js";
import {curvesOf, testLosses} from "./labResults.js";
import {searchOn, selectOn} from "./labSearch.js";

const api = {
  ping: () => true,
  has,
  open,
  fit: fitOn,
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
};

export type LabApi = typeof api;

Comlink.expose(api);
