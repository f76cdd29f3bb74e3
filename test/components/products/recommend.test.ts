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
      /^(?:No model is|\d+ of 12 models (?:is|are)) measurably better than popularity\. The 5 most popular products, the same for everyone, include a product bought later by [\d.]+\s% \(95 % interval [\d.]+\s% to [\d.]+\s%\) of the \d+ people who came back for one; [\w ,:-]+, the highest of 12 models, reaches [\d.]+\s%/
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
    expect(protocolText(study)).toContain(`${study.evaluable} bought before and after`);
    expect(protocolText({...study, choice: {...choice, by: "last"}})).toContain("which can flatter them");
  });

  it("says what the claim would take", () => {
    const best = bestOf(study);
    expect(best?.name).not.toBe("popularity");
    expect(claimText(study)).toContain("claims a hit rate of 28\u00a0%");
  });

  it("says why, for every kind of reason", () => {
    const link = [{item: 1, amount: 0.4}];
    const rule = {from: 1, to: 2, count: 3, support: 0.1, confidence: 0.5, lift: 2.5};
    const reasons: [Reason, string][] = [
      [{kind: "popularity", among: "all", rank: 1, count: 1234}, "no. 1 (bought by 1,234 people)"],
      [{kind: "popularity", among: "recent", rank: 2, count: 1.5}, "no. 2 recently"],
      [{kind: "similar", bought: link}, "also bought by people who bought item 1"],
      [{kind: "parts", score: 1, bought: link}, "scored mainly from item 1"],
      [{kind: "rule", rule}, "in 3 of 6 orders with item 1, lift 2.5"],
      [
        {kind: "content", sameCategory: 0.5, samePriceBand: 0},
        "50\u00a0% of what they bought is of its category"
      ],
      [{kind: "blend", ranks: [3, 1200]}, "no. 3 by kNN, no. 1,200 by own categories"],
      [{kind: "chance"}, "drawn at random"]
    ];
    for (const [reason, text] of reasons) expect(reasonText(reason, (item) => `item ${item}`)).toBe(text);
  });

  it("tells what recommendations add and what the claim would take", () => {
    const found = {orders: 1, price: 1, added: 1, revenue: 2_849_475, share: 0.0027};
    expect(revenueText({...found, needed: {ofAll: 103, ofBeyond: 2.05}})).toMatch(
      /add R\$\s28,495 a year, 0.27\s% of revenue\. .* it takes 103 added items for every 100 buyers who are shown recommendations; .*, 2\.\d\.$/
    );
    expect(revenueText({...found, needed: {ofAll: Infinity, ofBeyond: Infinity}})).toContain(
      "no number of items"
    );
  });

  it("names a study where kept results are listed", () => {
    expect(studyName(choice)).toBe("Evaluation: products, purchases from 20 Feb 1970, 5 each");
    expect(studyName({...choice, by: "last", filterBought: false, mergeDays: true})).toBe(
      "Evaluation: products, last orders, 5 each, repeats kept, orders of one day as one"
    );
  });
});
