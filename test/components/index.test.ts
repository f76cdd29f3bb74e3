import {readFileSync} from "node:fs";
import {expect, it} from "vitest";

const named = [...readFileSync("src/components/index.ts", "utf8").matchAll(/^export \{([^}]*)\}/gm)].flatMap(
  ([, names]) => names.split(",").map((name) => name.trim())
);

it("every function that a page of one's own may import is on the page that explains it", () => {
  const guide = readFileSync("src/about/guide.md", "utf8");
  expect(named.length).toBeGreaterThan(25);
  expect(named.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});
