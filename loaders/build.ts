import {existsSync} from "node:fs";
import {mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import type {Result} from "../lib/result.js";
import {fail, ok} from "../lib/result.js";
import {buildMarts} from "./buildMarts.js";
import {fingerprintOf} from "./fingerprint.js";
import {withLock} from "./lock.js";
import {manifestFile} from "./manifest.js";
import type {Source} from "./origin.js";
import {cacheDirectory, chooseSource, projectRoot} from "./origin.js";
import {builtFingerprint, takeBuilt} from "./takeBuilt.js";

export type {BuildOptions} from "./buildMarts.js";
export {buildMarts} from "./buildMarts.js";

export interface MartsOptions {
  /** The directory that data/ is looked for in; the project's root without it. */
  root?: string;
  /** Where marts, generated files and the lock are kept; without it VITRINE_CACHE, else .vitrine in the root. */
  cache?: string;
  environment?: Readonly<Record<string, string | undefined>>;
  /** Gets the lines that tell which data a build uses. */
  onUsed?: (line: string) => void;
  /** Gets a line per step of a build. */
  onProgress?: (line: string) => void;
}

export interface Freshness {
  fresh: boolean;
  /** Changes with the files, the code and the parameters that the marts are made of. */
  fingerprint: string;
  source: Source;
  /** Where the marts are, or will be. */
  directory: string;
}

interface Refusal {
  fingerprint: string;
  code: string;
  message: string;
}

function settled({root = projectRoot, environment = process.env, cache}: MartsOptions) {
  const kept = cache ?? cacheDirectory({root, environment});
  const directory = join(kept, "marts");
  return {
    root,
    environment,
    cache: kept,
    directory,
    stamp: join(directory, ".fingerprint"),
    refusal: join(kept, "refusal.json"),
    lock: join(kept, "marts.lock"),
    /** A folder of marts that were built elsewhere. */
    built: environment.VITRINE_MARTS ? resolve(root, environment.VITRINE_MARTS) : undefined
  };
}

/** Failures that end with a change that the fingerprint does not tell, such as a file that can be read again. */
const passing = ["unwritable", "unreadable-file", "missing-directory", "missing-file"];

const textOf = (path: string) => readFile(path, "utf8").catch(() => "");

/** Whether the built marts are those of the files, the code and the parameters as they are now. */
export async function freshness(options: MartsOptions = {}): Promise<Freshness> {
  const {root, environment, directory, stamp, built} = settled(options);
  const source: Source = built ? {kind: "real", directory: built} : chooseSource({root, environment});
  const fingerprint = built ? await builtFingerprint(built) : await fingerprintOf(projectRoot, source);
  const fresh =
    fingerprint !== "" && (await textOf(stamp)) === fingerprint && existsSync(join(directory, manifestFile));
  return {fresh, fingerprint, source, directory};
}

/**
 * Builds the marts unless they are fresh: takes those in VITRINE_MARTS, else builds from OLIST_DIR, else data/, else the
 * generator. Of several processes that
 * ask at once, one builds and the others wait; files that were refused are refused at once until they change.
 * @example await ensureMarts() => {ok: true, value: {fresh: true, directory: "/project/.vitrine/marts", ...}}
 */
export async function ensureMarts(options: MartsOptions = {}): Promise<Result<Freshness>> {
  const {cache, directory, stamp, refusal, lock, built: elsewhere} = settled(options);
  const before = await freshness(options);
  if (before.fresh) return ok(before);
  await mkdir(cache, {recursive: true});
  return withLock(lock, async () => {
    const state = await freshness(options);
    if (state.fresh) return ok(state);
    const {fingerprint, source} = state;
    const refused = JSON.parse((await textOf(refusal)) || "null") as Refusal | null;
    if (refused?.fingerprint === fingerprint) return fail(refused.code, refused.message);
    await rm(stamp, {force: true});
    if (elsewhere) {
      const taken = await takeBuilt(elsewhere, directory);
      if (!taken.ok) return taken;
      options.onUsed?.(`using the marts in ${elsewhere}`);
      await writeFile(stamp, fingerprint);
      return ok({...state, fresh: true});
    }
    const built = await buildMarts({
      source,
      out: directory,
      cache,
      onUsed: options.onUsed,
      onProgress: options.onProgress
    });
    if (!built.ok) {
      if (!passing.includes(built.code))
        await writeFile(refusal, JSON.stringify({fingerprint, code: built.code, message: built.message}));
      return built;
    }
    await writeFile(stamp, fingerprint);
    await rm(refusal, {force: true});
    return ok({...state, fresh: true});
  });
}
