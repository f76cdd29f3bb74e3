/** The site's service worker: the shell of all pages from the release that it was built with, the rest once it is used. */
import type {PrecacheEntry} from "workbox-precaching";
import {cleanupOutdatedCaches, PrecacheController, PrecacheRoute} from "workbox-precaching";
import {registerRoute} from "workbox-routing";
import type {ReleaseFile} from "../lib/releaseFiles.js";
import {asksForOther, isPinned, pathBelow} from "../lib/releaseFiles.js";
import type {OfflineAsked, OfflineStatus} from "../lib/offlineMessages.js";

declare const self: ServiceWorkerGlobalScope;
/** Written in by the build: the shell's list by workbox-build, the other files of the release, and its id. */
declare const SHELL: PrecacheEntry[];
declare const OTHERS: Record<string, ReleaseFile>;
declare const RELEASE: string;

/** Files that are fetched side by side. */
const atOnce = 6;

const scope = self.registration.scope;
const others = new Map(Object.entries(OTHERS));
const shell = new PrecacheController();
shell.addToCacheList(SHELL);

/** Files that were used, each under its address with its hash: a file of another release is another one. */
const keptName = `vitrine-kept-${scope}`;
const keyOf = (path: string, {sha256}: ReleaseFile) => `${new URL(path, scope).href}?sha256=${sha256}`;

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const one = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({length: atOnce}, one));
}

/** Every file of the shell by its hash, or none: where one is not the file that was built, this release is not taken. */
async function install(event: ExtendableEvent): Promise<void> {
  await inTurns([...shell.getURLsToCacheKeys()], async ([address, cacheKey]) => {
    const integrity = shell.getIntegrityForCacheKey(cacheKey);
    const request = new Request(address, {
      ...(integrity ? {integrity} : {}),
      cache: isPinned(pathBelow(address, scope) ?? "") ? "default" : "no-cache",
      credentials: "same-origin"
    });
    await Promise.all(shell.strategy.handleAll({event, request, params: {cacheKey}}));
  });
}

self.addEventListener("install", (event) => event.waitUntil(install(event)));
self.addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      await shell.activate(event);
      const kept = await caches.open(keptName);
      const known = new Set([...others].map(([path, file]) => keyOf(path, file)));
      for (const {url} of await kept.keys()) if (!known.has(url)) await kept.delete(url);
      await self.clients.claim();
    })()
  )
);
cleanupOutdatedCaches();

/** Whatever an address asks for by a query, the page is the same file. */
registerRoute(new PrecacheRoute(shell, {ignoreURLParametersMatching: [/.*/], directoryIndex: "index.html"}));

const digestOf = async (bytes: ArrayBuffer): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

const ofAnother = (path: string) =>
  new Response(`${path} is of another release of this site: reload the page.`, {
    status: 409,
    statusText: "Another release",
    headers: {"content-type": "text/plain; charset=utf-8"}
  });

async function tellAll(): Promise<void> {
  for (const client of await self.clients.matchAll({type: "window"})) client.postMessage({kind: "changed"});
}

/** A file of the release as it is kept, else from the host, and kept if it is the one that was built. */
async function used(
  path: string,
  file: ReleaseFile,
  request: Request,
  wait: (work: Promise<unknown>) => void
) {
  const kept = await caches.open(keptName);
  const key = keyOf(path, file);
  const found = await kept.match(key);
  if (found) return found;
  const response = await fetch(request);
  if (!response.ok) return response;
  const keep = async (whole: Response) => {
    const copy = whole.clone();
    if ((await digestOf(await whole.arrayBuffer())) !== file.sha256) return false;
    await kept.put(key, copy).catch(() => undefined); // A full disk keeps nothing, and the page has its file.
    return true;
  };
  // A name that says what it holds is passed on as it comes; any other one only once it is known to be of this release.
  if (isPinned(path)) wait(keep(response.clone()).then((done) => (done ? tellAll() : undefined)));
  else if (!(await keep(response.clone()))) {
    wait(self.registration.update().catch(() => undefined));
    return ofAnother(path);
  } else wait(tellAll());
  return response;
}

registerRoute(
  ({request, url}) => request.method === "GET" && others.has(pathBelow(url.href, scope) ?? ""),
  async ({request, url, event}) => {
    const path = pathBelow(url.href, scope) ?? "";
    const file = others.get(path);
    if (!file) return fetch(request);
    if (asksForOther(url.href, file.sha256)) return ofAnother(path);
    return used(path, file, request, (work) => event.waitUntil(work));
  }
);

async function status(): Promise<OfflineStatus> {
  const keys = new Set((await (await caches.open(keptName)).keys()).map(({url}) => url));
  const kept = [...others].filter(([path, file]) => keys.has(keyOf(path, file)));
  const bytes = (files: readonly (readonly [string, ReleaseFile])[]) =>
    files.reduce((sum, [, file]) => sum + file.bytes, 0);
  return {
    release: RELEASE,
    kept: kept.length,
    keptBytes: bytes(kept),
    of: others.size,
    ofBytes: bytes([...others])
  };
}

/** Keeps files of the release that a page has used before this worker came, or all of them. */
async function keep(addresses: readonly string[] | "all"): Promise<void> {
  const paths =
    addresses === "all" ? [...others.keys()] : addresses.map((address) => pathBelow(address, scope) ?? "");
  await inTurns([...new Set(paths)], async (path) => {
    const file = others.get(path);
    if (!file) return;
    const works: Promise<unknown>[] = [];
    const request = new Request(new URL(path, scope), {credentials: "same-origin"});
    await used(path, file, request, (work) => works.push(work)).catch(() => undefined);
    await Promise.all(works);
  });
}

self.addEventListener("message", (event) => {
  const asked = event.data as OfflineAsked;
  if (asked.kind === "take over") event.waitUntil(self.skipWaiting());
  else
    event.waitUntil(
      (asked.kind === "keep" ? keep(asked.addresses) : Promise.resolve()).then(async () =>
        event.ports[0]?.postMessage(await status())
      )
    );
});
