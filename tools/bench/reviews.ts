import {join, resolve} from "node:path";
import {formatCount} from "../../lib/format.js";
import {finish} from "../../lib/learn/finish.js";
import {rocAuc} from "../../lib/metrics/rocAuc.js";
import type {Result} from "../../lib/result.js";
import {convolutionProbabilities, fitConvolution} from "../../lib/reviews/convolutionModel.js";
import type {LabelledTexts} from "../../lib/reviews/heldBack.js";
import {lowScores} from "../../lib/reviews/lowScores.js";
import {reviewColumns, reviewTextsOf} from "../../lib/reviews/reviewTexts.js";
import {splitReviews} from "../../lib/reviews/splitReviews.js";
import {wordsSettings} from "../../lib/reviews/studySplit.js";
import {fitSubwordModel, subwordProbabilities} from "../../lib/reviews/subwordModel.js";
import {fitTextModel, textProbabilities} from "../../lib/reviews/textModel.js";
import {withDatabase} from "../../loaders/database.js";
import {martsDirectory} from "./churn/shop.js";
import {against, middle, say, time} from "./churn/parts.js";
import {ask, skipped} from "./customers/python.js";
import {verdict} from "./measure.js";

/** The longest that the words model may take to train, in milliseconds. */
const goal = 5000;
const seed = 1;
const longest = 2;

interface Native {
  version: string;
  ms: number;
  auc: number;
  terms: number;
}

/** Reviews with a text and a low or high score, by time; the first `train` of them are learnt from. */
interface Shop extends LabelledTexts {
  train: number;
}

async function shopReviews(): Promise<Shop> {
  const file = resolve(join(await martsDirectory(), "review_texts.parquet"));
  const columns = await withDatabase(async (connect) => {
    const reader = await (
      await connect()
    ).runAndReadAll(`select ${reviewColumns.join(", ")} from '${file.replaceAll("'", "''")}'`);
    const values = reader.getColumnsJS();
    return Object.fromEntries(reader.columnNames().map((name, i) => [name, values[i]]));
  });
  const {texts, scores, times} = reviewTextsOf(columns);
  const {rows, labels} = lowScores(scores);
  const when = Array.from(rows, (row) => times[row]);
  const split = value(splitReviews(when, rows, {by: "time", duplicates: "keep", seed}));
  const order = [...split.train, ...split.test];
  return {
    texts: order.map((place) => texts[rows[place]]),
    labels: Uint8Array.from(order, (place) => labels[place]),
    times: order.map((place) => when[place]),
    train: split.train.length
  };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

function timed<T>(work: () => T): {ms: number; made: T} {
  const before = performance.now();
  const made = work();
  return {ms: performance.now() - before, made};
}

/**
 * Training on the texts of reviews in Node: the words model on all of them, beside scikit-learn's with its own words at
 * the same n-grams and penalty, and the networks on the first 80 % by time, all judged on the others.
 */
export async function benchReviews(runs: number): Promise<void> {
  const shop = await shopReviews();
  const {train} = shop;
  const first: LabelledTexts = {
    texts: shop.texts.slice(0, train),
    labels: shop.labels.subarray(0, train),
    times: Array.from(shop.times).slice(0, train)
  };
  const settings = {...wordsSettings, longest};
  const judged = (probabilities: (texts: readonly string[]) => ArrayLike<number>) =>
    rocAuc(shop.labels.subarray(train), probabilities(shop.texts.slice(train)))?.toFixed(4);
  const ours: number[] = [];
  const theirs: Native[] = [];
  let absent = "";
  for (let run = 0; run < runs; run++) {
    ours.push(timed(() => value(finish(fitTextModel(shop.texts, shop.labels, settings)))).ms);
    const native = ask<Native>({
      script: "reviews.py",
      told: {...{texts: shop.texts, labels: [...shop.labels], train, longest}, C: settings.C},
      files: {}
    });
    if (typeof native === "string") absent = native;
    else theirs.push(native);
  }
  const words = value(finish(fitTextModel(first.texts, first.labels, settings)));
  const ms = middle(ours, (run) => run);
  say(
    `TF-IDF and logistic regression on ${formatCount(shop.texts.length)} reviews, ${runs} runs: ${time(ms)} ${verdict(ms <= goal, `${goal / 1000} s`)}`
  );
  console.log(
    `  ROC-AUC on the latest 20 %: ${judged((texts) => textProbabilities(words, texts))}, ${formatCount(words.coefficients.length)} terms`
  );
  if (theirs.length) {
    const [{version, auc, terms}] = theirs;
    console.log(
      `  ${version}: ROC-AUC ${auc.toFixed(4)}, ${formatCount(terms)} terms; ${against(
        ms,
        middle(theirs, (run) => run.ms),
        1
      )}`
    );
  } else console.log(skipped("scikit-learn's TfidfVectorizer", absent));
  const averaged = timed(() =>
    value(finish(fitSubwordModel(first.texts, first.labels, first.times, {seed})))
  );
  const convolved = timed(() => value(finish(fitConvolution(first, {seed}))));
  say(
    `Mean of subwords: ${time(averaged.ms)}, ROC-AUC ${judged((texts) => subwordProbabilities(averaged.made, texts))}`
  );
  say(
    `Convolution over words: ${time(convolved.ms)}, ROC-AUC ${judged((texts) => convolutionProbabilities(convolved.made, texts))}`
  );
}
