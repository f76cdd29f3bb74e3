import {existsSync} from "node:fs";
import {mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parquetReadObjects} from "hyparquet";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {decompress} from "fzstd";
import {marts} from "../../lib/marts/index.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import {buildMarts} from "../../loaders/build.js";
import {parseCutoff} from "../../lib/source/cutoff.js";
import {olistDir} from "../support/paths.js";
import {openMarts, realMarts} from "../support/marts.js";

const source = {kind: "synthetic", scale: 0.01, seed: 11} as const;

let scratch: string;
let cache: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "vitrine-build-"));
  cache = join(scratch, "cache");
});
afterAll(() => rm(scratch, {recursive: true, force: true}));

const build = (name: string, options: {only?: string[]; cutoff?: string} = {}) =>
  buildMarts({source, cache, out: join(scratch, name), ...options});
const bytes = (name: string, file: string) => readFile(join(scratch, name, file));
const manifestIn = async (name: string) =>
  JSON.parse((await bytes(name, "manifest.json")).toString()) as Manifest;

describe("a build", () => {
  it("writes every mart and a manifest that tells what they are made of", async () => {
    const lines: string[] = [];
    const built = await buildMarts({
      source,
      cache,
      out: join(scratch, "a"),
      onProgress: (line) => lines.push(line)
    });
    if (!built.ok) throw new Error(built.message);
    const files = await readdir(join(scratch, "a"));
    expect(files.sort()).toEqual(["manifest.json", ...marts.map(({name}) => `${name}.parquet`)].sort());
    expect(await manifestIn("a")).toEqual(built.value);
    expect(built.value).toMatchObject({source: "synthetic", seed: 11, scale: 0.01});
    expect(built.value.inputs).toHaveLength(9);
    for (const {sha256, rows, used} of built.value.inputs) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(used).toBeLessThanOrEqual(rows);
    }
    for (const {name} of marts) {
      expect(built.value.marts[name].bytes).toBe((await stat(join(scratch, "a", `${name}.parquet`))).size);
      expect(lines.some((line) => line.startsWith(`${name} `) && / rows .* MB .* s$/.test(line))).toBe(true);
    }
  });

  it("gives the same bytes again", async () => {
    expect((await build("b")).ok).toBe(true);
    for (const {name} of marts)
      expect((await bytes("b", `${name}.parquet`)).equals(await bytes("a", `${name}.parquet`)), name).toBe(
        true
      );
    const [a, b] = [await manifestIn("a"), await manifestIn("b")];
    expect({...b, built_at: ""}).toEqual({...a, built_at: ""});
  });

  it("can be of some marts only, beside what is there of the same files", async () => {
    expect((await build("only", {only: ["segments", "daily"]})).ok).toBe(true);
    expect((await readdir(join(scratch, "only"))).sort()).toEqual([
      "daily.parquet",
      "manifest.json",
      "segments.parquet"
    ]);
    expect((await build("only", {only: ["items"]})).ok).toBe(true);
    expect(Object.keys((await manifestIn("only")).marts).sort()).toEqual(["daily", "items", "segments"]);
    expect((await bytes("only", "daily.parquet")).equals(await bytes("a", "daily.parquet"))).toBe(true);
  });

  it("looks at nothing bought on the cutoff or after it", async () => {
    const built = await build("cut", {only: ["segments", "segment_sizes"], cutoff: "2018-01-01T00:00:00"});
    expect(built).toMatchObject({ok: true, value: {cutoff: "2018-01-01T00:00:00"}});
    const open = await openMarts(join(scratch, "cut"));
    const [found] = await open.rows<{people: number; last: number}>(
      `select count(*) as people, (select count(*) from segment_sizes where cutoff > date '2018-01-01') as last from segments`
    );
    open.close();
    expect(found.people).toBeGreaterThan(50);
    expect(found.last).toBe(0);
    expect(await build("early", {cutoff: "2015-01-01T00:00:00"})).toMatchObject({
      ok: false,
      code: "early-cutoff"
    });
  });

  it("names the marts there are when asked for another", async () => {
    const refused = await build("none", {only: ["orders", "sales"]});
    expect(refused).toMatchObject({ok: false, code: "unknown-mart"});
    expect(refused.ok ? "" : refused.message).toMatch(
      /^There is no mart "sales"; there are orders, items, .*lateness\.$/
    );
    expect(existsSync(join(scratch, "none"))).toBe(false);
  });

  it("leaves what is there as it is when the files are refused", async () => {
    const before = await bytes("a", "orders.parquet");
    const broken = join(scratch, "broken");
    await mkdir(broken);
    await writeFile(join(broken, "olist_orders_dataset.csv"), "order_id\n1\n");
    const refused = await buildMarts({source: {kind: "real", directory: broken}, out: join(scratch, "a")});
    expect(refused.ok).toBe(false);
    expect((await bytes("a", "orders.parquet")).equals(before)).toBe(true);
    expect((await readdir(join(scratch, "a"))).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("says so when it cannot write", async () => {
    await writeFile(join(scratch, "file"), "");
    const refused = await buildMarts({source, cache, out: join(scratch, "file")});
    expect(refused).toMatchObject({ok: false, code: "unwritable"});
  });

  it("refuses scales that there are not", async () => {
    const refused = await buildMarts({source: {...source, scale: 1e6}, cache, out: join(scratch, "huge")});
    expect(refused).toMatchObject({ok: false, code: "bad-scale"});
  });

  it("writes small marts that plain JavaScript reads, days as dates", async () => {
    const file = await bytes("a", "daily.parquet");
    const rows = await parquetReadObjects({
      file: file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength),
      compressors: {ZSTD: (input) => decompress(input)}
    });
    const open = await openMarts(join(scratch, "a"));
    expect(rows).toEqual(await open.rows("from daily"));
    open.close();
    expect(rows[0].day).toBeInstanceOf(Date);
  });
});

describe("a cutoff", () => {
  it("is a day or a moment", () => {
    expect(parseCutoff("2018-08-30")).toEqual({ok: true, value: "2018-08-30T00:00:00"});
    expect(parseCutoff("2018-08-30 12:30:00")).toEqual({ok: true, value: "2018-08-30T12:30:00"});
  });

  it.each(["30/08/2018", "2018-02-30", "2018-13-01", "yesterday", "", "2018-08-30T25:00:00"])(
    "is not %j",
    (text) => {
      expect(parseCutoff(text)).toMatchObject({ok: false, code: "bad-date"});
    }
  );
});

describe.skipIf(!existsSync(olistDir ?? ""))("the marts of the real files", () => {
  it("take at most 20 MB, and what the first page opens with at most 150 kB", async () => {
    const directory = await realMarts();
    const manifest = JSON.parse(await readFile(join(directory, "manifest.json"), "utf8")) as Manifest;
    const size = (names: readonly string[]) =>
      names.reduce((sum, name) => sum + manifest.marts[name].bytes, 0);
    expect(size(marts.map(({name}) => name))).toBeLessThan(20_000_000);
    const later = ["monthly_price_bands", "purchases", "baskets", "journeys"];
    const small = size(
      marts.filter((mart) => mart.small && !later.includes(mart.name)).map(({name}) => name)
    );
    expect(small + (await stat(join(directory, "manifest.json"))).size).toBeLessThan(150_000);
  });
});
