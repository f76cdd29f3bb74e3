import * as Comlink from "comlink";
import {cancel, trainOn} from "./training.js";

const api = {ping: () => true, cancel, train: trainOn};

export type TrainApi = typeof api;

Comlink.expose(api);
