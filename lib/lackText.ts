import type {Lack} from "./shop.js";
import {lacks} from "./shop.js";

const words: Record<Lack, string> = {
  deliveries: "delivery dates",
  promises: "promised days",
  approvals: "times of approval",
  handovers: "times of handing over to a carrier",
  outcomes: "orders that were not delivered",
  reviews: "review scores",
  texts: "reviews with a text",
  answers: "times at which reviews were answered",
  sellers: "more than one seller",
  freight: "freight",
  payments: "types of payment",
  installments: "installments",
  places: "places few enough to choose from",
  categories: "categories of products",
  measures: "sizes and weights of products",
  translations: "translations of categories",
  zips: "postal codes",
  customerIds: "ids of customers that are one per order"
};

/** What one table of transactions has no column for. */
const inFilesOnly: readonly Lack[] = [
  "approvals",
  "handovers",
  "outcomes",
  "answers",
  "sellers",
  "freight",
  "installments",
  "measures",
  "translations",
  "zips",
  "customerIds"
];

/**
 * Says of the first of several things that the shop's files lack that they lack it, and what helps; undefined where
 * they lack none.
 * @example lackText("reviews") => undefined
 */
export function lackText(...needs: readonly Lack[]): string | undefined {
  const lacking = needs.find(lacks);
  return (
    lacking &&
    `These data have no ${words[lacking]}: ${inFilesOnly.includes(lacking) ? "with files that have them, as Olist’s do" : "with a column of them"}, this could be answered.`
  );
}
