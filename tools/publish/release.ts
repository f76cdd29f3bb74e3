import {createHash} from "node:crypto";
import {existsSync, readFileSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import {version} from "../../lib/version.js";

/** What a built site says of itself, in `release.json` at its root. */
export interface Release {
  /** The first twelve digits of a hash over all files: the same files, the same id. */
  id: string;
  /** Of the software. */
  version: string;
  /** When it was built, as an ISO time. */
  made: string;
  /** Whether its numbers come from real or from generated files. */
  source: string;
  files: Record<string, {bytes: number; sha256: string}>;
}

/** A release as the index of releases lists it. */
export type Listed = Omit<Release, "files"> & {bytes: number; path: string; current: boolean};

export const releaseFile = "release.json";

/** Files that name the release themselves, and so do not count in its id. */
const named = [releaseFile, "sw.js"];

/** Every file of a folder with its size and hash, by its path with slashes. */
export function filesOf(site: string): Release["files"] {
  const paths = readdirSync(site, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(site, "/").length).replaceAll("\\", "/"))
    .filter((path) => path !== releaseFile)
    .sort();
  return Object.fromEntries(
    paths.map((path) => {
      const bytes = readFileSync(join(site, path));
      return [path, {bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex")}];
    })
  );
}

/** The id of a release with these files. */
export function releaseId(files: Release["files"]): string {
  const hash = createHash("sha256");
  for (const [path, {sha256}] of Object.entries(files))
    if (!named.includes(path)) hash.update(`${path} ${sha256}\n`);
  return hash.digest("hex").slice(0, 12);
}

/** Writes what a built site says of itself, and gives it. */
export function writeRelease(
  site: string,
  {source, made = new Date()}: {source: string; made?: Date}
): Release {
  const files = filesOf(site);
  const release = {id: releaseId(files), version, made: made.toISOString(), source, files};
  writeFileSync(join(site, releaseFile), JSON.stringify(release));
  return release;
}

/** What the site in a folder says of itself. */
export function readRelease(site: string): Result<Release> {
  const path = join(site, releaseFile);
  if (!existsSync(path))
    return fail(
      "no-release",
      `${path} is missing: make the site with npm run build, and take the whole folder.`
    );
  return parseRelease(readFileSync(path, "utf8"), path);
}

/** Reads the text of a `release.json`; `from` names it in the sentence on what is wrong with it. */
export function parseRelease(text: string, from: string): Result<Release> {
  const refused = fail<Release>(
    "bad-release",
    `${from} does not say what a release of this site says: build it anew.`
  );
  try {
    const found = JSON.parse(text) as Partial<Release> | null;
    const whole =
      /^[0-9a-f]{12}$/.test(found?.id ?? "") &&
      Number.isFinite(Date.parse(found?.made ?? "")) &&
      Object.values(found?.files ?? {}).every(({sha256}) => /^[0-9a-f]{64}$/.test(sha256)) &&
      Object.keys(found?.files ?? {}).length > 0;
    return whole ? ok(found as Release) : refused;
  } catch {
    return refused;
  }
}
