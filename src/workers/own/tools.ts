import {sha256} from "@noble/hashes/sha2.js";
import {bytesToHex} from "@noble/hashes/utils.js";
import {decompress} from "fzstd";
import {parquetMetadataAsync, parquetRead} from "hyparquet";
import type {Folder} from "../../lib/source/folder.js";
import {isUtf8} from "../../lib/source/isUtf8.js";
import {gunzip} from "../../lib/source/parquet/gunzip.js";

const zstd = (input: Uint8Array, size: number) => decompress(input, new Uint8Array(size));

/** What a browser has to look at bytes with. */
export const tools: Folder["tools"] = {
  hash() {
    const hash = sha256.create();
    return {update: (bytes) => hash.update(bytes), hex: () => bytesToHex(hash.digest())};
  },
  isUtf8,
  parquet: {
    metadata: (file) => parquetMetadataAsync(file, {geoparquet: false}),
    read: (options) => parquetRead({...options, compressors: {ZSTD: zstd, GZIP: gunzip}})
  }
};
