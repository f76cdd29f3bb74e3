import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import type {ReviewTexts, StudyChoice} from "../../../lib/reviews/study.js";
import {studyReviews} from "../../../lib/reviews/study.js";

const good = [
  "ótimo produto, recomendo",
  "chegou antes do prazo",
  "muito bom, adorei",
  "excelente qualidade"
];
const bad = [
  "não recebi o produto",
  "péssimo, veio quebrado",
  "atrasou e ninguém responde",
  "veio errado, quero devolver"
];
const size = 1200;
const texts = Array.from(
  {length: size},
  (_, i) => `${(i % 3 ? good : bad)[i % 4]} ${"abcdefgh"[i % 8]}${i % 31}`
);
const reviews: ReviewTexts = {
  texts: [...texts, "mais ou menos"],
  scores: Uint8Array.from({length: size + 1}, (_, i) => (i === size ? 3 : i % 3 ? 5 : 1)),
  times: Float64Array.from({length: size + 1}, (_, i) => i)
};
const asked: StudyChoice = {by: "time", copies: "keep", seed: 1};

describe("the study of reviews", () => {
  it("judges three models on later reviews, and finds the words that tell", () => {
    const made = finish(studyReviews(reviews, asked));
    if (!made.ok) throw new Error(made.message);
    const {study} = made.value;
    expect(study).toMatchObject({reviews: 1201, low: 400, high: 800, train: 960, test: 240, leftOut: 0});
    expect(study.models.map(({name}) => name)).toEqual(["lexicon", "words", "subwords"]);
    for (const {scorecard} of study.models) expect(scorecard.metrics.rocAuc.value).toBeGreaterThan(0.95);
    expect(study.words.low.map(({term}) => term)).toContain("não");
    for (const {low, reviews: own, negative} of study.aspects.map((row) => ({...row, low: row.negative}))) {
      expect(negative).toBeLessThanOrEqual(own);
      expect(low).toBe(negative);
    }
    expect(study.mismatches).toEqual([]);
  });

  it("finds a text that contradicts its stars", () => {
    const scores = reviews.scores.slice();
    scores[1] = 1;
    const made = finish(studyReviews({...reviews, scores}, asked));
    expect(made.ok && made.value.study.mismatches.map(({row, says}) => [row, says])).toEqual([[1, "high"]]);
  });

  it("says in a sentence that there is nothing to learn", () => {
    const none = {texts: [], scores: new Uint8Array(), times: new Float64Array()};
    expect(finish(studyReviews(none, asked))).toMatchObject({ok: false});
    const praise = {texts: ["bom"], scores: Uint8Array.of(5), times: Float64Array.of(1)};
    expect(finish(studyReviews(praise, asked))).toMatchObject({ok: false});
  });
});
