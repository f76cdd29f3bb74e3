import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {explainText} from "../../../lib/reviews/explainText.js";
import {fromModelText, modelTextHash, roundedModel, toModelText} from "../../../lib/reviews/modelText.js";
import {fitTextModel, textProbabilities} from "../../../lib/reviews/textModel.js";
import {madeUpReviews, value} from "./support.js";

describe("the file of a words model", () => {
  const {texts, labels} = madeUpReviews(500, 12);
  const model = roundedModel(value(finish(fitTextModel(texts, labels, {longest: 2}))));
  const text = toModelText(model);
  const back = value(fromModelText(text));

  it("gives the very model back", () => {
    expect(textProbabilities(back, texts)).toEqual(textProbabilities(model, texts));
    expect(toModelText(back)).toBe(text);
    expect(modelTextHash(toModelText(back))).toBe(modelTextHash(text));
    expect(explainText(back, "não recebi o relógio")).toEqual(explainText(model, "não recebi o relógio"));
  });

  it("is named by every bit of it", () => {
    expect(modelTextHash(text)).toMatch(/^[0-9a-f]{64}$/);
    expect(modelTextHash(toModelText({...model, intercept: model.intercept + 0.001}))).not.toBe(
      modelTextHash(text)
    );
  });

  it.each([
    "",
    "null",
    "[]",
    "{}",
    '{"format":"vitrine-text-model"}',
    text.replace('"counted":500', '"counted":"x"')
  ])("says in a sentence where it is none: %.40s", (other) => {
    expect(fromModelText(other)).toMatchObject({ok: false, code: "model"});
  });

  it("does not take a list that is cut short", () => {
    const file = JSON.parse(text) as {coefficients: number[]};
    file.coefficients.pop();
    expect(fromModelText(JSON.stringify(file)).ok).toBe(false);
  });
});
