import {expose} from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import {parentPort} from "node:worker_threads";
import {labWork} from "../../lib/lab/work.js";

if (parentPort) expose({ping: () => true, ...labWork()}, nodeEndpoint(parentPort));
