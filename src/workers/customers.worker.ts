import * as Comlink from "comlink";
import type {Progress} from "../lib/driven.js";
import {driven} from "../lib/driven.js";
import {payback} from "../lib/retention/payback.js";

type Report = (progress: Progress) => unknown;

const api = {
  ping: () => true,
  payback: (given: Parameters<typeof payback>, report: Report) => driven(payback(...given), report)
};

export type CustomersApi = typeof api;

Comlink.expose(api);
