import * as Comlink from "comlink";
import {draw, read, repeat} from "./practice.js";

const api = {ping: () => true, draw, read, repeat};

export type PracticeApi = typeof api;

Comlink.expose(api);
