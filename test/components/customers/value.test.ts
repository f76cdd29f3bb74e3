import {describe, expect, it} from "vitest";
import type {LifetimeValue} from "../../../lib/value/lifetimeValue.js";
import {
  evidenceText,
  fitText,
  holdoutText,
  valueAnswer
} from "../../../src/components/customers/value/text.js";
import {pText, shareBy} from "../../../src/components/customers/survival/text.js";
import {kaplanMeier} from "../../../lib/survival/kaplanMeier.js";

const found = {
  ...{customers: 1000, repeaters: 30, expected: 15.4, expectedInterval: {low: 12.2, high: 19.6}},
  ...{value: 205, valueInterval: {low: 180, high: 230}, historic: 14162, resamples: 30},
  purchases: {converged: false, note: "The likelihood is flat."},
  ...{spending: {note: null}, spendingNote: null, holdout: null, holdoutNote: "Nobody had bought."}
} as unknown as LifetimeValue;

describe("what the page Lifetime value says", () => {
  it("puts the interval beside the estimate, and the plain mean by its name", () => {
    expect(valueAnswer(found, 52)).toMatch(
      /^1,000 customers are expected to make 15 repeat purchases \(95 % interval 12 to 20\) within 52 weeks, worth R\$\s2.05 per customer \(95 % interval R\$\s1.80 to R\$\s2.30\) .*past revenue/
    );
    expect(valueAnswer({...found, spending: null}, 52)).not.toMatch(/worth/);
    expect(evidenceText(found)).toMatch(/30 customers who bought on more than one day: 3.00\s%/);
  });

  it("says how fits ended and how the model held", () => {
    expect(fitText(found)).toBe("The purchase model did not converge. The likelihood is flat.");
    expect(holdoutText(found, 26)).toBe("Nobody had bought.");
    const holdout = {groups: [], tracking: [], end: 17_500, actual: 100, expected: 110, note: "Flat."};
    expect(holdoutText({...found, holdout}, 26)).toMatch(
      /expects 110 .* they made 100: the forecast is 10.0\s% too high.*±20\s% \(95 % interval\)\. Flat\.$/
    );
  });
});

describe("what the page Time to the second order says", () => {
  it("writes small p-values as such, and no share beyond the data", () => {
    expect([0.0001, 0.0321].map(pText)).toEqual(["p < 0.001", "p = 0.032"]);
    const curve = kaplanMeier(Float64Array.of(1, 5), Uint8Array.of(1, 0));
    expect(shareBy(curve, 3)?.share).toBe(0.5);
    expect(shareBy(curve, 6)).toBeNull();
  });
});
