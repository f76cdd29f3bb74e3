import {createHash} from "node:crypto";
import {copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";

const cache = "src/.observablehq/cache";

const digest = (files: readonly string[]) => {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
};

/** Wipes `folders` of Framework's cache, which it trusts for ever, unless `stamp` is what they were made from. */
function keepOnly(name: string, stamp: string, folders: readonly string[]): void {
  const file = join(cache, `.${name}`);
  if (existsSync(file) && readFileSync(file, "utf8") === stamp) return;
  for (const folder of folders) rmSync(join(cache, folder), {recursive: true, force: true});
  mkdirSync(cache, {recursive: true});
  writeFileSync(file, stamp);
}

/** Packages answered from node_modules go stale with the lockfile and with the code that bundles them. */
export const dropStalePackages = (): void =>
  keepOnly(
    "packages",
    digest([
      "package-lock.json",
      ...readdirSync("tools/offline")
        .sort()
        .map((file) => join("tools/offline", file))
    ]),
    ["_npm", "_node", "_observablehq", "_import"]
  );

/**
 * Loader output goes stale with the marts: Framework looks at the loader file alone. What the loaders would copy out of
 * the marts is put in their place, which saves a process for each of the thirty.
 */
export function refreshData(fingerprint: string, marts: string): void {
  keepOnly("data", fingerprint, ["data"]);
  const folder = join(cache, "data");
  mkdirSync(folder, {recursive: true});
  for (const file of readdirSync(marts).filter((name) => /\.parquet$|^manifest\.json$/.test(name)))
    if (!existsSync(join(folder, file))) copyFileSync(join(marts, file), join(folder, file));
}
