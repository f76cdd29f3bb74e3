import {createHash} from "node:crypto";
import {mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {compileKernels, kernelSources} from "../../loaders/kernels.js";

const cache = "node_modules/.cache/vitrine";

function sourcesHash(): string {
  const hash = createHash("sha256").update(readFileSync("loaders/kernels.ts"));
  for (const name of readdirSync(kernelSources).sort())
    hash.update(`${name}\0`).update(readFileSync(join(kernelSources, name)));
  return hash.digest("hex").slice(0, 16);
}

/** The bytes of the kernels, compiled once for all tests while their sources stay the same. */
export async function sharedKernels(): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(cache, `kernels-${sourcesHash()}.wasm`);
  try {
    return Uint8Array.from(readFileSync(file));
  } catch {
    const bytes = await compileKernels();
    mkdirSync(cache, {recursive: true});
    writeFileSync(`${file}.${process.pid}`, bytes);
    renameSync(`${file}.${process.pid}`, file);
    return bytes;
  }
}

/** The WebAssembly kernels as a module. */
export const kernels = async (): Promise<WebAssembly.Module> => WebAssembly.compile(await sharedKernels());
