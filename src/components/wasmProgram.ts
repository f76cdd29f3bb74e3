import {patient} from "./download.js";

/**
 * A WebAssembly program as a blob of the type that browsers compile, whatever type its host gives it, and unpacked where
 * it was published compressed. Rejects, with words for a sentence, where the host has no such file, sends something else
 * in its place, or sends nothing for half a minute.
 */
export async function wasmProgram(url: string, wait?: number): Promise<Blob> {
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
        const {done, value} = await patient(reader.read(), wait);
        if (done) controller.close();
        else controller.enqueue(value);
      }
    });
    const packed = head[0] === 0x1f && head[1] === 0x8b;
    if (!packed && !(head[0] === 0 && head[1] === 0x61 && head[2] === 0x73 && head[3] === 0x6d))
      throw new Error("the host sends something else in its place");
    const program = packed ? bytes.pipeThrough(new DecompressionStream("gzip")) : bytes;
    return await new Response(program, {headers: {"content-type": "application/wasm"}}).blob();
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error;
  }
}
