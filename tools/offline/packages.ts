import {readFileSync} from "node:fs";
import {join} from "node:path";

export interface Installed {
  name: string;
  version: string;
  directory: string;
}

interface Manifest {
  name: string;
  version: string;
  type?: string;
  module?: string;
  main?: string;
  exports?: unknown;
}

const byName = new Map<string, Installed[]>();

for (const [path, entry] of Object.entries(
  (JSON.parse(readFileSync("package-lock.json", "utf8")) as {packages: Record<string, {version?: string}>})
    .packages
)) {
  const at = path.lastIndexOf("node_modules/");
  if (at < 0 || !entry.version) continue;
  const name = path.slice(at + "node_modules/".length);
  const found = {name, version: entry.version, directory: path};
  byName.set(name, [...(byName.get(name) ?? []), found]);
}

/** The locked copies of a package, the top-level one first. */
export const installed = (name: string): readonly Installed[] =>
  [...(byName.get(name) ?? [])].sort((a, b) => a.directory.length - b.directory.length);

/** A package's own package.json. */
export const manifestOf = (found: Installed): Manifest =>
  JSON.parse(readFileSync(join(found.directory, "package.json"), "utf8")) as Manifest;

/** Whether a package offers ES modules, so that its importers can share one copy of it. */
export function isModule(found: Installed): boolean {
  const {type, module, exports} = manifestOf(found);
  return type === "module" || module !== undefined || JSON.stringify(exports ?? "").includes('"import"');
}
