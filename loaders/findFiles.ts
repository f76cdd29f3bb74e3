import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {fileNames, tables} from "../lib/source/tables.js";

/** How many folders deep the nine files are looked for. */
const deepest = 3;

const entriesOf = (directory: string) => {
  try {
    return readdirSync(directory, {withFileTypes: true}).filter(({name}) => !name.startsWith("."));
  } catch {
    return [];
  }
};

const holdsAny = (directory: string) =>
  tables.some((table) => fileNames(table).some((file) => existsSync(join(directory, file))));

function foldersBelow(directory: string, depth = 1): string[] {
  if (depth > deepest) return [];
  const folders = entriesOf(directory).filter(
    (entry) => entry.isDirectory() && entry.name !== "node_modules"
  );
  return folders
    .map(({name}) => join(directory, name))
    .flatMap((folder) => [folder, ...foldersBelow(folder, depth + 1)]);
}

/** Whether a directory holds anything at any depth but a README, hidden files and empty folders. */
export const holdsAnything = (directory: string, depth = 0): boolean =>
  entriesOf(directory).some((entry) =>
    entry.isDirectory()
      ? depth < deepest && holdsAnything(join(directory, entry.name), depth + 1)
      : depth > 0 || entry.name.toLowerCase() !== "readme.md"
  );

/** The folders below a directory that hold some of the nine files. */
export const foldersWithFiles = (directory: string): string[] => foldersBelow(directory).filter(holdsAny);

/**
 * The folder that holds the files: the directory itself, or the only one below it that has any where it has none.
 * @example filesFolder("data") => "data/archive"
 */
export function filesFolder(directory: string): string {
  if (holdsAny(directory)) return directory;
  const folders = foldersWithFiles(directory);
  return folders.length === 1 ? folders[0] : directory;
}
