// @vitest-environment jsdom
import {expect, it} from "vitest";
import {parseState} from "../../../lib/state/parseState.js";
import {briefParameters} from "../../../lib/lab/parameters.js";
import {samePages} from "../../../src/components/models/samePages.js";

it("lead to the lab's other pages with the same question, the same models, and trained or not as here", () => {
  const {values} = parseState(briefParameters, "?label=rule&xgb_depth=6");
  const here = samePages("train", {values: {...values, run: true}}, briefParameters, {});
  expect(here.textContent).toBe(
    "The same models on other pages: Explain a model, Decide: threshold and campaign."
  );
  const links = Array.from(here.querySelectorAll("a"), (link) => link.getAttribute("href"));
  expect(links).toEqual([
    "./models/explain.html?label=rule&run=true&xgb_depth=6",
    "./models/decide.html?label=rule&run=true&xgb_depth=6"
  ]);
});
