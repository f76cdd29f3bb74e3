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

/** What else every page links to: without it, each build would fail for that alone. */
const home = {"src/about/your-data.md": "# Your data\n", "src/index.md": "# A page\n"};

async function failing(pages: Record<string, string>): Promise<string> {
  for (const [path, text] of Object.entries({...home, ...pages})) scratch.write(path, text);
  const {code, output} = await scratch.build(small);
  for (const path of Object.keys(pages)) scratch.remove(path);
  expect(code, output).not.toBe(0);
  return output;
}

// What the builder lists all of is asked of one build, a page to each fault; what ends a build has one of its own.
describe("a build fails, and says why, on", () => {
  it("a syntax error in a page, an import from outside the site, a link to no page", async () => {
    const output = await failing({
      "src/wrong.md": fence("const x = ;"),
      "src/outside.md": fence('import {x} from "../../secret.js"; display(x);'),
      "src/astray.md": "# A page\n\n[a](./nowhere)\n"
    });
    expect(output).toMatch(/wrong\.html: SyntaxError/);
    expect(output).toMatch(/outside\.html: .*non-local import/);
    expect(output).toMatch(/astray\.html links to \.\/nowhere/);
  });

  it.each([
    ["an import of nothing", fence('import {x} from "./nowhere.js"; display(x);'), /nowhere/],
    [
      "a file that nobody makes",
      fence('display(await FileAttachment("data/nowhere.csv").text());'),
      /nowhere\.csv/
    ],
    ["an SQL fence without a client", fence("select 1", "sql"), /import \{sql\}/],
    ["an SQL fence that does not run", fence("select lost from orders", "sql"), /src\/page\.md:3: .*lost/]
  ])("%s", async (_, page, message) => {
    expect(await failing({"src/page.md": page})).toMatch(message);
  });

  it("a loader that throws", async () => {
    const output = await failing({
      "src/data/broken.csv.ts": 'throw new Error("no such luck");',
      "src/page.md": fence('display(await FileAttachment("data/broken.csv").text());')
    });
    expect(output).toMatch(/no such luck|broken\.csv/);
  });

  it("data that the importer refuses", async () => {
    const output = await failing({"data/olist_orders_dataset.csv": "order_id\n"});
    expect(output).toMatch(/olist_customers_dataset\.csv/);
  });
});
