import * as Comlink from "comlink";
import {labWork} from "../lib/lab/work.js";
import {ownWebgl} from "./ownWebgl.js";

const api = {ping: () => true, ...labWork(ownWebgl)};

export type LabApi = typeof api;

Comlink.expose(api);
