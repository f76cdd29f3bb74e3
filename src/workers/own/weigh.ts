import {BlobReader, ZipReader} from "@zip.js/zip.js";
import {isParquet, openParquet} from "../../lib/source/parquet/openParquet.js";
import {isTable, isZip} from "../../lib/source/zip/gather.js";
import type {NamedBlob} from "../../lib/source/zip/unzip.js";
import {fileOf} from "./fileOf.js";
import {tools} from "./tools.js";

/** What files come to once they are unpacked, and the names of the tables among them. */
interface Weight {
  bytes: number;
  names: string[];
}

/** The tables in a zip, unpacked, as its directory says. */
async function zipWeight(blob: Blob): Promise<Weight> {
  const reader = new ZipReader(new BlobReader(blob), {useWebWorkers: false});
  try {
    const weight: Weight = {bytes: 0, names: []};
    for await (const {filename, uncompressedSize} of reader.getEntriesGenerator()) {
      if (!isTable(filename)) continue;
      weight.bytes += uncompressedSize;
      weight.names.push(filename.split("/").at(-1) ?? filename);
    }
    return weight;
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

/** What files come to once they are unpacked, of which nothing is unpacked to say it. */
export async function weigh(files: readonly NamedBlob[]): Promise<Weight> {
  const weights = await Promise.all(
    files.map(async (file): Promise<Weight> => {
      try {
        if (isZip(file.name)) return await zipWeight(file.blob);
        return {bytes: await parquetBytes(file), names: [file.name]};
      } catch {
        return {bytes: file.blob.size, names: [file.name]};
      }
    })
  );
  return {
    bytes: weights.reduce((sum, {bytes}) => sum + bytes, 0),
    names: weights.flatMap(({names}) => names)
  };
}
