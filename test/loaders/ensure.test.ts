import {execFile} from "node:child_process";
import {existsSync} from "node:fs";
import {mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {ensureMarts, freshness} from "../../loaders/build.js";
import {fingerprintOf, sourcesHash} from "../../loaders/fingerprint.js";
import {withLock} from "../../loaders/lock.js";
import {chooseSource, projectRoot} from "../../loaders/origin.js";
import {tables} from "../../lib/source/tables.js";

const run = promisify(execFile);
let scratch: string;
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), "vitrine-ensure-"));
});
afterEach(() => rm(scratch, {recursive: true, force: true}));

const small = {VITRINE_SCALE: "0.01", VITRINE_SEED: "5"};

describe("the source of the marts", () => {
  const choose = (environment: Record<string, string>) => chooseSource({root: scratch, environment});

  const put = async (...path: string[]) => {
    await mkdir(join(scratch, ...path.slice(0, -1)), {recursive: true});
    await writeFile(join(scratch, ...path), "");
  };

  it("is the only folder below that has files, wherever they are looked for", async () => {
    await put("data", "archive", "raw", "olist_orders_dataset.csv");
    await put("data", "notes.txt");
    const directory = join(scratch, "data", "archive", "raw");
    expect(choose({})).toEqual({kind: "real", directory});
    expect(choose({OLIST_DIR: "data"})).toEqual({kind: "real", directory});
    await put("data", "copy", "olist_orders_dataset.csv");
    expect(choose({})).toEqual({kind: "real", directory: join(scratch, "data")});
    const ensured = await ensureMarts({cache: join(scratch, "cache"), environment: {}, root: scratch});
    expect(ensured).toMatchObject({ok: false, code: "missing-directory"});
    expect(ensured.ok ? "" : ensured.message).toContain("several folders below have some: archive/raw, copy");
  });

  it.each(["archive.zip", "olist_orders_dataset.csv.gz", "orders.xlsx", "raw/orders.csv"])(
    "is data/ and never the generator where it holds %s",
    async (name) => {
      await put("data", ...name.split("/"));
      expect(choose({})).toEqual({kind: "real", directory: join(scratch, "data")});
    }
  );

  it("is the generator where data/ holds nothing of its own", async () => {
    await put("data", "README.md");
    await put("data", ".DS_Store");
    await put("data", "raw", ".gitkeep");
    expect(choose({}).kind).toBe("synthetic");
  });

  it("is OLIST_DIR, else data/ with a CSV, else the generator", async () => {
    expect(choose({})).toEqual({kind: "synthetic", seed: 1, scale: 1});
    expect(choose(small)).toEqual({kind: "synthetic", seed: 5, scale: 0.01});
    await mkdir(join(scratch, "data"));
    await writeFile(join(scratch, "data", "README.md"), "");
    expect(choose({}).kind).toBe("synthetic");
    await writeFile(join(scratch, "data", "olist_orders_dataset.csv"), "");
    expect(choose({})).toEqual({kind: "real", directory: join(scratch, "data")});
    expect(choose({OLIST_DIR: "/elsewhere"})).toEqual({kind: "real", directory: "/elsewhere"});
  });
});

describe("the fingerprint", () => {
  it("changes with a file's size and time, and with the generator's seed and scale", async () => {
    const real = {kind: "real", directory: scratch} as const;
    const file = join(scratch, tables[0].file);
    const seen = [await fingerprintOf(projectRoot, real)];
    await writeFile(file, "a");
    seen.push(await fingerprintOf(projectRoot, real));
    await writeFile(file, "ab");
    seen.push(await fingerprintOf(projectRoot, real));
    await utimes(file, new Date(0), new Date(0));
    seen.push(await fingerprintOf(projectRoot, real));
    seen.push(await fingerprintOf(projectRoot, {kind: "synthetic", seed: 1, scale: 1}));
    seen.push(await fingerprintOf(projectRoot, {kind: "synthetic", seed: 2, scale: 1}));
    seen.push(await fingerprintOf(projectRoot, {kind: "synthetic", seed: 2, scale: 2}));
    expect(new Set(seen).size).toBe(seen.length);
    expect(await fingerprintOf(projectRoot, {kind: "synthetic", seed: 2, scale: 2})).toBe(seen.at(-1));
  });
});

describe("the hash of sources", () => {
  it("changes with what they import from elsewhere, at whatever remove, and with nothing else there", async () => {
    for (const folder of ["made", "lib"]) await mkdir(join(scratch, folder));
    const put = (path: string, text: string) => writeFile(join(scratch, path), text);
    await put("made/a.ts", 'import {b} from "../lib/b.js";\nexport const a = b;\n');
    await put("lib/b.ts", 'import type {D} from "./d.js";\nexport {c as b} from "./c.js";\n');
    await put("lib/c.ts", "export const c = 1;\n");
    await put("lib/d.ts", "export type D = 1;\n");
    const first = await sourcesHash(scratch, ["made"]);
    await put("lib/e.ts", "export const e = 1;\n");
    expect(await sourcesHash(scratch, ["made"])).toBe(first);
    const seen = [first];
    for (const path of ["lib/c.ts", "lib/d.ts", "lib/b.ts", "made/a.ts"]) {
      await put(path, `${await readFile(join(scratch, path), "utf8")}// changed\n`);
      seen.push(await sourcesHash(scratch, ["made"]));
    }
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe("marts kept fresh", () => {
  it("are built once and then left alone until their source changes", async () => {
    const options = {cache: scratch, environment: small, root: scratch};
    expect(await freshness(options)).toMatchObject({fresh: false});
    const first = await ensureMarts(options);
    expect(first).toMatchObject({ok: true, value: {fresh: true, directory: join(scratch, "marts")}});
    const orders = join(scratch, "marts", "orders.parquet");
    const {mtimeMs} = await stat(orders);
    await ensureMarts(options);
    expect((await stat(orders)).mtimeMs).toBe(mtimeMs);
    const other = {...options, environment: {...small, VITRINE_SEED: "6"}};
    expect(await freshness(other)).toMatchObject({fresh: false});
    await ensureMarts(other);
    expect((await stat(orders)).mtimeMs).toBeGreaterThan(mtimeMs);
  });

  it("refuse the same files at once the second time, and build when they are mended", async () => {
    const data = join(scratch, "broken");
    await mkdir(data);
    await writeFile(join(data, "olist_orders_dataset.csv"), "order_id\n1\n");
    const options = {cache: join(scratch, "cache"), environment: {OLIST_DIR: data}};
    const first = await ensureMarts(options);
    expect(first.ok).toBe(false);
    expect(await ensureMarts(options)).toEqual(first);
    const mended = await ensureMarts({...options, environment: {...small, OLIST_DIR: ""}, root: scratch});
    expect(mended.ok).toBe(true);
    expect(existsSync(join(scratch, "cache", "refusal.json"))).toBe(false);
  });
});

describe("marts that could not be written", () => {
  it("are tried again as soon as they can be", async () => {
    const options = {cache: scratch, environment: small, root: scratch};
    const obstacle = join(scratch, "marts", `.building-${process.pid}`);
    await mkdir(join(scratch, "marts"));
    await writeFile(obstacle, "");
    expect(await ensureMarts(options)).toMatchObject({ok: false, code: "unwritable"});
    await rm(obstacle);
    expect(await ensureMarts(options)).toMatchObject({ok: true});
  });
});

describe("the loader entries", () => {
  const load = (entry: string, environment: Record<string, string>, ...args: string[]) =>
    run(process.execPath, ["--import", "tsx", join("src/data", entry), ...args], {
      cwd: projectRoot,
      env: {...process.env, OLIST_DIR: "", VITRINE_CACHE: scratch, ...environment},
      encoding: "buffer",
      maxBuffer: 1e9
    });

  it("started together, build once and each copy their file to standard output", async () => {
    const [manifest, orders, daily, again] = await Promise.all([
      load("manifest.json.ts", small),
      load("[mart].parquet.ts", small, "--mart=orders"),
      load("[mart].parquet.ts", small, "--mart=daily"),
      load("manifest.json.ts", small)
    ]);
    const file = (name: string) => readFile(join(scratch, "marts", name));
    expect(orders.stdout.equals(await file("orders.parquet"))).toBe(true);
    expect(daily.stdout.equals(await file("daily.parquet"))).toBe(true);
    expect(manifest.stdout.equals(await file("manifest.json"))).toBe(true);
    expect(again.stdout.equals(manifest.stdout)).toBe(true);
    const said = [manifest, orders, daily, again].map(({stderr}) => stderr.toString()).filter(Boolean);
    expect(said).toEqual(["using generated files (scale 0.01, seed 5), not a real shop's\n"]);
    await expect(load("[mart].parquet.ts", small, "--mart=sales")).rejects.toMatchObject({code: 1});
  });

  it("put one sentence on standard error beside what is used and fail when the files are refused", async () => {
    const outcome = load("[mart].parquet.ts", {OLIST_DIR: join(scratch, "missing")}, "--mart=orders");
    const failure = (await outcome.catch((error: unknown) => error)) as {
      code: number;
      stdout: Buffer;
      stderr: Buffer;
    };
    expect(failure.code).toBe(1);
    expect(failure.stdout).toHaveLength(0);
    const [used, ...sentences] = failure.stderr.toString().trim().split("\n");
    expect(used).toBe(`using the files in ${join(scratch, "missing")}`);
    expect(sentences).toEqual([expect.stringContaining(join(scratch, "missing"))]);
  });
});

describe("a lock", () => {
  it("lets one at a time work", async () => {
    const path = join(scratch, "lock");
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((done) => setTimeout(done, 20));
      inside--;
    };
    await Promise.all([1, 2, 3].map(() => withLock(path, work)));
    expect(most).toBe(1);
    expect(existsSync(path)).toBe(false);
  });

  it("is taken over from a process that died or fell silent", async () => {
    const path = join(scratch, "lock");
    await writeFile(path, "999999999");
    expect(await withLock(path, () => Promise.resolve("dead"))).toBe("dead");
    await writeFile(path, String(process.pid));
    await utimes(path, new Date(0), new Date(0));
    expect(await withLock(path, () => Promise.resolve("silent"))).toBe("silent");
  });

  it("is given back when the work fails", async () => {
    const path = join(scratch, "lock");
    await expect(withLock(path, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    await expect(readFile(path)).rejects.toThrow();
  });
});
