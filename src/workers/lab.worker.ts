import * as Comlink from "comlink";
import {compare, fitOn, has, judge, open} from "./lab.js";

const api = {ping: () => true, has, open, fit: fitOn, judge, compare};

export type LabApi = typeof api;

Comlink.expose(api);
