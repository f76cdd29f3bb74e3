import {expect, it} from "vitest";
import {withoutRequireWarnings} from "../../tools/site/requireWarnings.js";

const warning = [
  '[plugin esbuild] a.js: \u001b[33m▲ [WARNING]\u001b[0m Converting "require" to "esm" is currently not supported [unsupported-require-call]',
  "",
  "    /node_modules/a.js:21:23:",
  "\u001b[37m      21 │     importFetch: () => \u001b[32mrequire\u001b[37m('node-fetch')",
  "         ╵                        ~~~~~~~",
  "",
  ""
].join("\n");

it("drops warnings on the packages of others with their code, and nothing else", () => {
  const filtered = withoutRequireWarnings();
  const text = `before\n${warning}${warning}after: broken\n  a detail of it\n${warning}last\n`;
  let left = "";
  for (let at = 0; at < text.length; at += 7) left += filtered(text.slice(at, at + 7));
  expect(left).toBe("before\nafter: broken\n  a detail of it\nlast\n");
});
