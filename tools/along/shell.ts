import {readFileSync} from "node:fs";
import {dirname, join, posix} from "node:path";
import type {ManifestEntry} from "workbox-build";
import {getManifest} from "workbox-build";
import type {Release} from "../publish/release.js";

/** Names that change with what they hold. */
const hashed = /[./][0-9a-f]{8}\.[a-z.]+$/;

/** Modules that a page names at its head: all that it needs to come alive, without what it loads when it is used. */
function linkedFrom(page: string, html: string): string[] {
  const links = html.matchAll(/<link rel="(?:later|modulepreload)"[^>]*? href="([^"]+)"/g);
  return [...links].map(([, href]) => posix.join(dirname(page), href));
}

/**
 * What the service worker fetches when it comes: every page, style sheet and icon, and the modules that pages name; each
 * with its hash, so that none of another release is taken for it.
 */
export async function shellOf(site: string, files: Release["files"]): Promise<ManifestEntry[]> {
  const linked = new Set(
    Object.keys(files)
      .filter((path) => path.endsWith(".html"))
      .flatMap((page) => linkedFrom(page, readFileSync(join(site, page), "utf8")))
  );
  const {manifestEntries, warnings} = await getManifest({
    globDirectory: site,
    globPatterns: ["**/*.{html,css,js}", "_offline/*", "manifest.webmanifest"],
    globIgnores: ["sw.js"],
    dontCacheBustURLsMatching: hashed,
    maximumFileSizeToCacheInBytes: 5e6,
    manifestTransforms: [
      (entries) => ({
        manifest: entries.filter(
          ({url}) => !url.endsWith(".js") || url.startsWith("_offline/") || linked.has(url)
        )
      })
    ]
  });
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
  return manifestEntries.map((entry) => ({
    ...entry,
    integrity: `sha256-${Buffer.from(files[entry.url].sha256, "hex").toString("base64")}`
  }));
}
