import {patient} from "./download.js";

const headers = {"content-type": "application/wasm"};

/**
 * A WebAssembly program as a blob of the type that browsers compile, whatever type its host gives it, and unpacked where
 * it was published compressed. Rejects, with words for a sentence, where the host has no such file, sends something else
 * in its place, or sends nothing for half a minute.
 */
export async function wasmProgram(url: string, wait?: number): Promise<Blob> {
  return new Response(await programBytes(url, wait), {headers}).blob();
}

/**
 * The same, compiled while it comes in: nothing of it is kept, and neither its unpacking nor its compiling waits for the
 * other.
 */
export async function wasmModule(url: string, wait?: number): Promise<WebAssembly.Module> {
  let failed: (reason: unknown) => void = () => {};
  // A browser that compiles says of bytes that stop coming only that they do.
  const failure = new Promise<never>((_, reject) => (failed = reject));
  failure.catch(() => {});
  const program = await programBytes(url, wait, failed);
  return Promise.race([WebAssembly.compileStreaming(new Response(program, {headers})), failure]);
}

async function programBytes(
  url: string,
  wait?: number,
  failed?: (reason: unknown) => void
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const response = await patient(fetch(url), wait);
  if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
  const reader = response.body.getReader();
  try {
    let head = new Uint8Array();
    while (head.length < 4) {
      const {done, value} = await patient(reader.read(), wait);
      if (done) break;
      head = head.length === 0 ? value : Uint8Array.of(...head, ...value);
    }
    const bytes = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => {
        if (head.length > 0) controller.enqueue(head);
      },
      async pull(controller) {
        try {
          const {done, value} = await patient(reader.read(), wait);
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          reader.cancel().catch(() => {});
          failed?.(error);
          throw error;
        }
      }
    });
    const packed = head[0] === 0x1f && head[1] === 0x8b;
    if (!packed && !(head[0] === 0 && head[1] === 0x61 && head[2] === 0x73 && head[3] === 0x6d))
      throw new Error("the host sends something else in its place");
    return packed ? bytes.pipeThrough(new DecompressionStream("gzip")) : bytes;
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error;
  }
}
