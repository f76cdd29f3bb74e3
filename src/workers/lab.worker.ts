import * as Comlink from "comlink";
import {fitOn, has, open} from "./lab.js";

const api = {ping: () => true, has, open, fit: fitOn};

export type LabApi = typeof api;

Comlink.expose(api);
