import {existsSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {lowScores} from "../../../lib/reviews/lowScores.js";
import {reviewColumns, reviewTextsOf} from "../../../lib/reviews/reviewTexts.js";
import {sentiment} from "../../../lib/reviews/sentiment.js";
import {splitReviews} from "../../../lib/reviews/splitReviews.js";
import {wordsSettings} from "../../../lib/reviews/studySplit.js";
import {fitTextModel, textProbabilities} from "../../../lib/reviews/textModel.js";
import {openMarts, realMarts} from "../../support/marts.js";
import {olistDir} from "../../support/paths.js";
import {value} from "./support.js";

describe.skipIf(!existsSync(olistDir ?? ""))("the real reviews, the last 20 % by date judged", () => {
  let train: {texts: string[]; labels: Uint8Array};
  let test: {texts: string[]; labels: Uint8Array};

  beforeAll(async () => {
    const open = await openMarts(await realMarts());
    const rows = await open.rows<Record<string, unknown>>(
      `select ${reviewColumns.map((name) => (name === "created_at" ? "epoch_ms(created_at) as created_at" : name)).join(", ")} from review_texts`
    );
    open.close();
    const columns = Object.fromEntries(
      reviewColumns.map((name) => [
        name,
        rows.map((row) => (name === "created_at" ? new Date(Number(row[name])) : row[name]))
      ])
    );
    const {texts, scores, times} = reviewTextsOf(columns);
    const {rows: told, labels} = lowScores(scores);
    expect(told).toHaveLength(39_044);
    const split = value(
      splitReviews(
        Array.from(told, (row) => times[row]),
        told,
        {by: "time", duplicates: "keep", seed: 1}
      )
    );
    const side = (places: Uint32Array) => ({
      texts: Array.from(places, (place) => texts[told[place]]),
      labels: Uint8Array.from(places, (place) => labels[place])
    });
    [train, test] = [side(split.train), side(split.test)];
  });

  it("are told apart by words with a ROC-AUC of at least .985, and single words do worse", () => {
    const auc = (longest: number) => {
      const model = value(finish(fitTextModel(train.texts, train.labels, {...wordsSettings, longest})));
      return rocAuc(test.labels, textProbabilities(model, test.texts)) ?? 0;
    };
    const pairs = auc(2);
    expect(pairs).toBeGreaterThanOrEqual(0.985);
    expect(pairs).toBeCloseTo(0.9855, 4);
    expect(auc(1)).toBeLessThan(pairs);
  });

  it("are told apart by the lexicon alone with more than .96", () => {
    const scores = test.texts.map((text) => -sentiment(text).score);
    expect(rocAuc(test.labels, scores)).toBeGreaterThan(0.96);
  });
});
