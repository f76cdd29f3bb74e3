import type {Result} from "../result.js";
import type {Cases} from "./distinctCases.js";
import type {Fit, Parameters} from "./fitPositive.js";

/** A "buy till you die" model: customers buy at rates of their own until they leave, unseen, for good. */
export interface PurchaseModel<Name extends string> {
  /** As the literature calls it. */
  name: string;
  /** Of all customers together. */
  logLikelihood: (parameters: Parameters<Name>, cases: Cases) => number;
  /** Maximum likelihood; refuses, with a sentence, where nothing can be estimated. */
  fit: (cases: Cases) => Result<Fit<Name>>;
  /** The chance that a customer of this history has not left. */
  probabilityAlive: (parameters: Parameters<Name>, x: number, tx: number, T: number) => number;
  /** Repeat purchases that a new customer makes within t, on average. */
  expectedPurchases: (parameters: Parameters<Name>, t: number) => number;
  /** Purchases that a customer of this history makes within the next t, on average. */
  expectedPurchasesGiven: (
    parameters: Parameters<Name>,
    t: number,
    x: number,
    tx: number,
    T: number
  ) => number;
}
