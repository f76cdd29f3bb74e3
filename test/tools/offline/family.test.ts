import {mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {gzipSync} from "node:zlib";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {shareFamily} from "../../../tools/offline/family.js";

let cache: string;
let files: string[];
beforeAll(async () => {
  cache = mkdtempSync(join(tmpdir(), "vitrine-"));
  writeFileSync(join(cache, "package.json"), '{"type":"module"}');
  await shareFamily("@stdlib", cache);
  files = readdirSync(cache, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".js"));
});
afterAll(() => rmSync(cache, {recursive: true, force: true}));

const {dependencies} = JSON.parse(readFileSync("package.json", "utf8")) as {
  dependencies: Record<string, string>;
};
const names = Object.keys(dependencies).filter((name) => name.startsWith("@stdlib/"));
const fileOf = (name: string) => join(cache, `${name}@${dependencies[name]}`, "index.js");

describe("a family of packages", () => {
  it("is one file and a line for each package that the project imports", () => {
    expect(files).toHaveLength(names.length + 1);
    for (const name of names) expect(readFileSync(fileOf(name), "utf8").length).toBeLessThan(200);
    const shared = files.find((file) => file.includes("shared@")) ?? "";
    expect(gzipSync(readFileSync(join(cache, shared))).length).toBeLessThan(90_000);
  });

  it("answers as the packages themselves do", async () => {
    for (const name of names) {
      const {default: made} = (await import(pathToFileURL(fileOf(name)).href)) as {default: unknown};
      expect(made, name).toBeTypeOf("function");
    }
    const {default: made} = (await import(
      pathToFileURL(fileOf("@stdlib/stats-base-dists-t-quantile")).href
    )) as {default: typeof tQuantile};
    expect(made(0.975, 10)).toBe(tQuantile(0.975, 10));
  });

  it("is written once: what stands is left alone", async () => {
    const before = files.map((file) => statSync(join(cache, file)).mtimeMs);
    await shareFamily("@stdlib", cache);
    expect(files.map((file) => statSync(join(cache, file)).mtimeMs)).toEqual(before);
  });

  it("asks nothing of a scope that the project does not import", async () => {
    await shareFamily("@nobody", cache);
    expect(readdirSync(cache)).not.toContain("@nobody");
  });
});
