import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {compileKernels} from "../../loaders/kernels.js";
import {sharedKernels} from "../support/kernels.js";

it("compiles the kernels to the same bytes each time, a module that needs nothing from its host", async () => {
  const bytes = await compileKernels();
  // What all tests share was compiled by itself, at another time.
  expect(Buffer.from(await sharedKernels()).equals(bytes)).toBe(true);
  const module = await WebAssembly.compile(bytes);
  expect(WebAssembly.Module.imports(module)).toEqual([]);
  const exported = WebAssembly.Module.exports(module).map(({name}) => name);
  expect(exported).toEqual(expect.arrayContaining(["memory", "treesSearch", "treesSumTwo"]));
}, 60000);

it("says what does not compile", async () => {
  const directory = await mkdtemp(join(tmpdir(), "vitrine-kernels-"));
  await writeFile(join(directory, "index.ts"), "export const one: i32 = nowhere;");
  await expect(compileKernels(directory)).rejects.toThrow(/Cannot find name 'nowhere'/);
  await rm(directory, {recursive: true});
});
