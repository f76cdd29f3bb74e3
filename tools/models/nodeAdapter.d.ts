declare module "comlink/dist/esm/node-adapter.mjs" {
  import type {Endpoint} from "comlink";
  import type {MessagePort, Worker} from "node:worker_threads";

  /** A thread, or the port to the one that started this one, as Comlink speaks to it. */
  export default function nodeEndpoint(port: MessagePort | Worker): Endpoint;
}
