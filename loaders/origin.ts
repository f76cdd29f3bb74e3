import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {filesFolder, holdsAnything} from "./findFiles.js";

/** The project's root, wherever the process was started. */
export const projectRoot = fileURLToPath(new URL("..", import.meta.url));

/** Where the nine files come from: a directory that holds them, or the generator. */
export type Source = {kind: "real"; directory: string} | {kind: "synthetic"; seed: number; scale: number};

/** Where marts and generated files are kept from one build to the next: VITRINE_CACHE, else .vitrine in the root. */
export const cacheDirectory = ({root, environment}: Place): string =>
  environment.VITRINE_CACHE ?? join(root, ".vitrine");

export const defaultSeed = 1;
export const defaultScale = 1;

export interface Place {
  /** The directory that data/ and relative paths are looked for in. */
  root: string;
  environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The directory in OLIST_DIR; else data/, if it holds anything of its own; else the generator at VITRINE_SCALE and
 * VITRINE_SEED. Files in the only folder below that has any are found there.
 */
export function chooseSource({root, environment}: Place): Source {
  const data = join(root, "data");
  if (environment.OLIST_DIR)
    return {kind: "real", directory: filesFolder(resolve(root, environment.OLIST_DIR))};
  if (holdsAnything(data)) return {kind: "real", directory: filesFolder(data)};
  return {
    kind: "synthetic",
    seed: Number(environment.VITRINE_SEED || defaultSeed),
    scale: Number(environment.VITRINE_SCALE || defaultScale)
  };
}
