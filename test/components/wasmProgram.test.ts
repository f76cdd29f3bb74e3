import {gzipSync} from "node:zlib";
import {afterEach, expect, it, vi} from "vitest";
import {wasmModule, wasmProgram} from "../../src/components/wasmProgram.js";

const program = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
const answer = (body: BodyInit | ReadableStream, init: ResponseInit = {}) =>
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, init)));
afterEach(() => vi.unstubAllGlobals());

it.each([
  ["as it is", program],
  ["packed", gzipSync(program)]
])("compiles a program that a host gives %s and without its type", async (_, body) => {
  answer(body, {headers: {"content-type": "application/octet-stream"}});
  const blob = await wasmProgram("x.wasm");
  expect(blob.type).toBe("application/wasm");
  await WebAssembly.compile(await blob.arrayBuffer());
  answer(body, {headers: {"content-type": "application/octet-stream"}});
  expect(await wasmModule("x.wasm")).toBeInstanceOf(WebAssembly.Module);
});

it("says what came in its place, and that nothing comes", async () => {
  answer("<!doctype html>", {headers: {"content-type": "text/html"}});
  await expect(wasmProgram("x.wasm")).rejects.toThrow("the host sends something else in its place");
  answer("", {status: 404});
  await expect(wasmProgram("x.wasm")).rejects.toThrow("status 404");
  answer(new ReadableStream());
  await expect(wasmProgram("x.wasm", 20)).rejects.toThrow("nothing came for a while");
});

it("says of a program that stops coming while it is compiled what stopped it", async () => {
  const start = (controller: ReadableStreamDefaultController) => controller.enqueue(program.subarray(0, 6));
  answer(new ReadableStream({start}));
  await expect(wasmModule("x.wasm", 20)).rejects.toThrow("nothing came for a while");
});
