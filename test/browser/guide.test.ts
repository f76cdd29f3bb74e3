import {readFileSync} from "node:fs";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {serve} from "../../tools/serve.js";
import type {ScratchSite} from "../../tools/site/scratch.js";
import {scratchSite} from "../../tools/site/scratch.js";
import {launch, visit} from "./support.js";

/** The page that a reader makes who copies the guide's example. */
const fromGuide = () => {
  const example = readFileSync("src/about/guide.md", "utf8")
    .split("## The example")[1]
    .split("## The tables")[0];
  return [
    "# My analysis",
    ...[...example.matchAll(/^```js echo\n[\s\S]*?^```$/gm)].map(([block]) => block)
  ].join("\n\n");
};

/** The page that the README shows. */
const fromReadme = () => {
  const [, page] = /^````md\n([\s\S]*?)^````$/m.exec(readFileSync("README.md", "utf8")) ?? [];
  return page;
};

describe("a page made by the book builds, runs and shows its chart", () => {
  let browser: Browser;
  let scratch: ScratchSite;
  beforeAll(async () => {
    browser = await launch();
    scratch = scratchSite();
  });
  afterAll(async () => {
    await browser.close();
    scratch.dispose();
  });

  it("with the guide's example and the README's, on a host that does not know WebAssembly's type", async () => {
    scratch.write("src/index.md", "# Home\n");
    scratch.write("src/about/your-data.md", "# Your data\n");
    scratch.write("src/about/guided.md", fromGuide());
    scratch.write("src/customers/read.md", fromReadme());
    const {code, output} = await scratch.build({
      ...{OLIST_DIR: "", VITRINE_SCALE: "0.02"},
      // What a page shows here is what its own scripts make.
      VITRINE_SNAPSHOTS: "off"
    });
    expect(output).not.toMatch(/SyntaxError/);
    expect(code).toBe(0);
    const site = await serve(scratch.dist, {wasm: "application/octet-stream"});
    for (const name of ["about/guided", "customers/read"]) {
      const {page, problems, close} = await visit(browser, `${site.url}${name}.html?least=1`);
      await page.locator("main figure rect, main svg rect").nth(1).waitFor();
      expect(await page.locator(".observablehq--error, .problem[role=alert]").allTextContents()).toEqual([]);
      expect(await page.locator("#data-badge").innerText()).toMatch(/synthetic/i);
      expect(problems).toEqual([]);
      await close();
    }
    await site.close();
  });
});
