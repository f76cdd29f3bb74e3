import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {FileAttachment} from "observablehq:stdlib";
import {afterAll, beforeAll, beforeEach, describe, expect, it, vi} from "vitest";
import {marts} from "../../lib/marts/index.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import {manifest, readMart} from "../../src/components/marts.js";
import {publishedSource, useSource} from "../../src/components/martsSource.js";
import type {TableSource} from "../../src/components/tableSource.js";

vi.mock("observablehq:stdlib", () => ({FileAttachment: vi.fn()}));

const folder = mkdtempSync(join(tmpdir(), "vitrine-marts-"));
const file = join(folder, "small.parquet");
let asked: string[] = [];
let broken = false;
const source: TableSource = {
  names: ["small"],
  bytes: (name) => {
    asked.push(name);
    return broken
      ? Promise.reject(new Error("offline"))
      : Promise.resolve(new Uint8Array(readFileSync(file)));
  },
  manifest: () => {
    asked.push("manifest");
    return broken ? Promise.reject(new Error("offline")) : Promise.resolve({source: "synthetic"} as Manifest);
  }
};

beforeAll(async () => {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run(`copy (
      select i::integer as i, i::bigint as b, i / 2 as d, 'são ' || (i % 3) as t, i % 2 = 0 as f, nullif(i, 1)::bigint as n,
        timestamp '2018-01-01' + interval (i) hours as at, date '2018-01-01' + i::integer as day
      from range(5000) t(i)
    ) to '${file}' (format parquet, compression zstd, parquet_version v2)`);
  connection.closeSync();
});
beforeEach(() => {
  asked = [];
  broken = false;
  useSource(source);
});
afterAll(() => {
  useSource(publishedSource);
  rmSync(folder, {recursive: true});
});

describe("the published files", () => {
  const page = new TextEncoder().encode("<!doctype html><title>Not here</title>");
  it.each([
    [
      "a page",
      page,
      /could not be loaded \(the host sent something else in its place\): check the connection/
    ],
    ["a file that was cut", readFileSync, /could not be loaded \(the file came cut short\)/],
    ["hardly anything", new TextEncoder().encode("PAR1"), /could not be loaded \(the file came cut short\)/]
  ])("say so where a host answers with %s", async (_, body, sentence) => {
    const bytes = typeof body === "function" ? new Uint8Array(body(file)).slice(0, 2000) : body;
    vi.mocked(FileAttachment).mockReturnValue({
      stream: () => Promise.resolve(new Blob([bytes.slice()]).stream())
    } as never);
    await expect(publishedSource.bytes("sellers")).rejects.toThrow(sentence);
  });

  it("say so where a page stands for the list of tables", async () => {
    vi.mocked(FileAttachment).mockReturnValue({
      stream: () => Promise.resolve(new Blob([page]).stream())
    } as never);
    await expect(publishedSource.manifest()).rejects.toThrow(
      "The list of tables could not be loaded (the host sent something else in its place)"
    );
  });

  it("are given whole where they are", async () => {
    const bytes = new Uint8Array(readFileSync(file));
    vi.mocked(FileAttachment).mockReturnValue({
      stream: () => Promise.resolve(new Blob([bytes.slice()]).stream())
    } as never);
    expect(await publishedSource.bytes("sellers")).toEqual(bytes);
  });
});

describe("readMart", () => {
  it("reads what the build writes: numbers, texts, truth, times as Dates", async () => {
    const rows = await readMart("small");
    expect(rows).toHaveLength(5000);
    expect(rows.columns).toEqual(["i", "b", "d", "t", "f", "n", "at", "day"]);
    const at = new Date("2018-01-01T01:00:00Z");
    expect(rows[1]).toEqual({
      i: 1,
      b: 1,
      d: 0.5,
      t: "são 1",
      f: false,
      n: null,
      at,
      day: new Date("2018-01-02")
    });
    expect(rows[4999]).toMatchObject({i: 4999, b: 4999, t: "são 1", at: new Date("2018-07-28T07:00:00Z")});
  });

  it("reads once, however many ask", async () => {
    await Promise.all([readMart("small"), readMart("small")]);
    expect(await readMart("small")).toBe(await readMart("small"));
    expect(asked).toEqual(["small"]);
  });

  it("can be tried again after a failure", async () => {
    broken = true;
    await expect(readMart("small")).rejects.toThrow("offline");
    await expect(manifest()).rejects.toThrow("offline");
    broken = false;
    expect(await readMart("small")).toHaveLength(5000);
    expect((await manifest()).source).toBe("synthetic");
  });

  it("reads anew from another source", async () => {
    const before = await readMart("small");
    useSource({...source});
    expect(await readMart("small")).not.toBe(before);
  });
});

describe("the published source", () => {
  it("has the marts of the registry, in its order", () => {
    expect(publishedSource.names).toEqual(marts.map(({name}) => name));
  });

  it("names the tables there are when asked for another", async () => {
    await expect(publishedSource.bytes("toString")).rejects.toThrow(
      "There is no table “toString”. There are: orders,"
    );
  });
});
