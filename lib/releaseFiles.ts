/** A file of a published release, as its service worker knows it. */
export interface ReleaseFile {
  bytes: number;
  /** Of its content, as hexadecimal digits. */
  sha256: string;
}

/**
 * The path of a file below a site's folder; undefined for an address that is not below it. What an address asks for by a
 * query does not count, and a folder stands for its index.html.
 * @example pathBelow("https://a.org/shop/models/late.json?1a2b", "https://a.org/shop/") => "models/late.json"
 */
export function pathBelow(address: string, folder: string): string | undefined {
  const [url, base] = [new URL(address), new URL(folder)];
  if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return;
  const path = url.pathname.slice(base.pathname.length);
  const whole = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  try {
    return decodeURIComponent(whole);
  } catch {
    return;
  }
}

/**
 * Whether a file's name says what it holds (a hash in it, or a package with its version), so that it never holds
 * anything else.
 * @example isPinned("_file/data/orders.a62ae447.parquet") => true
 */
export const isPinned = (path: string): boolean =>
  /^_(?:npm|node)\/(?:@[^/]+\/)?[^/]+@/.test(path) || /[./][0-9a-f]{8}\.[a-z.]+$/.test(path);

/**
 * Whether an address asks for a content by its hash (`?1a2b3c4d5e6f`) that is not this file's: the page that asks is of
 * another release.
 * @example asksForOther("https://a.org/late.json?000000000000", "1a2b...") => true
 */
export function asksForOther(address: string, sha256: string): boolean {
  const query = new URL(address).search.slice(1);
  return /^[0-9a-f]{12}$/.test(query) && !sha256.startsWith(query);
}
