import type {Aspect} from "../../../lib/reviews/aspectNames.js";
import type {ReviewModelName} from "../../../lib/reviews/compareReviewModels.js";

export const modelNames: Record<ReviewModelName, string> = {
  lexicon: "Lexicon",
  words: "TF-IDF and logistic regression",
  subwords: "Mean of subwords",
  convolution: "Convolution over words"
};

/** Within a sentence. */
export const modelPhrases: Record<ReviewModelName, string> = {
  lexicon: "the lexicon",
  words: "TF-IDF with logistic regression",
  subwords: "the network that averages subwords",
  convolution: "the network with a convolution"
};

export const aspectNames: Record<Aspect, string> = {
  delivery: "Delivery",
  product: "Product",
  wrongItem: "Wrong or missing item",
  service: "Service",
  packaging: "Packaging",
  price: "Price"
};
