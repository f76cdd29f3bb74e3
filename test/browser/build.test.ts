import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {ScratchSite} from "../../tools/site/scratch.js";
import {scratchSite} from "../../tools/site/scratch.js";

const small = {OLIST_DIR: "", VITRINE_SCALE: "0.01"};

// One site for all: each page is told by a message of its own, and marts and packages are made once.
let scratch: ScratchSite;
beforeAll(() => {
  scratch = scratchSite();
});
afterAll(() => scratch.dispose());

const fence = (code: string, language = "js") => `# A page\n\n\`\`\`${language}\n${code}\n\`\`\`\n`;

describe("a build fails, and says why, on", () => {
  it.each([
    ["a syntax error in a page", fence("const x = ;"), /index\.html: SyntaxError/],
    [
      "an import from outside the site",
      fence('import {x} from "../../secret.js"; display(x);'),
      /non-local import/
    ],
    ["an import of nothing", fence('import {x} from "./nowhere.js"; display(x);'), /nowhere/],
    [
      "a file that nobody makes",
      fence('display(await FileAttachment("data/nowhere.csv").text());'),
      /nowhere\.csv/
    ],
    ["an SQL fence without a client", fence("select 1", "sql"), /import \{sql\}/],
    ["an SQL fence that does not run", fence("select lost from orders", "sql"), /src\/index\.md:3: .*lost/],
    ["a link to no page", "# A page\n\n[a](./nowhere)\n", /index\.html links to \.\/nowhere/]
  ])("%s", async (_, page, message) => {
    scratch.write("src/index.md", page);
    const {code, output} = await scratch.build(small);
    expect(output).toMatch(message);
    expect(code).not.toBe(0);
  });

  it("a loader that throws", async () => {
    scratch.write("src/data/broken.csv.ts", 'throw new Error("no such luck");');
    scratch.write("src/index.md", fence('display(await FileAttachment("data/broken.csv").text());'));
    const {code, output} = await scratch.build(small);
    expect(output).toMatch(/no such luck|broken\.csv/);
    expect(code).not.toBe(0);
  });

  it("data that the importer refuses", async () => {
    scratch.write("data/olist_orders_dataset.csv", "order_id\n");
    scratch.write("src/index.md", "# A page\n");
    const {code, output} = await scratch.build(small);
    expect(output).toMatch(/olist_customers_dataset\.csv/);
    expect(code).not.toBe(0);
  });
});
