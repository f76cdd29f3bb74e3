/** A plain static file server: no rewriting, no redirects but `/` to index.html, gzip as ordinary hosts do. */
import {readFileSync, statSync} from "node:fs";
import type {Server} from "node:http";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join, normalize, resolve, sep} from "node:path";
import {gzipSync} from "node:zlib";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".parquet": "application/vnd.apache.parquet"
};
const compressible = new Set([".html", ".js", ".css", ".json", ".svg", ".wasm"]);

export interface Site {
  url: string;
  close(): Promise<void>;
}

/** What was compressed, for all sites of this process: tests serve one folder twice. */
const zipped = new Map<string, Buffer>();

function respond(directory: string, {base, wasm, path}: {base: string; wasm: string; path: string}) {
  if (!path.startsWith(base)) return;
  const target = targetOf(directory, path.slice(base.length - 1));
  if (target === undefined) return;
  const extension = extname(target);
  const headers: Record<string, string> = {
    "content-type": extension === ".wasm" ? wasm : (types[extension] ?? "application/octet-stream"),
    "cache-control": "no-cache"
  };
  if (!compressible.has(extension)) return {headers, body: readFileSync(target)};
  const key = `${target}:${statSync(target).mtimeMs}`;
  const body = zipped.get(key) ?? gzipSync(readFileSync(target), {level: 6});
  zipped.set(key, body);
  return {headers: {...headers, "content-encoding": "gzip"}, body};
}

/** The file of a folder that a path leads to, if there is one. */
function targetOf(directory: string, path: string): string | undefined {
  const file = normalize(join(directory, path));
  const target = file.endsWith(sep) ? join(file, "index.html") : file;
  if (target.startsWith(directory + sep) && statSync(target, {throwIfNoEntry: false})?.isFile())
    return target;
}

/** What a host answers to a path of a folder's files, not compressed; undefined where there is no such file. */
export function fileOf(
  directory: string,
  path: string
): {headers: Record<string, string>; body: Buffer} | undefined {
  const target = targetOf(resolve(directory), path);
  if (target === undefined) return;
  const type = types[extname(target)] ?? "application/octet-stream";
  return {headers: {"content-type": type}, body: readFileSync(target)};
}

/** The path of a request; empty, which no file has, where the request is not well formed. */
function pathOf(url = "/"): string {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/, ""));
  } catch {
    return "";
  }
}

/**
 * Serves `directory` on this machine under `base`; port 0 takes a free one.
 * @param options.wasm the type given to WebAssembly, which some hosts do not know
 */
export async function serve(
  directory: string,
  {base = "/", port = 0, wasm = types[".wasm"]} = {}
): Promise<Site> {
  const root = resolve(directory);
  const server: Server = createServer((request, response) => {
    const found = respond(root, {base, wasm, path: pathOf(request.url)});
    response.writeHead(found ? 200 : 404, found?.headers ?? {"content-type": "text/plain"});
    response.end(found?.body ?? "not found");
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      })
  };
}
