import {expect, it} from "vitest";
import {journeysOf} from "../../lib/journeys/journeys.js";
import {basketLinesOf} from "../../lib/recommend/basketLines.js";
import {coded} from "../../lib/retention/purchases.js";
import {reviewTextsOf} from "../../lib/reviews/reviewTexts.js";
import {untold} from "../../lib/untold.js";

it("a place that no file tells has a name, wherever charts take theirs from", () => {
  expect(coded(["Spain", null, "Spain", null])).toEqual({
    names: ["Spain", untold],
    codes: Uint8Array.of(0, 1, 0, 1)
  });
  const none = new Proxy({}, {get: (_, name) => (name === "state" ? [null] : [])}) as Record<
    string,
    unknown[]
  >;
  expect(journeysOf(none).state.names).toEqual([untold]);
  expect(basketLinesOf(none).state.values).toEqual([untold]);
  expect(reviewTextsOf(none).states).toEqual([untold]);
});
