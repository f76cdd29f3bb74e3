// @vitest-environment jsdom
import {existsSync, readdirSync} from "node:fs";
import {expect, it} from "vitest";
import {wings} from "../../lib/pages.js";
import {parseState} from "../../lib/state/parseState.js";
import {armsLinks} from "../../src/components/experiments/armsLinks.js";
import {briefParameters} from "../../lib/lab/parameters.js";
import {samePages} from "../../src/components/models/samePages.js";

const pagesOf = (links: HTMLElement): string[] =>
  Array.from(
    links.querySelectorAll("a"),
    (link) => /^\.\/([\w/]+)\.html(?:\?|$)/.exec(link.getAttribute("href") ?? "")?.[1] ?? ""
  );

it("links between the pages that share a question, or arms, lead to pages that there are", () => {
  const lab = samePages("train", parseState(briefParameters, ""), briefParameters, null);
  const arms = armsLinks("read", {metric: "proportion", arms: "a:5:1,b:5:2", meanArms: ""});
  const pages = [...pagesOf(lab), ...pagesOf(arms)];
  expect(pages).toHaveLength(4);
  expect(pages.filter((page) => !existsSync(`src/${page}.md`))).toEqual([]);
});

it("the list of pages names pages that there are, and all of them", () => {
  const listed = wings.flatMap(({folder, pages}) => pages.map(({page}) => `${folder}/${page}.md`));
  const there = readdirSync("src", {recursive: true, encoding: "utf8"}).filter(
    (file) => file.endsWith(".md") && file.includes("/") && !file.startsWith(".")
  );
  expect(listed.toSorted()).toEqual(there.toSorted());
});
