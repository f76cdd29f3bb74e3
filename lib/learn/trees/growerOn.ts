import type {Bins, Grower} from "./grower.js";
import {twinGrower} from "./twin.js";
import {wasmGrower} from "./wasm.js";

/** The WebAssembly grower where there is a module, else the plain one: both grow the same trees. */
export const growerOn = (module: WebAssembly.Module | undefined, bins: Bins): Grower =>
  module ? wasmGrower(module, bins) : twinGrower(bins);
