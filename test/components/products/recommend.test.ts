import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import type {Reason} from "../../../lib/recommend/recommender.js";
import type {StudyChoice} from "../../../lib/recommend/study.js";
import {studyRecommendations, verdict} from "../../../lib/recommend/study.js";
import {
  bestOf,
  claimText,
  protocolText,
  reasonText,
  recommendAnswer,
  revenueText,
  studyName
} from "../../../src/components/products/recommend/text.js";
import {linesOf, settings, smallShop} from "../../lib/recommend/shop.js";

const choice: StudyChoice = {
  ...{level: "product", by: "date", from: 50, filterBought: true, mergeDays: false, k: 5, settings}
};
const made = finish(studyRecommendations(linesOf(smallShop(1)), choice, "data"));
if (!made.ok) throw new Error(made.message);
const study = made.value;
const interval = (low: number, high: number) => ({mean: (low + high) / 2, low, high});

describe("what the page of recommendations says", () => {
  it("answers with popularity and the best model, with intervals and people", () => {
    expect(recommendAnswer(study)).toMatch(
      /^(?:No model is|\d+ of 12 models (?:is|are)) better than popularity: the same 5 products for everyone hold a product that was bought next for [\d.]+ % \(95 % interval [\d.]+ % to [\d.]+ %\) of \d+ people, the best model’s \([\w ,:-]+\) for [\d.]+ %/
    );
    expect(recommendAnswer({...study, models: []})).toBe("No model could be fitted.");
  });

  it("judges a model by the interval of the difference", () => {
    const model = study.models[2];
    const against = (low: number, high: number) =>
      verdict({...model, against: {hitRate: interval(low, high), ndcg: interval(0, 0)}});
    expect(against(0.01, 0.02)).toBe("better than popularity");
    expect(against(-0.01, 0.02)).toBe("not better than popularity");
    expect(against(0, 0)).toBe("not better than popularity");
    expect(against(-0.02, -0.01)).toBe("worse than popularity");
    expect(verdict({...model, against: null})).toBe("the baseline");
  });

  it("says who was judged, and what the other split does", () => {
    expect(protocolText(study)).toMatch(/^The models learn from the \d+ purchases before 20 Feb 1970/);
    expect(protocolText(study)).toContain(`${study.evaluated} are evaluated.`);
    expect(protocolText({...study, choice: {...choice, by: "last"}})).toContain("it flatters models");
  });

  it("says what the claim would take", () => {
    const best = bestOf(study);
    expect(best?.name).not.toBe("popularity");
    expect(claimText(study)).toContain("claims a hit rate of 28 %");
  });

  it("says why, for every kind of reason", () => {
    const link = [{item: 1, amount: 0.4}];
    const rule = {from: 1, to: 2, count: 3, support: 0.1, confidence: 0.5, lift: 2.5};
    const reasons: [Reason, string][] = [
      [{kind: "popularity", among: "all", rank: 1, count: 1234}, "number 1, 1,234 people"],
      [{kind: "popularity", among: "recent", rank: 2, count: 1.5}, "number 2 of late"],
      [{kind: "similar", bought: link}, "bought with item 1"],
      [{kind: "parts", score: 1, bought: link}, "follows from item 1"],
      [{kind: "rule", rule}, "50.0 % of 6 baskets with item 1 have it, lift 2.5"],
      [{kind: "content", sameCategory: 0.5, samePriceBand: 0}, "50 % of purchases are of its category"],
      [{kind: "blend", ranks: [3, 1200]}, "places 3 and 1,200 of its parts"],
      [{kind: "chance"}, "drawn at random"]
    ];
    for (const [reason, text] of reasons) expect(reasonText(reason, (item) => `item ${item}`)).toBe(text);
  });

  it("tells what recommendations add and what the claim would take", () => {
    expect(revenueText({revenue: 2_849_475, part: 0.0027, needed: 1.03})).toMatch(
      /add R\$\s28,495 a year, 0.27 % of revenue\. .* 103 for every 100 who are shown one\.$/
    );
    expect(revenueText({revenue: 100, part: 0.1, needed: 0.4})).toMatch(/40.0 % of those who are shown one/);
  });

  it("names a study where kept results are listed", () => {
    expect(studyName(choice)).toBe("Evaluation: products, purchases from 20 Feb 1970, 5 each");
    expect(studyName({...choice, by: "last", filterBought: false, mergeDays: true})).toBe(
      "Evaluation: products, last orders, 5 each, repeats kept, orders of one day as one"
    );
  });
});
