import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {shuffle} from "../../../lib/random/shuffle.js";
import {randomSource} from "../../../lib/random/source.js";
import {classWeights} from "../../../lib/reviews/classWeights.js";
import {explainText} from "../../../lib/reviews/explainText.js";
import {shownTerms} from "../../../lib/reviews/shownTerms.js";
import {sparseLogistic} from "../../../lib/reviews/sparseLogistic.js";
import {takeRows, times} from "../../../lib/reviews/sparseRows.js";
import {tellingWords} from "../../../lib/reviews/tellingWords.js";
import {fitTextModel, textProbabilities} from "../../../lib/reviews/textModel.js";
import {tfidf, vocabulary} from "../../../lib/reviews/tfidf.js";
import {ngrams} from "../../../lib/reviews/ngrams.js";
import {madeUpReviews, value} from "./support.js";

/** TfidfVectorizer(sublinear_tf=True, min_df=2, ngram_range=(1, 2)) and LogisticRegression of scikit-learn 1.9.1. */
const documents = [
  ...["nao recebi", "nao recebi nao", "otimo produto", "produto ruim", "otimo otimo otimo"],
  ...["chegou antes produto", "nao gostei", "gostei produto otimo", "ruim ruim", "chegou otimo", ""]
].map((text) => ngrams(text ? text.split(" ") : [], new Uint8Array(9), 2));
const labels = Uint8Array.of(1, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0);
const words = vocabulary(documents, {minDocuments: 2});
const matrix = tfidf(words, documents);

const close = (actual: ArrayLike<number>, expected: readonly number[], digits: number) => {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((number, i) => expect(actual[i]).toBeCloseTo(number, digits));
};

describe("tf-idf", () => {
  it("is that of scikit-learn", () => {
    expect(words.terms).toEqual([
      "chegou",
      "gostei",
      "nao",
      "nao recebi",
      "otimo",
      "produto",
      "recebi",
      "ruim"
    ]);
    close(
      words.idf,
      [
        2.386294361119891, 2.386294361119891, 2.09861228866811, 2.386294361119891, 1.8754687373538999,
        1.8754687373538999, 2.386294361119891, 2.386294361119891
      ],
      14
    );
    const second = takeRows(matrix, [1]);
    expect([...second.indices]).toEqual([2, 3, 6]);
    close(second.values, [0.7250877375572929, 0.48695367995531474, 0.48695367995531474], 14);
    close(takeRows(matrix, [7]).values, [0.6688427551400841, 0.5256659437782808, 0.5256659437782808], 14);
  });

  it("has rows of length 1, and of zeros for texts without known terms", () => {
    expect(matrix.starts[11] - matrix.starts[10]).toBe(0);
    for (let row = 0; row < 10; row++)
      expect(takeRows(matrix, [row]).values.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 12);
    expect(tfidf(vocabulary([]), []).rows).toBe(0);
    expect(vocabulary(documents, {minDocuments: 1, mostTerms: 2}).terms).toEqual(["otimo", "produto"]);
  });
});

describe("sparse logistic regression", () => {
  it("is that of scikit-learn, plain and balanced", () => {
    const plain = value(finish(sparseLogistic(matrix, labels, {C: 2})));
    expect(plain.converged).toBe(true);
    expect(plain.intercept).toBeCloseTo(-0.250492106795916, 8);
    close(
      plain.coefficients,
      [
        -0.6905519799438943, 0.16409142492373258, 1.1095308757603828, 0.5630413237793822, -1.1806399862852222,
        -0.4076124979506183, 0.5630413237793822, 1.1844287622346292
      ],
      8
    );
    const balanced = value(finish(sparseLogistic(matrix, labels, {C: 0.5, balanced: true})));
    expect(balanced.intercept).toBeCloseTo(-0.014799904641212076, 8);
    close(
      balanced.coefficients,
      [
        -0.2812400520241797, 0.048790415361943604, 0.41589812752041694, 0.22705497877211184,
        -0.49818825927266125, -0.18626645863882685, 0.22705497877211184, 0.4156140267107433
      ],
      8
    );
  });

  it("weighs both classes the same where balanced", () => {
    const weights = classWeights(labels, true);
    const sum = (label: number) =>
      weights.reduce((all, weight, i) => all + (labels[i] === label ? weight : 0), 0);
    expect(sum(0)).toBeCloseTo(sum(1), 12);
  });

  it("says in a sentence what it cannot learn from", () => {
    expect(finish(sparseLogistic(matrix, new Uint8Array(11)))).toMatchObject({ok: false, code: "one-class"});
    expect(finish(sparseLogistic(matrix, labels, {C: 0}))).toMatchObject({ok: false, code: "C"});
  });
});

describe("the bag-of-words model", () => {
  const reviews = madeUpReviews(600, 3);
  const model = value(finish(fitTextModel(reviews.texts, reviews.labels)));

  it("tells low scores from high ones on reviews that it has not seen", () => {
    const others = madeUpReviews(400, 4);
    expect(rocAuc(others.labels, textProbabilities(model, others.texts))).toBeGreaterThan(0.85);
  });

  it("is the same, up to roundings, whatever the order of the reviews", () => {
    const order = shuffle(
      Uint32Array.from(reviews.texts, (_, row) => row),
      randomSource(5)
    );
    const again = value(
      finish(
        fitTextModel(
          Array.from(order, (row) => reviews.texts[row]),
          Uint8Array.from(order, (row) => reviews.labels[row])
        )
      )
    );
    expect(again.vocabulary.terms).toEqual(model.vocabulary.terms);
    expect(again.intercept).toBeCloseTo(model.intercept, 6);
    const furthest = again.coefficients.reduce(
      (most, c, j) => Math.max(most, Math.abs(c - model.coefficients[j])),
      0
    );
    expect(furthest).toBeLessThan(1e-6);
  });

  it("explains a text by parts that sum to its log-odds", () => {
    const text = "Não recebi o relógio xyzw, quero meu dinheiro";
    const explained = explainText(model, text);
    const sum = explained.terms.reduce((all, {contribution}) => all + contribution, explained.intercept);
    expect(sum).toBeCloseTo(explained.margin, 12);
    expect(explained.probability).toBeCloseTo(textProbabilities(model, [text])[0], 12);
    expect(explained.probability).toBeGreaterThan(0.8);
    expect(explained.unknown).toContain("xyzw");
    expect(explainText(model, "").terms).toEqual([]);
  });

  it("names its most telling words, as they are written", () => {
    const {low, high} = tellingWords(model, 8);
    expect(low.map(({term}) => term)).toContain("nao");
    expect(high.map(({term}) => term)).toContain("adorei");
    expect(
      low.every(({coefficient}, i) => coefficient > 0 && (i === 0 || coefficient <= low[i - 1].coefficient))
    ).toBe(true);
    const shown = shownTerms(reviews.texts, ["nao recebi", "otimo", "nowhere"], {});
    expect([...shown.values()]).toEqual(["não recebi", "ótimo", "nowhere"]);
    expect(shownTerms(["Recomendo", "recomendado"], ["recomend"], {stems: true}).get("recomend")).toBe(
      "recomendado"
    );
  });

  it("reports how far it is, never backwards", () => {
    const shares = [...fitTextModel(reviews.texts, reviews.labels)].map(({share}) => share);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares.every((share, i) => share <= 1 && (i === 0 || share >= shares[i - 1]))).toBe(true);
  });

  it("says in a sentence what it cannot learn from", () => {
    const fitted = (texts: string[], own: number[]) => finish(fitTextModel(texts, Uint8Array.from(own)));
    expect(fitted([], [])).toMatchObject({ok: false, code: "no-texts"});
    expect(fitted(["bom", "bom"], [0, 0])).toMatchObject({ok: false, code: "one-class"});
    expect(fitted(["", "de a", "", "o"], [0, 1, 0, 1])).toMatchObject({ok: false, code: "no-words"});
    expect(fitted(["😍", "😍", "😍", "😡", "😡", "😡"], [0, 0, 0, 1, 1, 1]).ok).toBe(true);
    expect([...times(tfidf(model.vocabulary, [[]]), model.coefficients, 3)]).toEqual([3]);
  });
});
