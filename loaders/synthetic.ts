import {existsSync} from "node:fs";
import {mkdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {Result} from "../lib/result.js";
import {fail, ok} from "../lib/result.js";
import {sourcesHash} from "./fingerprint.js";
import {projectRoot} from "./origin.js";

interface Synthetic {
  seed: number;
  scale: number;
  /** Where generated files are kept from one build to the next. */
  cache: string;
  onProgress?: (line: string) => void;
}

const stampFile = ".made-by";

/**
 * The directory of the nine generated files; they are made once and again when the generator changes. A
 * failure with code "bad-scale" says which seeds and scales there are.
 */
export async function syntheticFiles({seed, scale, cache, onProgress}: Synthetic): Promise<Result<string>> {
  const directory = join(cache, "synthetic", `${seed}-${scale}`);
  const stamp = await sourcesHash(projectRoot, ["loaders/generate"]);
  const made = join(directory, stampFile);
  if (existsSync(made) && (await readFile(made, "utf8")) === stamp) return ok(directory);
  const making = `${directory}.making-${process.pid}`;
  await rm(making, {recursive: true, force: true});
  await mkdir(making, {recursive: true});
  try {
    const {generate} = await import("./generate/index.js");
    await generate({directory: making, scale, seed});
    await writeFile(join(making, stampFile), stamp);
    await rm(directory, {recursive: true, force: true});
    await mkdir(dirname(directory), {recursive: true});
    await rename(making, directory);
  } catch (error) {
    await rm(making, {recursive: true, force: true});
    if (error instanceof RangeError) return fail("bad-scale", error.message);
    throw error;
  }
  onProgress?.(`generated the nine files at scale ${scale}, seed ${seed}`);
  return ok(directory);
}
