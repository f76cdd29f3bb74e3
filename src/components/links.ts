import {pagePath} from "../lib/pages.js";
import {sharedNames} from "../lib/state/shared.js";
import {versionName} from "../lib/state/stateVersion.js";

/** The site's own folder, wherever it is served from. */
const root = new URL("../../", import.meta.url).pathname;

/** The open page's name, as `lib/pages.ts` has it. */
export const openPage = (): string =>
  location.pathname
    .split("/")
    .pop()
    ?.replace(/\.html$/, "") || "index";

/** The way from the open page up to the site's folder. */
function upwards(): string {
  const {pathname} = location;
  const depth = pathname.startsWith(root) ? pathname.slice(root.length).split("/").length - 1 : 0;
  return depth ? "../".repeat(depth) : "./";
}

/**
 * The address of another page of the site, as every static host serves it.
 * @param query what its address carries, as "?state=SP" or ""
 * @example pageHref("explain", "?run=true") => "./models/explain.html?run=true"
 */
export const pageHref = (page: string, query = ""): string => `${upwards()}${pagePath(page)}.html${query}`;

/**
 * Has the links to other pages of the site carry the shared filters.
 * @param query the shared filters, as "?state=SP" or ""
 */
export function carryAlong(query: string): void {
  const carried = new URLSearchParams(query);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]:not([download])")) {
    const target = new URL(link.href, document.baseURI);
    if (target.origin !== location.origin || !/(?:\/|\.html|\/[^./]+)$/.test(target.pathname)) continue;
    if (link.getAttribute("href")?.startsWith("#")) continue;
    for (const name of [...sharedNames, versionName]) target.searchParams.delete(name);
    for (const [name, value] of carried) target.searchParams.set(name, value);
    link.href = target.href;
  }
}
