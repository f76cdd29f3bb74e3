import * as Comlink from "comlink";
import {draw, read, repeat} from "../lib/experiments/practice/work.js";

const api = {ping: () => true, draw, read, repeat};

export type PracticeApi = typeof api;

Comlink.expose(api);
