import {gzipSync} from "node:zlib";
import {afterEach, expect, it, vi} from "vitest";
import {wasmProgram} from "../../src/components/wasmProgram.js";

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
});

it("says what came in its place, and that nothing comes", async () => {
  answer("<!doctype html>", {headers: {"content-type": "text/html"}});
  await expect(wasmProgram("x.wasm")).rejects.toThrow("the host sends something else in its place");
  answer("", {status: 404});
  await expect(wasmProgram("x.wasm")).rejects.toThrow("status 404");
  answer(new ReadableStream());
  await expect(wasmProgram("x.wasm", 20)).rejects.toThrow("nothing came for a while");
});
