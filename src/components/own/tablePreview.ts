import {isUtf8} from "../../lib/source/isUtf8.js";
import type {Preview} from "../../lib/source/transactions/preview.js";
import {headOf, previewOf} from "../../lib/source/transactions/preview.js";

const headBytes = 65_536;

async function* begin(blob: Blob): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await blob.slice(0, headBytes).arrayBuffer());
}

/** The first rows of a file, of which no more than the begin is read. */
export const tablePreview = async (blob: Blob): Promise<Preview> =>
  previewOf(await headOf({path: "", chunks: () => begin(blob)}, {isUtf8}));
