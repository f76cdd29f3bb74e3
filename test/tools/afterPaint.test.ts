// @vitest-environment jsdom
import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {afterPaint} from "../../tools/snapshots/afterPaint.js";

const page = `<!DOCTYPE html><html><head><link rel="modulepreload" href="./a.js"></head><body><p>42</p>
<script type="module">const price = "$&"; a();</script></body></html>`;

type Told = (
  list: {getEntriesByName: (name: string) => string[]},
  observer: {disconnect: () => void}
) => void;

/** A page in a browser that says when it has painted it, which is as soon as `paint` is called. */
function opened(html: string) {
  const painted = {paint: () => undefined as void};
  const {window} = new JSDOM(html, {
    runScripts: "dangerously",
    pretendToBeVisual: true,
    beforeParse(own) {
      own.PerformanceObserver = class {
        constructor(told: Told) {
          painted.paint = () => told({getEntriesByName: (name) => [name]}, this);
        }
        observe() {}
        disconnect() {}
      };
    }
  });
  return Object.assign(window.document, painted, {paint: () => painted.paint()});
}

it("holds the modules back until the page has been painted, and then asks for the same", async () => {
  const document = opened(afterPaint(page));
  await new Promise((done) => setTimeout(done, 100));
  expect(document.querySelector('script[type="module"], link[rel="modulepreload"]')).toBeNull();
  document.paint();
  expect(document.querySelector('script[type="module"]')?.textContent).toBe('const price = "$&"; a();');
  expect(document.querySelector("link")?.outerHTML).toBe('<link rel="modulepreload" href="./a.js">');
});

it("lets a browser read what the page says ahead of what it needs", () => {
  const html = afterPaint(page);
  expect(html.indexOf("<p>42</p>")).toBeLessThan(html.indexOf("./a.js"));
  expect(html.indexOf("<p>42</p>")).toBeLessThan(html.indexOf("a();"));
  expect(html).toMatch(/<\/script>\n<\/body><\/html>$/);
});

it("waits a second for a browser that says nothing of it", async () => {
  const document = opened(afterPaint(page));
  await new Promise((done) => setTimeout(done, 1200));
  expect(document.querySelectorAll('script[type="module"]')).toHaveLength(1);
  document.paint();
  expect(document.querySelectorAll('script[type="module"]')).toHaveLength(1);
});

it("does not hold them back where the address asks for something of its own", async () => {
  const document = opened(afterPaint(page).replace("<html>", '<html class="addressed">'));
  await new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  expect(document.querySelector('script[type="module"]')).not.toBeNull();
});

it("starts DuckDB ahead of all else where the page's code is sure to ask it", () => {
  const names = [
    "components/a.00000000.js",
    "components/wasmProgram.00000000.js",
    "components/engineStart.00000000.js"
  ];
  const links = names.map((name) => `<link rel="modulepreload" href="../_import/${name}">`).join("\n");
  const built = (code: string) => afterPaint(`<head>${links}</head><script type="module">${code}</script>`);
  const html = built("sql.start();");
  expect(html).toContain('data-ahead="../_import/components/engineStart.00000000.js"');
  expect([...html.matchAll(/(\w+)\.0{8}\.js">/g)].map(([, name]) => name)).toEqual([
    ...["engineStart", "wasmProgram", "engineStart", "a"]
  ]);
  expect(built("sql`select 1`")).not.toContain("data-ahead");
});

it("leaves a page without modules as it is", () => {
  expect(afterPaint("<p>42</p>")).toBe("<p>42</p>");
});
