import {appendFileSync, existsSync, rmSync} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {buildMarts, ensureMarts, freshness} from "../../loaders/build.js";
import {marts} from "../../lib/marts/index.js";
import {readManifest} from "../../loaders/manifest.js";

let scratch: string;
beforeAll(async () => (scratch = await mkdtemp(join(tmpdir(), "vitrine-built-"))));
afterAll(() => rm(scratch, {recursive: true, force: true}));

it("publishes marts that were built elsewhere, and none that are half-written", async () => {
  const elsewhere = join(scratch, "lake");
  const options = {cache: join(scratch, "cache"), environment: {VITRINE_MARTS: elsewhere}};
  expect(await ensureMarts(options)).toMatchObject({ok: false, code: "no-manifest"});
  const built = await buildMarts({
    source: {kind: "synthetic", scale: 0.01, seed: 3},
    out: elsewhere,
    cache: join(scratch, "cache")
  });
  if (!built.ok) throw new Error(built.message);
  expect(await ensureMarts(options)).toMatchObject({ok: true});
  expect(await freshness(options)).toMatchObject({fresh: true});
  const published = join(scratch, "cache", "marts");
  expect(await readManifest(published)).toEqual(built.value);
  for (const {name} of marts) expect(existsSync(join(published, `${name}.parquet`)), name).toBe(true);

  appendFileSync(join(elsewhere, "orders.parquet"), "half");
  rmSync(published, {recursive: true});
  const refused = await ensureMarts(options);
  expect(refused).toMatchObject({ok: false, code: "half-written"});
  expect(refused.ok ? "" : refused.message).toContain("the mart orders");
});
