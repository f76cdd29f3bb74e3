import {formatDay, formatDecimal} from "../../lib/format.js";
import {site} from "../../vitrine.config.js";
import type {Listed} from "./release.js";
import {policyOf} from "../site/policy.js";

const escapes: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character]);

const row = ({id, version, made, source, bytes, path, current}: Listed) => `<tr>
<td><a href="./${escape(path)}index.html"><code>${escape(id)}</code></a>${current ? " (published at the root)" : ""}</td>
<td>${formatDay(new Date(made))}, ${escape(made.slice(11, 16))} UTC</td>
<td>${escape(version)}</td>
<td>${source === "real" ? "real" : "synthetic"}</td>
<td>${formatDecimal(Math.round(bytes / 1e5) / 10)} MB</td>
</tr>`;

/** The index of releases as a page that needs nothing else. */
export const releasesPage = (releases: readonly Listed[]): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policyOf()}">
<meta name="robots" content="noindex">
<title>Releases | ${escape(site.name)}</title>
<style>
:root {color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif}
main {max-width: 56rem; margin: 2rem auto; padding: 0 1rem}
div {overflow-x: auto}
table {border-collapse: collapse; width: 100%}
th, td {text-align: left; padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid #8886; white-space: nowrap}
</style>
</head>
<body>
<main>
<h1>Releases</h1>
<p>Each release of this site stays as it was published, under an address of its own, newest first. <a href="../index.html">The one that is published now</a> stands at the root.</p>
<div role="region" aria-label="Releases, scrollable" tabindex="0"><table>
<thead><tr><th scope="col">Release</th><th scope="col">Built</th><th scope="col">Software</th><th scope="col">Data</th><th scope="col">Size</th></tr></thead>
<tbody>
${releases.map(row).join("\n")}
</tbody>
</table></div>
</main>
</body>
</html>
`;
