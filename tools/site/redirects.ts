import {existsSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {wings} from "../../lib/pages.js";

/** A page that leads to another one and takes along what the address asks for. */
const redirect = (to: string): string => `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Moved</title>
<link rel="canonical" href="./${to}">
<script>location.replace("./${to}" + location.search + location.hash);</script>
<noscript><meta http-equiv="refresh" content="0; url=./${to}"></noscript>
<p>This page has moved to <a href="./${to}">${to}</a>.</p>
</html>
`;

/** Has the addresses that pages had before they stood in folders lead to where they are now. */
export function writeRedirects(site: string): void {
  for (const {folder, pages} of wings)
    for (const {page} of pages) {
      const to = `${folder}/${page}.html`;
      const old = join(site, `${page}.html`);
      if (existsSync(join(site, to)) && !existsSync(old)) writeFileSync(old, redirect(to));
    }
}
