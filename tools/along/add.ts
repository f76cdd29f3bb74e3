import {createHash} from "node:crypto";
import {copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {formatCount, formatDecimal} from "../../lib/format.js";
import {site as shop} from "../../vitrine.config.js";
import type {Release} from "../publish/release.js";
import {filesOf, releaseId, writeRelease} from "../publish/release.js";
import {bundled} from "./bundle.js";
import {shellOf} from "./shell.js";

const folder = "_offline";
const icons = new URL("icons/", import.meta.url).pathname;

const webManifest = {
  id: "./",
  name: shop.name,
  short_name: shop.name,
  description: "A customer-analytics workbench that runs in the browser",
  start_url: "./index.html",
  scope: "./",
  display: "standalone",
  background_color: "#ffffff",
  theme_color: "#276749",
  icons: [192, 512].map((size) => ({
    src: `${folder}/icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose: "any"
  }))
};

/** In the head of a page: how to install the site, and what comes once the page has loaded. */
const headOf = (root: string, script: string) => `<!--along-->
<link rel="manifest" href="${root}manifest.webmanifest">
<link rel="apple-touch-icon" href="${root}${folder}/icon-192.png">
<script>if (location.protocol !== "file:") addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(() => import("${root}${script}")));</script>
<!--/along-->
`;

function intoPages(site: string, script: string): void {
  for (const page of readdirSync(site, {recursive: true, encoding: "utf8"})) {
    if (!page.endsWith(".html")) continue;
    const html = readFileSync(join(site, page), "utf8").replace(/<!--along-->[\s\S]*?<!--\/along-->\n/, "");
    if (!html.includes('id="observablehq-main"')) continue;
    const root = `${relative(dirname(page), ".").replaceAll("\\", "/") || "."}/`;
    writeFileSync(
      join(site, page),
      html.replace("</head>", () => `${headOf(root, script)}</head>`)
    );
  }
}

/**
 * The last step of a build: what every page can do without a network (a service worker with the list of its files, icons,
 * a web manifest), and what the release says of itself. Gives a line that says how large it is.
 */
export async function addAlong(
  site: string,
  {source}: {source: string}
): Promise<{release: Release; line: string}> {
  rmSync(join(site, folder), {recursive: true, force: true});
  rmSync(join(site, "sw.js"), {force: true});
  mkdirSync(join(site, folder));
  for (const icon of readdirSync(icons)) copyFileSync(join(icons, icon), join(site, folder, icon));
  writeFileSync(join(site, "manifest.webmanifest"), JSON.stringify(webManifest));
  const page = await bundled("src/components/along/start.ts", {format: "esm"});
  const script = `${folder}/along.${createHash("sha256").update(page).digest("hex").slice(0, 8)}.js`;
  writeFileSync(join(site, script), page);
  intoPages(site, script);

  const files = filesOf(site);
  const shell = await shellOf(site, files);
  const inShell = new Set(shell.map(({url}) => url));
  const others = Object.fromEntries(Object.entries(files).filter(([path]) => !inShell.has(path)));
  const worker = await bundled("src/workers/offline.worker.ts", {
    format: "iife",
    define: {
      SHELL: JSON.stringify(shell),
      OTHERS: JSON.stringify(others),
      RELEASE: JSON.stringify(releaseId(files))
    }
  });
  writeFileSync(join(site, "sw.js"), worker);
  const bytes = shell.reduce((sum, {url}) => sum + files[url].bytes, 0);
  const rest = Object.values(others).reduce((sum, file) => sum + file.bytes, 0);
  const megabytes = (size: number) => `${formatDecimal(Math.round(size / 1e5) / 10)} MB`;
  return {
    release: writeRelease(site, {source}),
    line: `Offline after the first visit: ${formatCount(shell.length)} files, ${megabytes(bytes)}; ${formatCount(Object.keys(others).length)} more, ${megabytes(rest)}, once they are used`
  };
}
