import {runInNewContext} from "node:vm";
import {transformSync} from "esbuild";
import {describe, expect, it} from "vitest";
import {pageText} from "../../../lib/explore/pageText.js";
import {channelsFor, kindOf} from "../../../lib/explore/resultShape.js";
import {marts} from "../../../lib/marts/index.js";
import {columnsNamed} from "../../../lib/explore/columnsNamed.js";
import {errorPosition} from "../../../lib/sql/errorPosition.js";

const channels = {x: "state", y: "orders", color: ""};
const blocks = (page: string) => [...page.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, code]) => code);

describe("a page made of a query", () => {
  it.each(["table", "bar", "line", "dot"] as const)("parses, shown as %s", (show) => {
    const page = pageText({title: "By state", query: "select 1", show, channels});
    const codes = blocks(page);
    expect(codes).toHaveLength(show === "table" ? 3 : 4);
    for (const code of codes) expect(() => transformSync(code, {loader: "js"})).not.toThrow();
    expect(page).toMatch(/^---\ntitle: "By state"\n---\n\n# By state\n/);
  });

  it("keeps the query to the letter, whatever stands in it", () => {
    const query = "select '`${1}\\n' as a, '```\n```js' as b";
    const [, code] = blocks(pageText({title: "x", query, show: "table", channels}));
    const sql = (parts: readonly string[]) => parts.join("|");
    expect(runInNewContext(`${code}\nfound.rows;`, {sql})).toBe(query);
  });

  it("keeps a title from being more than text", () => {
    const page = pageText({title: '# <b>"x"</b>\n---', query: "select 1", show: "bar", channels});
    expect(page.split("\n")[4]).toBe('# \\# \\<b\\>"x"\\</b\\> ---');
    for (const code of blocks(page)) expect(() => transformSync(code, {loader: "js"})).not.toThrow();
  });
});

describe("the shape of a result", () => {
  const rows = [
    {at: null, n: null, name: "a"},
    {at: new Date(0), n: 1, name: "b"}
  ];
  it("is that of the first value that is there", () => {
    expect(["at", "n", "name", "nothing"].map((name) => kindOf(rows, name))).toEqual([
      "time",
      "number",
      "text",
      "text"
    ]);
  });
  it("draws what was asked for, where the result has it", () => {
    expect(channelsFor(rows, ["n", "at", "name"], {x: "", y: "", color: ""})).toEqual({
      x: "at",
      y: "n",
      color: ""
    });
    expect(channelsFor(rows, ["n", "at", "name"], {x: "name", y: "gone", color: "name"})).toEqual({
      ...{x: "name", y: "n", color: "name"}
    });
  });
});

describe("where a query goes wrong", () => {
  it("is where the engine's caret stands", () => {
    expect(errorPosition("Parser Error: x\n\nLINE 1: selct 1\n        ^", "selct 1")).toEqual({
      line: 1,
      column: 1,
      at: 0
    });
    const query = "select a\nfrom orders\nwhere b = 1";
    const message = 'Binder Error: Referenced column "b" not found\n\nLINE 3: where b = 1\n              ^';
    expect(errorPosition(message, query)).toEqual({line: 3, column: 7, at: query.indexOf("b = 1")});
  });
  it("is found in a line that the engine cuts, and nowhere without a caret", () => {
    const query = `select ${"x, ".repeat(40)}nothing, y from orders`;
    const from = query.indexOf("nothing") - 20;
    const excerpt = `...${query.slice(from, from + 60)}...`;
    const message = `Binder Error: no\n\nLINE 1: ${excerpt}\n${" ".repeat("LINE 1: ".length + 3 + 20)}^`;
    expect(errorPosition(message, query)?.at).toBe(query.indexOf("nothing"));
    expect(errorPosition("Parser Error: at end of input", query)).toBeUndefined();
    expect(errorPosition("x\nLINE 9: y\n        ^", "y")).toBeUndefined();
  });
});

it("completes with the columns of all tables named, each once", () => {
  const found = columnsNamed("select  from orders o join sellers s on ", marts);
  expect(found.find(({name}) => name === "state")?.tables).toBe("orders, sellers");
  expect(found.filter(({name}) => name === "state")).toHaveLength(1);
  expect(found.find(({name}) => name === "freight_cents")?.meaning).toMatch(/BRL cents/);
  expect(columnsNamed("select 1", marts)).toEqual([]);
});
