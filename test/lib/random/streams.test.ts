import {readFileSync} from "node:fs";
import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import type {StreamName} from "../../../lib/random/streams.js";
import {randomStream, streams} from "../../../lib/random/streams.js";

const names = Object.keys(streams) as StreamName[];

/** What the product's files hold, without the register and what it rests on. */
const sources = new Map<string, string>();
beforeAll(async () => {
  for (const folder of ["lib", "loaders", "src/components", "src/workers"])
    for (const path of await readdir(folder, {recursive: true}))
      if (path.endsWith(".ts") && !/^random\/(streams|source)\.ts$/.test(path))
        sources.set(
          join(folder, path),
          readFileSync(join(folder, path), "utf8").replace(/\/\*\*.*?\*\//gs, "")
        );
});

const filesWith = (text: string) =>
  [...sources].flatMap(([path, source]) =>
    source
      .split(text)
      .slice(1)
      .map(() => path)
  );

describe("the uses of chance", () => {
  it("have a number each that no other has", () => {
    expect(new Set(Object.values(streams)).size).toBe(names.length);
  });

  it("draw from a stream each that no other place in the sources draws from", () => {
    expect(sources.size).toBeGreaterThan(500);
    for (const name of names)
      expect({name, files: filesWith(`"${name}"`)}).toEqual({name, files: [expect.anything()]});
  });

  it("all stand in the register", () => {
    for (const way of ["randomSource(", "xoshiro128(", "Math.random(", "crypto.getRandomValues("])
      expect(filesWith(way).filter((path) => path !== "lib/random/xoshiro128.ts")).toEqual([]);
  });

  it("do not meet, whatever part of one is drawn from: a tree's, a round's or a run's", () => {
    const parts: number[][] = [[], ...Array.from({length: 700}, (_, part) => [part])];
    for (let first = 0; first < 3; first++)
      for (let second = 0; second < 30; second++) parts.push([first, second]);
    const seen = new Set<string>();
    let drawn = 0;
    for (const seed of [0, 1, 203])
      for (const name of names)
        for (const part of parts) {
          const random = randomStream(name, seed, ...part);
          seen.add([random(), random(), random()].join());
          drawn++;
        }
    expect(seen.size).toBe(drawn);
  });

  it("are repeatable", () => {
    expect(randomStream("trees.forest", 1, 203)()).toBe(randomStream("trees.forest", 1, 203)());
  });
});
