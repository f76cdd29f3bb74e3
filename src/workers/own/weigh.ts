import {BlobReader, ZipReader} from "@zip.js/zip.js";
import {isParquet, openParquet} from "../../lib/source/parquet/openParquet.js";
import {isTable, isZip} from "../../lib/source/zip/gather.js";
import type {NamedBlob} from "../../lib/source/zip/unzip.js";
import {fileOf} from "./fileOf.js";
import {tools} from "./tools.js";

/** The bytes of the tables in a zip, unpacked, as its directory says. */
async function zipBytes(blob: Blob): Promise<number> {
  const reader = new ZipReader(new BlobReader(blob), {useWebWorkers: false});
  try {
    let bytes = 0;
    for await (const {filename, uncompressedSize} of reader.getEntriesGenerator())
      if (isTable(filename)) bytes += uncompressedSize;
    return bytes;
  } finally {
    await reader.close().catch(() => undefined);
  }
}

/** The bytes of a Parquet file's values, uncompressed, as its end says. */
async function parquetBytes({name, blob}: NamedBlob): Promise<number> {
  const head = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  if (!isParquet(head)) return blob.size;
  const opened = await openParquet(name, fileOf("", blob), head, tools);
  if (!opened.ok) return blob.size;
  const groups = opened.value.metadata.row_groups;
  return Math.max(
    blob.size,
    groups.reduce((sum, {total_byte_size: bytes}) => sum + Number(bytes), 0)
  );
}

/** The bytes that files come to once they are unpacked, of which nothing is unpacked to say it. */
export async function weigh(files: readonly NamedBlob[]): Promise<number> {
  const bytes = await Promise.all(
    files.map((file) =>
      (isZip(file.name) ? zipBytes(file.blob) : parquetBytes(file)).catch(() => file.blob.size)
    )
  );
  return bytes.reduce((sum, each) => sum + each, 0);
}
