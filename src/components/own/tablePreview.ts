import type {Result} from "../../lib/result.js";
import {ok} from "../../lib/result.js";
import type {NamedBlob} from "../../workers/own/folder.js";
import {isUtf8} from "../../lib/source/isUtf8.js";
import type {Preview} from "../../lib/source/transactions/preview.js";
import {headOf, previewOf} from "../../lib/source/transactions/preview.js";

const headBytes = 65_536;

async function* begin(blob: Blob): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await blob.slice(0, headBytes).arrayBuffer());
}

/** The first rows of a file, of which no more than the begin is read; a sentence where it is no table. */
export async function tablePreview({name, blob}: NamedBlob): Promise<Result<Preview>> {
  const head = await headOf(name, {path: "", chunks: () => begin(blob)}, {isUtf8});
  return head.ok ? ok(previewOf(head.value)) : head;
}
