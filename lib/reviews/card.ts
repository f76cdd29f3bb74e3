import {sha256} from "@noble/hashes/sha2.js";
import {bytesToHex, utf8ToBytes} from "@noble/hashes/utils.js";
import {version} from "../version.js";
import type {Manifest} from "../marts/manifest.js";
import {metricNames} from "../metrics/measure.js";
import type {ModelCard} from "../model/card.js";
import {modelCard} from "../model/card.js";
import type {Result} from "../result.js";
import {fail} from "../result.js";
import type {ReviewStudy} from "./study.js";
import {wordsSettings} from "./studySplit.js";
import type {StudyChoice} from "./studyChoice.js";

/** How the words model was made. */
export interface WordsSpec {
  family: "words";
  longest: number;
  C: number;
  minDocuments: number;
}

const splits = {
  time: "the latest 20 % of the reviews, without those whose text was learnt from",
  random: "20 % of the reviews at random"
};

const copies: Record<StudyChoice["copies"], string> = {
  oneSide: "no text is both learnt from and judged by",
  first: "of the same text only the first review counts",
  keep: "reviews with the same text may stand on both sides"
};

/** The card of the words model of a study; fails where a figure cannot be. */
export function sentimentCard(
  {low, high, splits: [judged], hash}: ReviewStudy,
  {longest, copies: rule, seed}: StudyChoice,
  about: Manifest
): Result<ModelCard<WordsSpec>> {
  const model = judged.models.find(({name}) => name === "words");
  if (!model) return fail("card", "there is no words model");
  const {metrics, baseline} = model.scorecard;
  return modelCard<WordsSpec>({
    name: "TF-IDF and logistic regression: low scores from texts",
    madeAt: new Date(about.built_at).toISOString(),
    version,
    intendedUse: {
      purpose: "To tell Portuguese reviews that go with 1 or 2 stars from those that go with 4 or 5.",
      users: "Analysts of the shop, who read the reviews behind a figure.",
      outOfScope: [
        "Decisions about the person who wrote a review.",
        "Other languages and other kinds of text, without judging it anew."
      ]
    },
    data: {
      source: about.source,
      ...{cutoff: about.cutoff, horizonDays: null, label: "a score of 1 or 2; 0 is 4 or 5"},
      ...{rows: low + high, positives: low},
      manifestHash: bytesToHex(sha256(utf8ToBytes(JSON.stringify(about.inputs))))
    },
    features: {preset: "texts", columns: ["title", "message"]},
    training: {
      spec: {family: "words", longest, ...wordsSettings},
      ...{balance: "none", seed, backend: "float64 in TypeScript"},
      split: `${splits[judged.by]}; ${copies[rule]}`,
      ...{trainRows: judged.train, testRows: judged.test}
    },
    confidence: 0.95,
    metrics: metricNames.map((name) => {
      const {value, interval} = metrics[name];
      const [low, high] = [interval?.low ?? null, interval?.high ?? null];
      return {name, value, low, high, majority: baseline[name]};
    }),
    calibration: {method: "none", brierBefore: metrics.brier.value, brierAfter: null},
    caveats: [
      "Reviews with 3 stars are neither learnt from nor judged by.",
      "Most reviews have no text: those that have one are lower on average.",
      "Irony and quoted words are read as they stand."
    ],
    modelHash: hash
  });
}
