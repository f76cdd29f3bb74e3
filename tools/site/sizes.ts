import {readdirSync, statSync} from "node:fs";
import {extname, join} from "node:path";
import {formatCount, formatDecimal} from "../../lib/format.js";

/**
 * How many files a folder holds and how large they are, by kind.
 * @example sizesOf("dist") => "812 files, 24.1 MB (wasm 9.2 MB, parquet 7.9 MB, js 4.5 MB, other 2.5 MB)"
 */
export function sizesOf(folder: string): string {
  const bytes = new Map<string, number>();
  let files = 0;
  for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue;
    const kind = extname(entry.name).slice(1) || "other";
    bytes.set(kind, (bytes.get(kind) ?? 0) + statSync(join(entry.parentPath, entry.name)).size);
    files++;
  }
  const megabytes = (size: number) => `${formatDecimal(Math.round(size / 1e5) / 10)} MB`;
  const kinds = [...bytes].sort(([, a], [, b]) => b - a);
  const rest = kinds.slice(3).reduce((sum, [, size]) => sum + size, 0);
  const all = kinds.reduce((sum, [, size]) => sum + size, 0);
  const parts = [...kinds.slice(0, 3), ...(rest > 0 ? [["other", rest] as const] : [])];
  return `${formatCount(files)} files, ${megabytes(all)} (${parts.map(([kind, size]) => `${kind} ${megabytes(size)}`).join(", ")})`;
}
