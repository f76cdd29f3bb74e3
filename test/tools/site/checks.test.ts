import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {gunzipSync} from "node:zlib";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {queryRows, withDatabase} from "../../../loaders/database.js";
import {siteProblems} from "../../../tools/site/check.js";
import {checkFences, fencesOf} from "../../../tools/site/fences.js";
import {largestFile, packPrograms, tooLarge} from "../../../tools/site/largeFiles.js";
import {brokenLinks, brokenPageHrefs} from "../../../tools/site/links.js";

let site: string;
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), "vitrine-checks-"));
});
afterEach(() => rmSync(site, {recursive: true}));

const write = (path: string, text: string | Uint8Array) => {
  mkdirSync(dirname(join(site, path)), {recursive: true});
  writeFileSync(join(site, path), text);
};

it("names a page whose front matter is not YAML", () => {
  write(
    "page.html",
    '<main id="m">\n<hr>\n<h2 id="t"><a href="#t">title: Decide: now</a></h2>\n<h1>Decide</h1></main>'
  );
  write("fine.html", '<main id="m">\n<h1>Decide</h1>\n<hr>\n<h2>note: this</h2></main>');
  expect(siteProblems(site)).toEqual([
    `${join(site, "page.html")}: its front matter is not YAML (a title with a colon needs quotes)`
  ]);
});

describe("links of a built site", () => {
  it("are named where they lead nowhere, page and link", () => {
    write("train.html", "<a href=\"./index.html\">a</a><a class=x href='./x'>b</a>");
    write(
      "index.html",
      '<a href="./train.html?run=true#top">a</a> <a href="./train">b</a> <a href="#x">c</a> <a href="./">d</a>'
    );
    write(
      "deep/page.html",
      '<a href="../train.html">a</a> <a href="/index.html">b</a> <a href="./lost.html">c</a> <a href="mailto:a@b">d</a>'
    );
    expect(brokenLinks(site).sort()).toEqual([
      `${join(site, "deep/page.html")} links to ./lost.html, which is not there`,
      `${join(site, "index.html")} links to ./train, which is not there`
    ]);
  });

  it("are named where a module makes them to a page that is not there", () => {
    write("train.html", 'display(html`<a href=${pageHref("features")}>a</a>`)');
    write("_import/components/lab.js", 'const a = pageHref("train"), b = pageHref(\n  "lost", query);');
    write("_npm/x.js", 'pageHref("other")');
    expect(brokenPageHrefs(site).sort()).toEqual([
      `${join(site, "_import/components/lab.js")} links to the page lost, which is not there`,
      `${join(site, "train.html")} links to the page features, which is not there`
    ]);
  });
});

describe("SQL fences", () => {
  it("are found where they stand", () => {
    const page = "# A\n\n```sql id=x\nselect 1\n```\n\n```js\nselect\n```\n\n```sql run=false\nno\n```\n";
    expect(fencesOf("a.md", page)).toEqual([{page: "a.md", line: 3, code: "select 1"}]);
    expect(fencesOf("a.md", page.replaceAll("\n", "\r\n"))).toEqual(fencesOf("a.md", page));
  });

  it("are left alone in an example of Markdown", () => {
    const example = "````md\n```sql id=x\nselect 1\n```\n````\n";
    expect(fencesOf("a.md", `${example}\n~~~sql\nselect 2\n~~~\n`)).toEqual([
      {page: "a.md", line: 7, code: "select 2"}
    ]);
  });

  it("are named with DuckDB's words where they do not run, and are bound where they interpolate", async () => {
    await withDatabase(async (connect) => {
      const path = join(site, "orders.parquet");
      await queryRows(await connect(), `copy (select 1 as order_key) to '${path}' (format parquet)`);
    });
    const fence = (code: string, line: number) => ({page: "src/a.md", line, code});
    const {broken, unchecked} = await checkFences(
      [
        fence("select order_key from orders", 1),
        fence("select * from ordrs", 2),
        fence("select order_key from orders where order_key > ${least} limit ${top}", 3),
        fence("select lost from orders limit ${top}", 4),
        fence("select date_trunc('month', ${days.find((day) => {return day > `${least}}`;})})", 5),
        fence("select order_key from orders using sample ${n} rows", 6),
        fence("select count(*) from ${sql.raw(orders)}", 7)
      ],
      site
    );
    expect(broken).toHaveLength(2);
    expect(broken[0]).toMatch(/^src\/a\.md:2: the SQL does not run: .*ordrs/);
    expect(broken[1]).toMatch(/^src\/a\.md:4: the SQL does not run: .*lost/);
    expect(unchecked).toEqual([expect.stringMatching(/^src\/a\.md:7: .*fills in/)]);
  });
});

describe("large files", () => {
  it("are packed where they are programs, and named where they are not", () => {
    const program = Buffer.alloc(largestFile + 1);
    write("a.wasm", program);
    write("small.wasm", "\0asm");
    write("b.bin", program);
    expect(packPrograms(site)).toBe(1);
    expect(gunzipSync(readFileSync(join(site, "a.wasm"))).equals(program)).toBe(true);
    expect(tooLarge(site)).toEqual([expect.stringMatching(/b\.bin has 26 MB/)]);
  });
});
