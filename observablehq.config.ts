import "./tools/offline/install.js";
import {wings} from "./lib/pages.js";
import {wholePercentages} from "./tools/site/wholePercentages.js";
import {badge} from "./tools/site/badge.js";
import {policyOf} from "./tools/site/policy.js";
import {ownBadge, ownHead} from "./tools/site/ownHead.js";
import {shop} from "./lib/shop.js";
import {site} from "./vitrine.config.js";

const policy = policyOf(process.argv.includes("preview"));

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%23276749' d='M1 2h14v3l-1 2v7H2V7L1 5z'/%3E%3Cpath fill='%23fff' d='M4 8h8v4H4z'/%3E%3C/svg%3E";

/** What Framework's frame lacks for readers with a screen reader, a keyboard or a need to zoom. */
const accessible = `document.documentElement.lang = "en";
document.querySelector("meta[name=viewport]").content = "width=device-width, initial-scale=1";
addEventListener("DOMContentLoaded", () => {
  document.querySelector("#observablehq-sidebar-toggle")?.setAttribute("aria-label", "Show the list of pages");
  document.querySelector("#observablehq-sidebar")?.setAttribute("aria-label", "Pages");
  const close = document.querySelector("#observablehq-sidebar-close");
  close?.closest("nav")?.prepend(close);
  for (const code of document.querySelectorAll("#observablehq-main pre")) code.tabIndex = 0;
});`;

/** What a page was built with is dropped before the first paint where the address asks for something else. */
const addressed = `if (location.search.length > 1) document.documentElement.className = "addressed";
const embed = new URLSearchParams(location.search).get("embed");
if (embed) document.documentElement.dataset.embed = embed;`;

/** Browsers start no module of a page that was opened from a disk, so that it would stay empty without a word. */
const served = `if (location.protocol === "file:") addEventListener("DOMContentLoaded", () => {
  const words = document.createElement("p");
  words.className = "problem";
  words.textContent = "This page needs a web server and was opened from a disk: put the folder on any static host, or run “npx serve” in it, and open the address that it gives.";
  document.querySelector("#observablehq-main")?.prepend(words);
});`;

export default {
  title: site.name,
  root: "src",
  output: "dist",
  style: "style.css",
  pages: wings.map(({name, folder, pages}) => ({
    name,
    pages: pages.map(({page, name}) => ({name, path: `/${folder}/${page}`}))
  })),
  head: `<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="icon" href="${icon}">
<script>${addressed}
${ownHead}
${accessible}
${served}</script>`,
  header: () => `${badge()}${ownBadge}`,
  footer: `${site.name}, a customer-analytics workbench that runs in this tab. Amounts are in <span id="shop-currency">${shop.currency}</span>.`,
  globalStylesheets: [],
  duckdb: {extensions: {json: null, parquet: null}},
  preserveExtension: true,
  markdownIt: wholePercentages,
  search: false,
  toc: false
};
