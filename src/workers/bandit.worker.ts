import * as Comlink from "comlink";
import {simulateBandits} from "./bandit.js";

const api = {ping: () => true, simulate: simulateBandits};

export type BanditApi = typeof api;

Comlink.expose(api);
