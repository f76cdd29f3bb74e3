import type {Copy, Folder, SourceFile} from "../../lib/source/folder.js";
import {isUtf8} from "node:buffer";
import {createHash} from "node:crypto";
import {once} from "node:events";
import {createReadStream, createWriteStream} from "node:fs";
import {mkdtemp, open, readdir, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, join, relative} from "node:path";
import {decompress} from "fzstd";
import {parquetMetadataAsync, parquetRead} from "hyparquet";
import {gunzip} from "../../lib/source/parquet/gunzip.js";
import {foldersWithFiles} from "../findFiles.js";

/** A file on a disk. */
export const fileAt = (path: string): SourceFile => ({
  path,
  chunks: () => createReadStream(path, {highWaterMark: 1 << 20}),
  size: async () => (await stat(path)).size,
  async slice(start, end) {
    const file = await open(path);
    try {
      const length = (end ?? (await file.stat()).size) - start;
      const bytes = new Uint8Array(length);
      const {bytesRead} = await file.read(bytes, 0, length, start);
      return bytes.buffer.slice(0, bytesRead);
    } finally {
      await file.close();
    }
  }
});

const zstd = (input: Uint8Array, size: number) => decompress(input, new Uint8Array(size));

/** What Node has to look at bytes with. */
export const tools: Folder["tools"] = {
  hash: () => {
    const hash = createHash("sha256");
    return {update: (bytes) => hash.update(bytes), hex: () => hash.digest("hex")};
  },
  isUtf8,
  parquet: {
    metadata: (file) => parquetMetadataAsync(file, {geoparquet: false}),
    read: (options) => parquetRead({...options, compressors: {ZSTD: zstd, GZIP: gunzip}})
  }
};

/** Writes text into a temporary file of that name; `discard` removes it. */
export async function copyOf(name: string, text: AsyncIterable<string>): Promise<Copy> {
  const directory = await mkdtemp(join(tmpdir(), "vitrine-csv-"));
  const path = join(directory, basename(name));
  const out = createWriteStream(path);
  for await (const piece of text) if (!out.write(piece)) await once(out, "drain");
  out.end();
  await once(out, "finish");
  return {...fileAt(path), discard: () => rm(directory, {recursive: true, force: true})};
}

/** A directory of files on a disk. */
export const folderAt = (directory: string): Folder => ({
  name: directory,
  async names() {
    try {
      return (await readdir(directory)).filter((name) => !name.startsWith(".")).sort();
    } catch {
      return undefined;
    }
  },
  file: (name) => fileAt(join(directory, name)),
  copy: copyOf,
  below: () => foldersWithFiles(directory).map((folder) => relative(directory, folder)),
  move: "put the nine files into it, or set OLIST_DIR to the folder that holds them",
  tools
});
