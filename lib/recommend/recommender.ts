import type {Rule} from "./associationRules.js";
import type {Shopper} from "./shopper.js";

/** A bought item and what it has to do with a recommended one. */
export interface BoughtLink {
  item: number;
  /** Similarity, or the part of the score that this item brought. */
  amount: number;
}

/** Why an item is recommended. */
export type Reason =
  /** Place among all items, and in how many hands it is (weighted, where recent purchases count more). */
  | {kind: "popularity"; among: "all" | "recent" | "state" | "category"; rank: number; count: number}
  /** The bought items most like it, by the model's similarity. */
  | {kind: "similar"; bought: BoughtLink[]}
  /** The score as a sum over the bought items, the largest parts first. */
  | {kind: "parts"; score: number; bought: BoughtLink[]}
  | {kind: "rule"; rule: Rule}
  /** Share of the bought items of the same category and of the same price band. */
  | {kind: "content"; sameCategory: number; samePriceBand: number}
  /** Its place in each model's own ranking. */
  | {kind: "blend"; ranks: number[]}
  | {kind: "chance"};

/** A fitted model. */
export interface Recommender {
  items: number;
  /** Puts a score for each item into `out`, the higher the better: what was bought already is scored as well. */
  scores: (shopper: Shopper, out: Float32Array) => void;
  explain: (shopper: Shopper, item: number) => Reason;
}

export type {Progress} from "../driven.js";
