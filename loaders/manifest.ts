import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Manifest} from "../lib/marts/manifest.js";

export const manifestFile = "manifest.json";

/** The manifest of a directory; undefined where there is none that can be read. */
export async function readManifest(directory: string): Promise<Manifest | undefined> {
  const path = join(directory, manifestFile);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(await readFile(path, "utf8")) as Manifest;
  } catch {
    return undefined;
  }
}

/** A manifest with the marts of an earlier one that was made of the same files with the same cutoff. */
export function withEarlierMarts(manifest: Manifest, earlier: Manifest | undefined): Manifest {
  const origin = ({source, cutoff, inputs}: Manifest) =>
    JSON.stringify([source, cutoff, inputs.map(({sha256}) => sha256)]);
  return earlier && origin(earlier) === origin(manifest)
    ? {...manifest, marts: {...earlier.marts, ...manifest.marts}}
    : manifest;
}
