// @vitest-environment jsdom
import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {afterPaint} from "../../tools/snapshots/afterPaint.js";

const page = `<!DOCTYPE html><html><head><link rel="modulepreload" href="./a.js"></head><body><p>42</p>
<script type="module">const price = "$&"; a();</script></body></html>`;

const opened = (html: string) =>
  new JSDOM(html, {runScripts: "dangerously", pretendToBeVisual: true}).window.document;

it("holds the modules back until the page has been painted, and then asks for the same", async () => {
  const document = opened(afterPaint(page));
  expect(document.querySelector('script[type="module"], link[rel="modulepreload"]')).toBeNull();
  await new Promise((done) => setTimeout(done, 100));
  expect(document.querySelector('script[type="module"]')?.textContent).toBe('const price = "$&"; a();');
  expect(document.querySelector("link")?.outerHTML).toBe('<link rel="modulepreload" href="./a.js">');
});

it("does not hold them back where the address asks for something of its own", async () => {
  const document = opened(afterPaint(page).replace("<html>", '<html class="addressed">'));
  await new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  expect(document.querySelector('script[type="module"]')).not.toBeNull();
});

it("leaves a page without modules as it is", () => {
  expect(afterPaint("<p>42</p>")).toBe("<p>42</p>");
});
