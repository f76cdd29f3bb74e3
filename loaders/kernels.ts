import {execFile} from "node:child_process";
import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";

/** Where the AssemblyScript sources are. */
export const kernelSources = fileURLToPath(new URL("../lib/learn/kernels/assembly", import.meta.url));

const options = [
  "-O3",
  "--noAssert",
  "--converge",
  "--runtime",
  "stub",
  "--enable",
  "simd",
  "--use",
  "abort="
];

/** 13 MB of code: a process of its own reads it in a fraction of the time that a loader of TypeScript takes. */
const compiler = fileURLToPath(new URL("../node_modules/assemblyscript/bin/asc.js", import.meta.url));

/**
 * Compiles the WebAssembly kernels: a module that imports nothing and exports its memory. The same sources give the
 * same bytes.
 *
 * @throws Error with the compiler's messages
 */
export async function compileKernels(directory = kernelSources): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), "vitrine-kernels-"));
  const outFile = join(folder, "kernels.wasm");
  try {
    await promisify(execFile)(process.execPath, [compiler, "index.ts", "--outFile", outFile, ...options], {
      cwd: directory
    });
    return new Uint8Array(await readFile(outFile));
  } catch (error) {
    throw new Error(`the kernels do not compile: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
