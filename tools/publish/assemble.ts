import {cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import {releasesPage} from "./releasesPage.js";
import type {Listed, Release} from "./release.js";
import {readRelease} from "./release.js";

interface Kept {
  folder: string;
  release: Release;
}

const bytesOf = ({files}: Release): number => Object.values(files).reduce((sum, {bytes}) => sum + bytes, 0);

/**
 * Puts together what a host publishes: a release at the root, it and earlier ones each under a path of its own
 * (`releases/ID/`), and an index of them. Publishing an earlier release again is the same with that one as `current`.
 * @param kept folders of releases; those that are none, or not whole, are an error
 * @param keep so many releases at most, the newest, and always the current one
 * @param room bytes that the host has: the oldest go first
 */
export function assemble({
  current,
  kept,
  out,
  keep = 8,
  room = 900e6
}: {
  current: string;
  kept: readonly string[];
  out: string;
  keep?: number;
  room?: number;
}): Result<Listed[]> {
  const all = new Map<string, Kept>();
  for (const folder of [current, ...kept]) {
    const release = readRelease(folder);
    if (!release.ok) return release;
    const damaged = Object.keys(release.value.files).find((path) => !existsSync(join(folder, path)));
    if (damaged)
      return fail(
        "not-whole",
        `${folder} lacks ${damaged}, which its release.json lists: take it from its archive again.`
      );
    if (!all.has(release.value.id)) all.set(release.value.id, {folder, release: release.value});
  }
  const [first, ...others] = all.values();
  let left = room - 2 * bytesOf(first.release);
  if (left < 0)
    return fail(
      "too-large",
      `${current} has ${Math.ceil(bytesOf(first.release) / 1e6)} MB, and is published twice: that is more than the host takes.`
    );
  const newest = others.sort((a, b) => b.release.made.localeCompare(a.release.made)).slice(0, keep - 1);
  const fitting = newest.filter(({release}) => (left -= bytesOf(release)) >= 0);
  const published = [first, ...fitting].sort((a, b) => b.release.made.localeCompare(a.release.made));
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, "releases")))
    return fail("not-ours", `${out} holds other files: name an empty folder.`);
  rmSync(out, {recursive: true, force: true});
  mkdirSync(out, {recursive: true});
  cpSync(first.folder, out, {recursive: true});
  const listed = published.map(({folder, release}): Listed => {
    const {id, version, made, source} = release;
    cpSync(folder, join(out, "releases", release.id), {recursive: true});
    return {
      id,
      version,
      made,
      source,
      bytes: bytesOf(release),
      path: `${id}/`,
      current: release === first.release
    };
  });
  writeFileSync(join(out, "releases/index.json"), JSON.stringify(listed, null, 1));
  writeFileSync(join(out, "releases/index.html"), releasesPage(listed));
  return ok(listed);
}
