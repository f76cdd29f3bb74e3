import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readFile, readdir, stat} from "node:fs/promises";
import {dirname, join, relative, resolve} from "node:path";
import type {Source} from "./origin.js";
import {fileNames, tables} from "../lib/source/tables.js";

const imported = /(?:from|import)\s+"(\.{1,2}\/[^"]+)\.js"/g;

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, {recursive: true, withFileTypes: true});
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A hash of the contents of some folders' files and of all modules that they import, wherever these are. */
export async function sourcesHash(root: string, folders: readonly string[]): Promise<string> {
  const contents = new Map<string, string>();
  const waiting = (await Promise.all(folders.map((folder) => filesUnder(join(root, folder))))).flat();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (contents.has(path) || !existsSync(path)) continue;
    const content = await readFile(path, "utf8");
    contents.set(path, content);
    for (const [, target] of content.matchAll(imported)) waiting.push(`${resolve(dirname(path), target)}.ts`);
  }
  const hash = createHash("sha256");
  for (const path of [...contents.keys()].sort())
    hash.update(`${relative(root, path)}\0${contents.get(path)}\0`);
  return hash.digest("hex");
}

async function inputsOf(source: Source): Promise<unknown> {
  if (source.kind === "synthetic") return source;
  const paths = source.table
    ? [join(source.directory, source.table.file), source.table.mapping ?? ""]
    : tables.flatMap((table) => fileNames(table).map((file) => join(source.directory, file)));
  const files = paths.map(async (path) => {
    const seen = await stat(path).catch(() => undefined);
    return [path, seen?.size, seen?.mtimeMs];
  });
  return Promise.all(files);
}

/** What a set of marts depends on, as one short text: it changes when they have to be built anew. */
export async function fingerprintOf(root: string, source: Source): Promise<string> {
  const packages = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const parts = [
    await inputsOf(source),
    await sourcesHash(root, ["loaders", "lib/marts"]),
    packages.dependencies["@duckdb/node-api"]
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
