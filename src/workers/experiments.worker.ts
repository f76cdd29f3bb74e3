import * as Comlink from "comlink";
import {path, peek, thresholds} from "./peeking.js";

const api = {ping: () => true, thresholds, peek, path};

export type ExperimentsApi = typeof api;

Comlink.expose(api);
