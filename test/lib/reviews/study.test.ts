import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import type {Manifest} from "../../../lib/marts/manifest.js";
import {sentimentCard} from "../../../lib/reviews/card.js";
import {modelTextHash, toModelText} from "../../../lib/reviews/modelText.js";
import type {ReviewTexts} from "../../../lib/reviews/study.js";
import {studyReviews} from "../../../lib/reviews/study.js";
import type {StudyChoice} from "../../../lib/reviews/studyChoice.js";
import {value} from "./support.js";

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
const size = 600;
const texts = Array.from(
  {length: size},
  (_, i) => `${(i % 3 ? good : bad)[i % 4]} ${"abcdefgh"[i % 8]}${i % 31}`
);
const reviews: ReviewTexts = {
  texts: [...texts, "mais ou menos"],
  scores: Uint8Array.from({length: size + 1}, (_, i) => (i === size ? 3 : i % 3 ? 5 : 1)),
  times: Float64Array.from({length: size + 1}, (_, i) => Date.UTC(2018, 0, 1) + i * 3_600_000),
  states: Array.from({length: size + 1}, (_, i) => (i % 2 ? "SP" : "RJ")),
  categories: Array.from({length: size + 1}, () => "Toys")
};
const asked: StudyChoice = {by: "time", copies: "keep", longest: 2, seed: 1, backend: "cpu"};

describe("the study of reviews", () => {
  it("judges four models on later reviews and at random, and finds the words that tell", () => {
    const {study, words} = value(finish(studyReviews(reviews, asked)));
    expect(study).toMatchObject({reviews: 601, low: 200, high: 400, undated: 0});
    const [time, random] = study.splits;
    expect(time).toMatchObject({by: "time", train: 480, test: 120, leftOut: 0});
    expect(random).toMatchObject({by: "random", train: 480, test: 120});
    for (const {models, won} of study.splits) {
      expect(models.map(({name}) => name)).toEqual(["lexicon", "words", "subwords", "convolution"]);
      for (const {scorecard, parameters, bytes} of models) {
        expect(scorecard.metrics.rocAuc.value).toBeGreaterThan(0.95);
        expect(bytes).toBeGreaterThan(parameters);
      }
      for (const {best, other, difference, interval} of won) {
        expect(other).not.toBe(best);
        expect(difference).toBeGreaterThanOrEqual(0);
        expect(interval.low).toBeLessThanOrEqual(difference);
      }
    }
    expect(study.words.low.map(({term}) => term)).toContain("não");
    expect(study.telling.high.length).toBeGreaterThan(3);
    for (const {negative, reviews: own} of study.aspects) expect(negative).toBeLessThanOrEqual(own);
    expect(study.mismatches).toEqual([]);
    expect(study.hash).toBe(modelTextHash(toModelText(words)));
  });

  it("counts every review by month, by state and by category", () => {
    const times = reviews.times.slice();
    times[3] = NaN;
    const {study} = value(finish(studyReviews({...reviews, times}, asked)));
    const total = (list: readonly {reviews: number}[]) => list.reduce((sum, one) => sum + one.reviews, 0);
    expect(total(study.months) + study.undated).toBe(601);
    expect(study.undated).toBe(1);
    expect(study.months[0].month).toEqual(new Date("2018-01-01T00:00:00Z"));
    expect(study.groups.state.map(({group}) => group)).toEqual(["RJ", "SP"]);
    expect([total(study.groups.state), total(study.groups.category)]).toEqual([601, 601]);
  });

  it("gives the same model again, and another by single words", () => {
    const hash = (choice: StudyChoice) => value(finish(studyReviews(reviews, choice))).study.hash;
    expect(hash(asked)).toBe(hash({...asked, backend: "auto"}));
    expect(hash({...asked, longest: 1})).not.toBe(hash(asked));
  });

  it("has a card with the figures of the split that was asked for", () => {
    const {study} = value(finish(studyReviews(reviews, asked)));
    const about: Manifest = {
      ...{source: "synthetic", built_at: "2026-01-02T03:04:05Z", engine: "", cutoff: "2018-08-30T00:00:00"},
      ...{first_purchase: "", last_purchase: "", inputs: [], marts: {}}
    };
    const card = value(sentimentCard(study, asked, about));
    expect(card.modelHash).toBe(study.hash);
    expect(card.training).toMatchObject({trainRows: 480, testRows: 120, spec: {family: "words", C: 3}});
    const [split] = study.splits;
    const words = split.models.find(({name}) => name === "words");
    expect(card.metrics.find(({name}) => name === "rocAuc")?.value).toBe(
      words?.scorecard.metrics.rocAuc.value
    );
    expect(card.caveats[0]).toMatch(/generated/);
  });

  it("finds a text that contradicts its stars", () => {
    const scores = reviews.scores.slice();
    scores[1] = 1;
    const {study} = value(finish(studyReviews({...reviews, scores}, asked)));
    expect(study.mismatches.map(({row, says, text}) => [row, says, text])).toEqual([
      [1, "high", reviews.texts[1]]
    ]);
  });

  it("says in a sentence that there is nothing to learn", () => {
    const nowhere = {states: [""], categories: [""]};
    const none = {texts: [], scores: new Uint8Array(), times: new Float64Array(), states: [], categories: []};
    expect(finish(studyReviews(none, asked))).toMatchObject({ok: false});
    const praise = {texts: ["bom"], scores: Uint8Array.of(5), times: Float64Array.of(1), ...nowhere};
    expect(finish(studyReviews(praise, asked))).toMatchObject({ok: false});
  });
});
