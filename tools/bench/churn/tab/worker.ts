import * as Comlink from "comlink";
import {load} from "./data.js";
import {scoreAll, scoreOne, shapOfAll} from "./explain.js";
import {balance, logistic} from "./linear.js";
import {bin, foldAuc, train} from "./trees.js";

const api = {load, bin, train, foldAuc, shapOfAll, scoreAll, scoreOne, logistic, balance};

export type WorkerApi = typeof api;

Comlink.expose(api);
