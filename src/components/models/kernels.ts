import {FileAttachment} from "observablehq:stdlib";
import {downloaded} from "../download.js";

let compiled: Promise<WebAssembly.Module | undefined> | undefined;

/**
 * The compiled kernels, to be sent to workers; undefined where the browser lacks what they need (SIMD), so that the
 * plain TypeScript does the same work more slowly.
 */
export const kernels = (): Promise<WebAssembly.Module | undefined> =>
  (compiled ??= downloaded(FileAttachment("../../data/kernels.wasm").stream()).then((bytes) =>
    WebAssembly.validate(bytes) ? WebAssembly.compile(bytes) : undefined
  ));
