import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {describe, expect, it} from "vitest";
import {withoutIdleExports} from "../../../tools/offline/withoutIdleExports.js";

const text = (word: string) => [word.length, ...Buffer.from(word)];
const section = (id: number, ...content: number[]) => [id, content.length, ...content];

/** Functions that give 7 and 8, exported under several names; imports what it exports as `linked` itself. */
const program = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, 1, 0x60, 0, 1, 0x7f),
  ...section(2, 1, ...text("env"), ...text("linked"), 0, 0),
  ...section(3, 2, 0, 0),
  ...section(
    7,
    5,
    ...[...text("seven"), 0, 1],
    ...[...text("eight"), 0, 2],
    ...[...text("linked"), 0, 2],
    ...[...text("free"), 0, 2],
    ...[...text("_ZN4idleEv"), 0, 1]
  ),
  ...section(10, 2, 4, 0, 0x41, 7, 0x0b, 4, 0, 0x41, 8, 0x0b)
);

const exported = async (bytes: Uint8Array<ArrayBuffer>) =>
  WebAssembly.Module.exports(await WebAssembly.compile(bytes)).map(({name}) => name);

describe("a program without idle exports", () => {
  it("exports what its script names, with or without C's underscore, and what it links to itself", async () => {
    const lean = await withoutIdleExports(program, 'Module["_free"] = x => (wasmExports.seven)(x)');
    expect(await exported(lean)).toEqual(["seven", "linked", "free"]);
  });

  it("runs as before", async () => {
    const lean = await withoutIdleExports(program, "seven, eight");
    const {instance} = await WebAssembly.instantiate(lean, {env: {linked: () => 0}});
    const {seven, eight} = instance.exports as Record<string, () => number>;
    expect([seven(), eight()]).toEqual([7, 8]);
  });

  it("has all that DuckDB's script calls, and a hundredth of its exports", async () => {
    const folder = dirname(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
    const script = readFileSync(join(folder, "duckdb-browser-eh.worker.js"), "utf8");
    const whole = new Uint8Array(readFileSync(join(folder, "duckdb-eh.wasm")));
    const before = await exported(whole);
    const after = new Set(await exported(await withoutIdleExports(whole, script)));
    const called = new Set([...script.matchAll(/wasmExports\.([\w$]+)/g)].map(([, name]) => name));
    const asked = before.filter((name) => called.has(name) || name.startsWith("duckdb_web_query_"));
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter((name) => !after.has(name))).toEqual([]);
    expect(after.size).toBeLessThan(before.length / 100);
  });
});
