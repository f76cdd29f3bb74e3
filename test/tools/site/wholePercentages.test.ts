import {expect, it} from "vitest";
import {wholePercentages} from "../../../tools/site/wholePercentages.js";

it("glues the percentages of a page's texts, and leaves its code alone", () => {
  const parts = [
    {type: "text", content: "about 20 % of users"},
    {type: "code_inline", content: "x = 7 % 2"}
  ];
  wholePercentages({
    core: {ruler: {push: (_name, rule) => rule({tokens: [{children: null}, {children: parts}]})}}
  });
  expect(parts.map(({content}) => content)).toEqual(["about 20\u00a0% of users", "x = 7 % 2"]);
});
