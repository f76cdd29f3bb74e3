import type {Lack} from "./shop.js";
import {lacks} from "./shop.js";

const words: Record<Lack, string> = {
  deliveries: "delivery dates",
  promises: "promised days",
  approvals: "times of approval",
  reviews: "review scores",
  texts: "reviews with a text",
  sellers: "several sellers",
  freight: "freight",
  payments: "types of payment",
  installments: "installments"
};

/**
 * Says of the first of several things that the shop's files lack that they lack it, and what helps; undefined where
 * they lack none.
 * @example lackText("reviews") => undefined
 */
export function lackText(...needs: readonly Lack[]): string | undefined {
  const lacking = needs.find(lacks);
  return lacking && `These data have no ${words[lacking]}: with a column of them, this could be answered.`;
}
