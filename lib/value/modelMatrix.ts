import type {PurchaseModel} from "./purchaseModel.js";

/** A cell of a matrix by repeat purchases and recency. */
export interface ModelCell {
  x: number;
  /** Weeks from the first to the last purchase. */
  tx: number;
  alive: number;
  /** Purchases expected within the horizon. */
  expected: number;
}

const mostRepeats = 6;
const recencySteps = 8;

/**
 * What a model says of customers watched for a time T, by repeat purchases and by when the last one was.
 * @param T weeks watched
 */
export function modelMatrix(
  model: PurchaseModel<string>,
  parameters: Record<string, number>,
  {T, horizon}: {T: number; horizon: number}
): ModelCell[] {
  return Array.from({length: mostRepeats + 1}, (_, x) =>
    (x === 0 ? [0] : Array.from({length: recencySteps}, (_, step) => (T * (step + 1)) / recencySteps)).map(
      (tx) => ({
        ...{x, tx},
        alive: model.probabilityAlive(parameters, x, tx, T),
        expected: model.expectedPurchasesGiven(parameters, horizon, x, tx, T)
      })
    )
  ).flat();
}
