import {statSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {filesFolder, holdsAnything} from "./findFiles.js";

/** The project's root, wherever the process was started. */
export const projectRoot = fileURLToPath(new URL("..", import.meta.url));

/** Where a shop comes from: a directory that holds the nine files, or one table of transactions in it; or the generator. */
export type Source =
  | {kind: "real"; directory: string; table?: {file: string; mapping?: string}}
  | {kind: "synthetic"; seed: number; scale: number};

/**
 * The source at a path: a folder of the nine files, or a table of transactions with perhaps a mapping at another path.
 * @example sourceAt("orders.csv") => {kind: "real", directory: "/shop", table: {file: "orders.csv"}}
 */
export function sourceAt(path: string, mapping?: string): Source {
  if (!statSync(path, {throwIfNoEntry: false})?.isFile()) return {kind: "real", directory: filesFolder(path)};
  const table = {file: basename(path), ...(mapping ? {mapping: resolve(mapping)} : {})};
  return {kind: "real", directory: dirname(path), table};
}

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
 * The directory or table of transactions in OLIST_DIR, this as VITRINE_MAPPING says; else data/, if it holds anything of its own; else the generator at VITRINE_SCALE and
 * VITRINE_SEED. Files in the only folder below that has any are found there.
 */
export function chooseSource({root, environment}: Place): Source {
  const data = join(root, "data");
  if (environment.OLIST_DIR)
    return sourceAt(resolve(root, environment.OLIST_DIR), environment.VITRINE_MAPPING);
  if (holdsAnything(data)) return {kind: "real", directory: filesFolder(data)};
  return {
    kind: "synthetic",
    seed: Number(environment.VITRINE_SEED || defaultSeed),
    scale: Number(environment.VITRINE_SCALE || defaultScale)
  };
}
