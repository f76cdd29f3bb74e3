import {readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";

/** Some static hosts take no file above this. */
export const largestFile = 25e6;

const every = (directory: string): string[] =>
  readdirSync(directory, {recursive: true, encoding: "utf8"})
    .map((file) => join(directory, file))
    .filter((file) => statSync(file).isFile());

/**
 * Packs WebAssembly programs that some hosts would refuse for their size; the page that starts them unpacks them. Gives
 * how many were packed.
 */
export function packPrograms(directory: string): number {
  let packed = 0;
  for (const file of every(directory)) {
    if (!file.endsWith(".wasm") || statSync(file).size <= largestFile) continue;
    writeFileSync(file, gzipSync(readFileSync(file), {level: 6}));
    packed++;
  }
  return packed;
}

/** Files that some hosts refuse for their size, a sentence each. */
export const tooLarge = (directory: string): string[] =>
  every(directory)
    .filter((file) => statSync(file).size > largestFile)
    .map(
      (file) =>
        `${file} has ${Math.ceil(statSync(file).size / 1e6)} MB, and some static hosts take at most 25 MB a file: split it`
    );
