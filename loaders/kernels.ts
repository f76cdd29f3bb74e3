import asc from "assemblyscript/asc";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

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

/**
 * Compiles the WebAssembly kernels: a module that imports nothing and exports its memory. The same sources give the
 * same bytes.
 *
 * @throws Error with the compiler's messages
 */
export async function compileKernels(directory = kernelSources): Promise<Uint8Array<ArrayBuffer>> {
  let binary = new Uint8Array(0);
  const messages: string[] = [];
  const {error} = await asc.main(["index.ts", "--outFile", "kernels.wasm", ...options], {
    stderr: {write: (chunk) => void messages.push(String(chunk))},
    stdout: {write: () => undefined},
    readFile: (name) => readFile(join(directory, name), "utf8").catch(() => null),
    writeFile: (_, contents) => {
      binary = Uint8Array.from(contents as Uint8Array);
    },
    listFiles: () => []
  });
  if (error) throw new Error(`the kernels do not compile: ${error.message}\n${messages.join("")}`);
  return binary;
}
