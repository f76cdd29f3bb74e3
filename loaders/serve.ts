import {createReadStream, existsSync} from "node:fs";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {parseArgs} from "node:util";
import {marts} from "../lib/marts/index.js";
import {ensureMarts} from "./build.js";
import {manifestFile} from "./manifest.js";

/** The mart that a parameterised loader is asked for: "orders" of `--mart=orders`. */
export const askedMart = (args: readonly string[]): string =>
  parseArgs({args: [...args], options: {mart: {type: "string"}}}).values.mart ?? "";

/**
 * Copies one file of the marts to standard output, building them first unless they are fresh. Standard error tells which
 * data a build uses, or what goes wrong, in sentences, with exit code 1.
 */
async function serve(file: string): Promise<void> {
  const built = await ensureMarts({onUsed: (line) => process.stderr.write(`${line}\n`)});
  const path = built.ok ? join(built.value.directory, file) : "";
  if (!built.ok) refuse(built.message);
  else if (!existsSync(path))
    refuse(`There is no ${file}; the marts are ${marts.map(({name}) => name).join(", ")}.`);
  else await pipeline(createReadStream(path), process.stdout, {end: false});
}

function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

/** Copies a mart's Parquet to standard output. */
export const serveMart = (name: string): Promise<void> => serve(`${name}.parquet`);

/** Copies the manifest to standard output. */
export const serveManifest = (): Promise<void> => serve(manifestFile);
