import type {SourceFile} from "../../lib/source/folder.js";

const step = 4 << 20;

async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += step)
    yield new Uint8Array(await blob.slice(at, at + step).arrayBuffer());
}

/** A blob as a file that is read. */
export const fileOf = (path: string, blob: Blob): SourceFile => ({
  path,
  chunks: () => chunksOf(blob),
  size: () => Promise.resolve(blob.size),
  slice: (start, end) => blob.slice(start, end).arrayBuffer()
});
