// @vitest-environment jsdom
import {beforeEach, expect, it} from "vitest";
import {offlineWords} from "../../../src/components/along/offlineWords.js";
import {savedPage} from "../../../src/components/along/savedPage.js";
import {embedCode, embedIfAsked} from "../../../src/components/embed.js";
import {table} from "../../../src/components/table.js";
import {browser} from "../../support/dom.js";

beforeEach(() => {
  browser();
  history.replaceState(null, "", "/shop/a.html?state=SP&x=%22%3E");
  document.title = "A <page>";
  document.body.innerHTML = `<header id="observablehq-header"><details id="data-badge"><summary>Real data</summary><p>9 files</p></details></header>
<main id="observablehq-main"><h1>A page</h1><p class="answer">Forty-two.</p>
<form><label>State</label><select><option>All</option><option selected>São Paulo</option></select></form>
<form><label><input type="radio" name="by" checked> week</label><label><input type="radio" name="by"> month</label></form>
<label>Rate <input type="number" value="0.5"><input type="range" value="0.5"></label><input type="checkbox" checked>
<p style="display: none">hidden</p><button>Run</button><a href="./b.html" onclick="x()">next</a><a href="blob:x" download>file</a>
<style>@import "https://elsewhere.org/a.css"; p {background: url(https://elsewhere.org/a.png)} b {mask: url(#m)}</style>
<figure class="chart"><svg><path d="M0,0"/></svg></figure><img src="/a.png"><script>alert(1)</script></main>`;
});

const parsed = () =>
  new DOMParser().parseFromString(
    savedPage("p {color: red; background: url(https://elsewhere.org/b.png)}", new Date("2026-01-02")),
    "text/html"
  );

it("saves what a page says, what was chosen as text, and a link back", () => {
  const saved = parsed();
  const main = saved.querySelector("main")?.textContent ?? "";
  expect(saved.title).toBe("A <page>");
  expect(main).toContain("Forty-two.");
  expect(main).toMatch(/State\s*São Paulo/);
  expect(main).toMatch(/Rate\s*0\.5/);
  expect(main.match(/0\.5/g)).toHaveLength(1);
  expect(main).toContain("week");
  expect(main).not.toMatch(/month|hidden|Run|alert/);
  expect(saved.querySelector("header details")?.hasAttribute("open")).toBe(true);
  expect(saved.querySelector(".saved-origin a")?.getAttribute("href")).toBe(location.href);
  expect(saved.querySelectorAll("figure svg path")).toHaveLength(1);
});

it("leaves nothing in it that runs or asks for anything", () => {
  const saved = parsed();
  const text = saved.documentElement.outerHTML;
  expect(
    saved.querySelectorAll("script, button, input, select, link, img:not([src^='data:'])[src]")
  ).toHaveLength(0);
  expect(text).not.toMatch(/elsewhere|onclick|blob:/);
  expect(text).toContain("url(#m)");
  expect(saved.querySelector("a[href$='b.html']")?.getAttribute("href")).toBe(
    new URL("./b.html", location.href).href
  );
  expect(saved.querySelector("meta[http-equiv]")?.getAttribute("content")).toMatch(/^default-src 'none'/);
});

it("saves all rows of a table, as text", () => {
  const rows = Array.from({length: 40}, (_, i) => ({city: `<b>${i}</b>`, n: i}));
  document.querySelector("main")?.replaceChildren(table(rows, {caption: "Cities", rows: 5}));
  const saved = parsed().querySelector(".saved-table");
  expect(saved?.querySelectorAll("tbody tr")).toHaveLength(40);
  expect(saved?.querySelector("td")?.textContent).toBe("<b>0</b>");
  expect(saved?.querySelectorAll("b")).toHaveLength(0);
});

it("gives HTML for a frame with one chart of the page as it is set", () => {
  const code = embedCode('late "one"', {title: "6.8 % <late>", height: 400.2});
  expect(code).toBe(
    `<iframe src="${location.origin}/shop/a.html?state=SP&amp;x=%22%3E&amp;embed=late+%22one%22" title="6.8 % &lt;late&gt;" width="100%" height="401" style="border: 0" loading="lazy"></iframe>`
  );
});

it("marks the chart that is asked for, with a line on where it comes from", () => {
  history.replaceState(null, "", "/shop/a.html?state=SP&embed=late");
  document.documentElement.dataset.embed = "late";
  const [late, other] = [document.createElement("figure"), document.createElement("figure")];
  embedIfAsked(late, "late");
  embedIfAsked(other, "score");
  delete document.documentElement.dataset.embed;
  expect([late, other].map(({className}) => className)).toEqual(["embedded", ""]);
  expect(late.querySelector("a")?.getAttribute("href")).toBe(`${location.origin}/shop/a.html?state=SP`);
  expect(late.textContent).toContain("Real data.");
});

it("says what is available offline", () => {
  const status = {release: "1a2b3c4d5e6f", kept: 0, keptBytes: 0, of: 300, ofBytes: 35.3e6};
  expect(offlineWords(status, 26)).toBe("Available offline: the 26 pages as published.");
  expect(offlineWords({...status, kept: 8, keptBytes: 12.34e6}, 26)).toMatch(/8 of 300 files .*12\.3 MB/);
  expect(offlineWords({...status, kept: 300, keptBytes: 35.3e6}, 26)).toMatch(
    /everything, all 26 pages and 35\.3 MB/
  );
});
