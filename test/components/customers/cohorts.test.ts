import {describe, expect, it} from "vitest";
import {cohortView, cohortParameters} from "../../../lib/retention/cohortView.js";
import {parseState} from "../../../lib/state/parseState.js";
import {
  ageText,
  cohortAnswer,
  paybackText,
  tripText,
  withInterval
} from "../../../src/components/customers/cohorts/text.js";
import {purchasesFrom} from "../../lib/retention/support.js";

const span = {
  first_purchase: "2018-01-01T00:00:00",
  last_purchase: "2018-04-09T00:00:00",
  cutoff: "2018-04-10T00:00:00"
};
const found = cohortView(
  purchasesFrom([
    {person: 1, day: "2018-01-05"},
    {person: 1, day: "2018-02-05"},
    {person: 2, day: "2018-01-20"},
    {person: 2, day: "2018-01-20"},
    {person: 3, day: "2018-01-20"}
  ]),
  parseState(cohortParameters(span), "").values
);
if (!found.ok) throw new Error(found.message);
const view = found.value;

describe("what the page Cohorts says", () => {
  it("answers with who came back, and how surely", () => {
    expect(cohortAnswer(view)).toBe(
      "Of 3 customers who had ordered before 10 Apr 2018, 2 ordered again: 66.7\u00a0% (95 % interval 20.8\u00a0% to 93.9\u00a0%); 50\u00a0% of the second orders came on the day of the first. In month 1 after the first order, 33.3\u00a0% (95 % interval 6.15\u00a0% to 79.2\u00a0%) came back."
    );
    expect(withInterval(0, 0)).toBe("–");
  });

  it("tells shopping trips from returns", () => {
    expect(tripText(view, false)).toMatch(/^1 of the 2 second orders were placed on the day of the first/);
    expect(tripText(view, true)).toMatch(/count as one here/);
    expect(tripText({...view, sameDay: 0}, false)).toMatch(/^No second order/);
  });

  it("names ages", () => {
    expect(
      [
        {from: 1, to: 1},
        {from: 1, to: 3},
        {from: 2, to: null}
      ].map((age) => ageText(age, "month"))
    ).toEqual(["month 1", "months 1 to 3", "month 2 or later"]);
  });

  it("says when a customer has paid back, or that it takes longer than the data", () => {
    const curve = [{month: 1, observed: 100, margin: 1000, low: 900, high: 1100}];
    const payback = {curve, month: 1, interval: {low: 1, high: null}, resamples: 200, never: 0.1};
    expect(paybackText(payback, 950)).toMatch(
      /paid back R\$\s9.50 by the end of month 1 \(95 % interval: month 1 to beyond month 1\)/
    );
    expect(paybackText({...payback, month: null}, 5000)).toMatch(
      /does not pay back R\$\s50.00 within the data/
    );
    expect(paybackText({...payback, interval: {low: 1, high: 1}, never: 0}, 950)).toMatch(
      /\(95 % interval: month 1 alone, from 200 bootstrap resamples/
    );
  });
});
