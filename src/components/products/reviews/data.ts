import type {PublishedFile} from "../../../lib/lab/published.js";
import type {SearchedTexts} from "../../../lib/reviews/findReviews.js";
import {searchedTexts} from "../../../lib/reviews/findReviews.js";
import {fromModelText} from "../../../lib/reviews/modelText.js";
import {reviewTextsOf} from "../../../lib/reviews/reviewTexts.js";
import type {ReviewTexts} from "../../../lib/reviews/study.js";
import type {TextModel} from "../../../lib/reviews/textModel.js";
import type {TrainedReviews} from "../../../lib/reviews/trained.js";
import {atWork} from "../../atWork.js";
import {manifest, readColumns} from "../../marts.js";
import {onSourceChange} from "../../martsSource.js";
import {publishedAddress, publishedIndex, textAt} from "../../publishedFiles.js";

let loaded: Promise<ReviewTexts> | undefined;
let searched: Promise<SearchedTexts> | undefined;
onSourceChange(() => (loaded = searched = undefined));

/** All reviews with a text, read when first needed. */
export function loadReviews(): Promise<ReviewTexts> {
  loaded ??= readColumns("review_texts").then(reviewTextsOf);
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

/** How many reviews have a text, without reading them. */
export const reviewCount = async (): Promise<number> => (await manifest()).marts.review_texts?.rows ?? 0;

/** All reviews with a text, with the forms that they are searched in; made in small steps, so that the page stays usable. */
export async function searchableReviews(): Promise<{reviews: ReviewTexts; forms: SearchedTexts}> {
  const reviews = await loadReviews();
  searched ??= atWork(inSteps(searchedTexts(reviews.texts)));
  searched.catch(() => (searched = undefined));
  return {reviews, forms: await searched};
}

async function inSteps<T>(work: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const {done, value} = work.next();
    if (done) return value;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

let published: Promise<string> | undefined;

/** The file of the published words model; null where the site has none. */
async function publishedModel(): Promise<PublishedFile | null> {
  return (await publishedIndex())?.index.sentiment?.files.model ?? null;
}

/** Where the published words model stands, for a link; null where the site has none. */
export async function publishedModelAddress(): Promise<string | null> {
  const [index, file] = [await publishedIndex(), await publishedModel()];
  return index && file ? publishedAddress(file, index.base) : null;
}

/** The words model of a study, or of the site where nothing was trained; null where there is none. */
export async function wordsModelOf(trained: TrainedReviews | null): Promise<TextModel | null> {
  let text = trained?.model;
  if (text === undefined) {
    const address = await publishedModelAddress();
    if (address === null) return null;
    published ??= atWork(textAt(address));
    published.catch(() => (published = undefined));
    text = await published;
  }
  const read = fromModelText(text);
  if (!read.ok) throw new Error(read.message);
  return read.value;
}
