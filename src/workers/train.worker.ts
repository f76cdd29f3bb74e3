import * as Comlink from "comlink";
import type {Progress} from "../lib/learn/train.js";
import type {TrainRequest} from "../lib/lab/late.js";
import {cancel, trainOn} from "../lib/lab/late.js";
import {ownWebgl} from "./ownWebgl.js";

const api = {
  ping: () => true,
  cancel,
  train: (request: TrainRequest, report: (progress: Progress) => unknown) =>
    trainOn(request, report, ownWebgl)
};

export type TrainApi = typeof api;

Comlink.expose(api);
