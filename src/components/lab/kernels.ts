import {FileAttachment} from "observablehq:stdlib";

let compiled: Promise<WebAssembly.Module | undefined> | undefined;

/**
 * The compiled kernels, to be sent to workers; undefined where the browser lacks what they need (SIMD), so that the
 * plain TypeScript does the same work more slowly.
 */
export const kernels = (): Promise<WebAssembly.Module | undefined> =>
  (compiled ??= FileAttachment("../../data/kernels.wasm")
    .arrayBuffer()
    .then((bytes) => (WebAssembly.validate(bytes) ? WebAssembly.compile(bytes) : undefined)));
