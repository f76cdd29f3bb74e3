import {readFileSync, readdirSync, writeFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";

/** Has every page of a built site that reads published models name the index of the published models, by its address and a hash of what it lists. */
export function linkModels(site: string, index: string): void {
  for (const file of readdirSync(site, {recursive: true, encoding: "utf8"})) {
    if (!file.endsWith(".html")) continue;
    const path = join(site, file);
    const to = relative(dirname(file), index);
    const href = to.startsWith(".") ? to : `./${to}`;
    const html = readFileSync(path, "utf8");
    if (!/\/publishedFiles\.[0-9a-f]+\.js/.test(html)) continue;
    writeFileSync(path, html.replace("</head>", `<link rel="models" href="${href}">\n</head>`));
  }
}
