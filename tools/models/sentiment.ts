import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {PublishedFile} from "../../lib/lab/published.js";
import type {PublishedResult} from "../../lib/lab/resultFile.js";
import {finish} from "../../lib/learn/finish.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import type {Result} from "../../lib/result.js";
import {ok} from "../../lib/result.js";
import {sentimentCard} from "../../lib/reviews/card.js";
import {toModelText} from "../../lib/reviews/modelText.js";
import {reviewTextsOf} from "../../lib/reviews/reviewTexts.js";
import {studyReviews} from "../../lib/reviews/study.js";
import type {StudyChoice} from "../../lib/reviews/studyChoice.js";
import {studyChoice, studyParameters} from "../../lib/reviews/studyChoice.js";
import type {TrainedReviews} from "../../lib/reviews/trained.js";
import {parseState} from "../../lib/state/parseState.js";
import {fileOf} from "./files.js";

/** The words model of the reviews, as it is listed. */
export interface PublishedSentiment {
  hash: string;
  files: {model: PublishedFile; card: PublishedFile};
}

/** What was published about the reviews. */
interface Published {
  result: Omit<PublishedResult<StudyChoice, TrainedReviews>, "format" | "version" | "inputs">;
  sentiment: PublishedSentiment;
}

const name = "sentiment";

/**
 * Answers the default question of the page about reviews, and writes its words model with a card to a folder of their
 * own within `folder`.
 */
export function publishSentiment(
  folder: string,
  columns: Readonly<Record<string, ArrayLike<unknown>>>,
  about: Manifest
): Result<Published> {
  const choice = studyChoice(parseState(studyParameters, "").values);
  const made = finish(studyReviews(reviewTextsOf(columns), choice, {now: () => performance.now()}));
  if (!made.ok) return made;
  const {study, words, milliseconds} = made.value;
  const card = sentimentCard(study, choice, about);
  if (!card.ok) return card;
  mkdirSync(join(folder, name));
  const write = (file: string, text: string) => {
    writeFileSync(join(folder, name, file), text);
    return fileOf(folder, `${name}/${file}`);
  };
  return ok({
    result: {
      choice,
      outcome: {study, milliseconds, ranOn: {backend: "cpu", renderer: null, fellBack: "", timed: null}}
    },
    sentiment: {
      hash: study.hash,
      files: {
        model: write("model.json", toModelText(words)),
        card: write("card.json", `${JSON.stringify(card.value, null, 2)}\n`)
      }
    }
  });
}
