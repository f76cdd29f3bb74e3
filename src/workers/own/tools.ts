import {decompress} from "fzstd";
import {parquetMetadataAsync, parquetRead} from "hyparquet";
import type {Folder} from "../../lib/source/folder.js";
import {isUtf8} from "../../lib/source/isUtf8.js";
import {gunzip} from "../../lib/source/parquet/gunzip.js";
import {sha256} from "./sha256.js";

const zstd = (input: Uint8Array, size: number) => decompress(input, new Uint8Array(size));

/** What a browser has to look at bytes with. */
export const tools: Folder["tools"] = {
  hash: () => sha256(),
  isUtf8,
  parquet: {
    metadata: (file) => parquetMetadataAsync(file, {geoparquet: false}),
    read: (options) => parquetRead({...options, compressors: {ZSTD: zstd, GZIP: gunzip}})
  }
};
