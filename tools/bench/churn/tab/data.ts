import type {Size} from "../matrix.js";

/** What a worker of the bench works on. */
export interface Data {
  features: readonly string[];
  columns: readonly Float32Array[];
  labels: Uint8Array;
  module: WebAssembly.Module;
}

let held: Data | undefined;

const bytesOf = async (path: string): Promise<ArrayBuffer> => (await fetch(path)).arrayBuffer();

/** Fetches a matrix and the kernels. */
export async function load({name, rows, features}: Size): Promise<void> {
  const [matrix, labels, kernels] = await Promise.all(
    [`/${name}.f32`, `/${name}.u8`, "/kernels.wasm"].map(bytesOf)
  );
  held = {
    features,
    columns: features.map((_, j) => new Float32Array(matrix, 4 * j * rows, rows)),
    labels: new Uint8Array(labels),
    module: await WebAssembly.compile(kernels)
  };
}

/** The matrix that was loaded. */
export function data(): Data {
  if (!held) throw new Error("nothing is loaded");
  return held;
}

/** How long some work takes, in milliseconds, and what it gives. */
export function timed<T>(work: () => T): {ms: number; value: T} {
  const started = performance.now();
  const value = work();
  return {ms: performance.now() - started, value};
}
