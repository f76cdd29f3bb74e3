// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import type {Claim} from "../../../lib/insights/claims.js";
import {claimsOf} from "../../../lib/insights/claims.js";
import {shopFacts} from "../../../lib/insights/facts.js";
import type {Manifest} from "../../../lib/marts/manifest.js";
import {toldBy, whoseOf} from "../../../lib/marts/whose.js";
import {dayOf} from "../../../lib/days.js";
import {ledger} from "../../../src/components/customers/insights/results.js";
import * as text from "../../../src/components/customers/insights/text.js";
import {purchasesFrom} from "../../lib/retention/support.js";

const about = {source: "real", first_purchase: "2016-09-04T21:15:19", inputs: [{rows: 7}]} as Manifest;
const end = dayOf(new Date("2018-09-01"));
const facts = shopFacts(
  purchasesFrom([
    ...Array.from({length: 300}, (_, person) => ({
      ...{person, day: "2018-01-05", price: 1000 + person, payment: person % 2 ? "credit_card" : "boleto"},
      ...{score: person % 3 ? 5 : 1, late: person % 3 === 0}
    })),
    {person: 1, day: "2018-02-05", price: 1000}
  ]),
  about,
  end
);
const none = shopFacts(purchasesFrom([]), about, end);

describe("the report", () => {
  it("says what the numbers say", () => {
    expect(text.insightsAnswer(facts)).toMatch(
      /^300 customers with a delivered order have spent R\$\s[\d.]+k; 0.3\s% of them ordered more than once/
    );
    expect(text.insightsAnswer(facts)).toMatch(/mean review score 4.0 points lower/);
    expect(text.retentionText(facts)).toMatch(/^0.33\s% of the customers .*\(95 % interval/);
    expect(text.paymentText(facts)).toMatch(/Every interval includes 0/);
    expect(text.stateText(facts, (state) => state)).toMatch(/^SP has 100.0\s% of the orders/);
    expect(text.seasonText(facts)).toMatch(/fewer than 24 months/);
    expect(text.deliveryText(facts)).toMatch(/One star was given to 100\s% of late orders and to 0\s%/);
    expect(text.paretoText(facts)).toMatch(/have a single order/);
  });

  it("stands without any order", () => {
    const all = [
      text.insightsAnswer,
      text.retentionText,
      text.paymentText,
      text.seasonText,
      text.deliveryText,
      text.paretoText
    ];
    for (const say of all) expect(say(none)).not.toMatch(/NaN|undefined|Infinity|null/);
    expect(text.stateText(none, (state) => state)).toBe("");
  });
});

describe("the ledger", () => {
  it("gives verdicts about Olist's files alone", () => {
    const olist = {...about, inputs: [{table: "orders", rows: 99_441}]} as Manifest;
    expect(whoseOf(olist)).toBe("olist");
    expect(whoseOf(about)).toBe("another");
    expect(whoseOf({...olist, source: "synthetic"})).toBe("generated");
    expect(toldBy({...about, lacks: ["freight"]})).toEqual({lacks: ["freight"], another: true});
    expect(toldBy(olist)).toEqual({});
    const claims = claimsOf(facts, null);
    expect(ledger(claims, "olist").textContent).toMatch(/Of 23 figures in the brief, \d+ hold/);
    expect(ledger(claims, "generated").textContent).toMatch(/no verdict is given/);
    expect(ledger(claims, "generated").textContent).not.toMatch(/does not hold/);
    expect(ledger(claims, "another").textContent.trim()).toMatch(
      /^These are another shop’s data: .* none is compared\.$/
    );
  });

  it("writes figures in their units", () => {
    const kinds: [Claim["kind"], number, RegExp][] = [
      ["count", 1234, /^1,234$/],
      ["share", 0.522, /^52.2\u00a0%$/],
      ["money", 14_162, /^R\$\s141.62$/],
      ["money", 1_322_149_811, /^R\$\s13.2M$/],
      ["number", 0.312, /^0.312$/],
      ["months", 3.2, /^3.2 months$/]
    ];
    for (const [kind, value, written] of kinds) expect(text.figure(kind, value)).toMatch(written);
    expect(text.figure("share", null)).toBe("–");
  });
});
