/**
 * Answers Framework's requests for packages out of node_modules, so that a build needs no network;
 * every other request is refused with an error that names its URL.
 */
import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {extname, join} from "node:path";
import {bundle} from "./bundle.js";
import {shareFamily} from "./family.js";
import {installed} from "./packages.js";
import {withoutIdleExports} from "./withoutIdleExports.js";

const types: Record<string, string> = {
  ".js": "application/javascript",
  ".mjs": "application/javascript",
  ".json": "application/json",
  ".css": "text/css",
  ".wasm": "application/wasm"
};

const respond = (body: BodyInit, type: string) => new Response(body, {headers: {"content-type": type}});

/** `/npm/<package>@<version>/<file>` or `/npm/<package>@<version>/[<file>/]+esm` */
async function packageFile(path: string): Promise<Response | undefined> {
  const match = /^\/npm\/((?:@[^/]+\/)?[^/@]+)@([^/]+)\/(.+)$/.exec(path);
  if (!match) return;
  const [, name, version, file] = match;
  const found = installed(name).find((copy) => copy.version === version);
  if (!found) {
    if (name === "@duckdb/duckdb-wasm")
      throw new Error('a page with SQL needs the client: import {sql} from "./components/sql.js"');
    const have = installed(name).map((copy) => copy.version);
    throw new Error(
      `${name}@${version} is not installed (${have.length ? `${have.join(", ")} is` : "add it to package.json"})`
    );
  }
  if (file === "+esm") return respond(await bundle(found), types[".js"]);
  if (file.endsWith("/+esm"))
    return respond(await bundle(found, file.slice(0, -"/+esm".length)), types[".js"]);
  const location = join(found.directory, file);
  if (!existsSync(location)) throw new Error(`${name}@${version} has no file ${file}`);
  return respond(await contentOf(location), types[extname(file)] ?? "application/octet-stream");
}

/** A file as it is, but for DuckDB's program, which a tab starts in half the time without what no page asks of it. */
async function contentOf(location: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await readFile(location));
  const program = /^(.*\/duckdb)-eh\.wasm$/.exec(location);
  return program
    ? withoutIdleExports(bytes, await readFile(`${program[1]}-browser-eh.worker.js`, "utf8"))
    : bytes;
}

/** `/<package>` or `/<package>/latest`: the versions there are. Framework asks about libraries it may never use. */
function packageVersions(path: string): Response | undefined {
  const match = /^\/((?:@[^/]+\/)?[^/@]+?)(\/latest)?$/.exec(decodeURIComponent(path));
  if (!match) return;
  const versions = installed(match[1]).map(({version}) => version);
  const body = match[2]
    ? {version: versions[0] ?? "0.0.0"}
    : {
        versions: Object.fromEntries((versions.length ? versions : ["0.0.0"]).map((version) => [version, {}]))
      };
  return respond(JSON.stringify(body), types[".json"]);
}

globalThis.fetch = async (input) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const response = (await packageFile(url.pathname)) ?? packageVersions(url.pathname);
  if (!response) throw new Error(`the build asks the network for ${url.href}, which it must not`);
  return response;
};

await shareFamily("@stdlib");
