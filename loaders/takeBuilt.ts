import {createHash} from "node:crypto";
import {existsSync, statSync} from "node:fs";
import {copyFile, mkdir, readFile, rm} from "node:fs/promises";
import {join} from "node:path";
import {marts} from "../lib/marts/index.js";
import type {Manifest} from "../lib/marts/manifest.js";
import type {Result} from "../lib/result.js";
import {fail, ok} from "../lib/result.js";
import {install} from "./buildMarts.js";
import {manifestFile, readManifest} from "./manifest.js";

const expected = JSON.stringify(marts.map(({name, columns}) => [name, columns.map((column) => column.name)]));

/**
 * What taking a folder of built marts depends on: its manifest, which is written last, and the columns that the site
 * reads. Empty where there is no manifest.
 */
export const builtFingerprint = async (from: string): Promise<string> => {
  const written = await readFile(join(from, manifestFile)).catch(() => undefined);
  return written ? createHash("sha256").update(written).update(expected).digest("hex") : "";
};

/** The first mart that the site needs and a folder does not hold as its manifest says; undefined where all are there. */
function lacking(from: string, {marts: built}: Manifest): string | undefined {
  return marts.find(({name, columns}) => {
    const path = join(from, `${name}.parquet`);
    const told = Object.hasOwn(built, name) ? built[name] : undefined;
    return (
      told?.columns.join() !== columns.map((column) => column.name).join() ||
      !existsSync(path) ||
      statSync(path).size !== told.bytes
    );
  })?.name;
}

/**
 * Copies marts that were built elsewhere (`npm run marts -- --out DIR`, by either engine) to where the site takes them
 * from. Fails with a sentence where one lacks, or is not the one that the manifest tells of.
 * @example await takeBuilt("/lake/marts", ".vitrine/marts")
 */
export async function takeBuilt(from: string, out: string): Promise<Result<Manifest>> {
  const manifest = await readManifest(from);
  if (manifest === undefined)
    return fail(
      "no-manifest",
      `VITRINE_MARTS, ${from}, has no manifest.json: build the marts there (npm run marts).`
    );
  const name = lacking(from, manifest);
  if (name !== undefined)
    return fail(
      "half-written",
      `VITRINE_MARTS, ${from}, does not hold the mart ${name} as its manifest tells of it: build all marts there once more.`
    );
  const building = join(out, `.building-${process.pid}`);
  try {
    await mkdir(building, {recursive: true});
    for (const {name: mart} of marts)
      await copyFile(join(from, `${mart}.parquet`), join(building, `${mart}.parquet`));
    return ok(await install(building, out, manifest, false));
  } finally {
    await rm(building, {recursive: true, force: true});
  }
}
