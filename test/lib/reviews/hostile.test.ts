import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {aspectSentiment} from "../../../lib/reviews/aspectSentiment.js";
import {convolutionProbabilities, fitConvolution} from "../../../lib/reviews/convolutionModel.js";
import {explainText} from "../../../lib/reviews/explainText.js";
import {findReviews, searchedTexts} from "../../../lib/reviews/findReviews.js";
import {sentiment} from "../../../lib/reviews/sentiment.js";
import {studyReviews} from "../../../lib/reviews/study.js";
import {fitSubwordModel, subwordProbabilities} from "../../../lib/reviews/subwordModel.js";
import {fitTextModel, textProbabilities} from "../../../lib/reviews/textModel.js";
import {tokenise} from "../../../lib/reviews/tokenise.js";
import {madeUpReviews, value} from "./support.js";

const long = 10_000_000;
const hostile: Record<string, string> = {
  script: "<script>alert(1)</script>",
  markup: '<img src=x onerror="alert(1)"> &lt;b&gt; ${1+1} {{x}}',
  formula: '=HYPERLINK("http://x","ótimo")',
  emoji: "😍😡👏🏽👩‍👩‍👧‍👦",
  empty: "",
  blank: " \n\t\r",
  nul: "não\0recebi\0",
  surrogate: "\ud83d bom \udc00",
  direction: "\u202eótimo\u202c",
  marks: `o${"\u0301".repeat(2000)}timo`,
  prototype: "__proto__ constructor hasOwnProperty toString"
};
const {texts, labels, times} = madeUpReviews(400, 21);

describe("hostile texts", () => {
  const words = value(finish(fitTextModel(texts, labels)));
  const averaged = value(finish(fitSubwordModel(texts, labels, times, {seed: 1, buckets: 512})));
  const convolved = value(finish(fitConvolution({texts, labels, times}, {seed: 1, buckets: 512})));
  const probabilities = (some: readonly string[]) => [
    ...textProbabilities(words, some),
    ...subwordProbabilities(averaged, some),
    ...convolutionProbabilities(convolved, some)
  ];

  it.each(Object.entries(hostile))("are read as any other: %s", (_, text) => {
    const {words: tokens, starts, ends} = tokenise(text);
    expect(tokens.every((token, i) => token !== "" && starts[i] < ends[i])).toBe(true);
    expect(Math.abs(sentiment(text).score)).toBeLessThan(1);
    for (const {start, end, text: part} of sentiment(text).words) expect(text.slice(start, end)).toBe(part);
    expect(aspectSentiment(text).every(({score}) => Math.abs(score) < 1)).toBe(true);
    expect(probabilities([text]).every((p) => p > 0 && p < 1)).toBe(true);
    expect(explainText(words, text).probability).toBeGreaterThan(0);
    const forms = finish(searchedTexts([text]));
    expect(findReviews(forms, text)).toEqual(text.trim() === "" ? [] : [0]);
  });

  it("are learnt from beside others", () => {
    const some = [...texts, ...Object.values(hostile)];
    const own = Object.values(hostile);
    const study = value(
      finish(
        studyReviews(
          {
            texts: some,
            scores: Uint8Array.from(some, (_, i) => (i < labels.length ? (labels[i] ? 1 : 5) : 1 + (i % 5))),
            times: Float64Array.from(some, (_, i) => Date.UTC(2018, 0, 1 + i)),
            states: some.map((_, i) => own[i % own.length]),
            categories: some.map(() => "__proto__")
          },
          {by: "time", copies: "oneSide", longest: 2, seed: 1, backend: "cpu"}
        )
      )
    ).study;
    expect(study.reviews).toBe(some.length);
    expect(study.groups.category).toMatchObject([{group: "__proto__", reviews: some.length}]);
  });

  it.each([
    ["one word of 10 million letters", "a".repeat(long)],
    ["laughter without an end", `${"k".repeat(long)}!`],
    ["2 million words", "não recebi o produto ".repeat(Math.floor(long / 21))],
    ["signs alone", "=".repeat(long)]
  ])("of 10 MB are read to their end: %s", (_, text) => {
    expect(Math.abs(sentiment(text).score)).toBeLessThanOrEqual(1);
    const [p] = textProbabilities(words, [text]);
    expect(p >= 0 && p <= 1).toBe(true);
  });
});
