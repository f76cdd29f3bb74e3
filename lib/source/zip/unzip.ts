import {BlobReader, ZipReader} from "@zip.js/zip.js";
import type {FileEntry} from "@zip.js/zip.js";
import {formatCount} from "../../format.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";

/** A file of a shop, by the name without folders. */
export interface NamedBlob {
  name: string;
  blob: Blob;
}

/** What a zip may hold: beyond it, it is no shop's. */
export const zipLimits = {entries: 1_000, bytes: 2e9, ratio: 200};

const fileName = (path: string) => path.split(/[/\\]/).at(-1) ?? path;

class TooMuch extends Error {}

/** Unpacks an entry; gives it up once more comes out than its head promised or than a zip may hold. */
async function unpack(entry: FileEntry, left: number): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const most = Math.min(left, Math.max(1e6, entry.compressedSize * zipLimits.ratio));
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(piece) {
      bytes += piece.length;
      if (bytes > most) throw new TooMuch();
      pieces.push(piece.slice());
    }
  });
  await entry.getData(sink, {useWebWorkers: false, checkSignature: true});
  return new Blob(pieces);
}

/** The tables that a zip holds, at whatever depth; a sentence where it is damaged, locked, or a bomb. */
export async function unzip(
  {name, blob}: NamedBlob,
  wanted: (name: string) => boolean
): Promise<Result<NamedBlob[]>> {
  const reader = new ZipReader(new BlobReader(blob), {useWebWorkers: false});
  try {
    const files: NamedBlob[] = [];
    let [entries, left] = [0, zipLimits.bytes];
    for await (const entry of reader.getEntriesGenerator()) {
      if (++entries > zipLimits.entries)
        return fail(
          "zip-entries",
          `${name} holds more than ${formatCount(zipLimits.entries)} files: zip the tables alone.`
        );
      const inner = fileName(entry.filename);
      if (entry.directory || entry.filename.startsWith("__MACOSX/") || !wanted(inner)) continue;
      if (entry.encrypted)
        return fail("zip-locked", `${name} needs a password: unpack it and choose the files.`);
      const unpacked = await unpack(entry, left);
      left -= unpacked.size;
      files.push({name: inner, blob: unpacked});
    }
    return ok(files);
  } catch (error) {
    return error instanceof TooMuch || (error as Error).cause instanceof TooMuch
      ? fail(
          "zip-bomb",
          `${name} unpacks to far more than it holds: unpack it yourself and choose the files that you want.`
        )
      : fail(
          "zip-damaged",
          `${name} cannot be unpacked (${(error as Error).message}): zip the files again, or choose them unpacked.`
        );
  } finally {
    await reader.close().catch(() => undefined);
  }
}
