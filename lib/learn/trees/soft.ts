import {softThreshold} from "../elasticNet.js";

/** What a node takes off the loss: softThreshold(G, alpha)² / (H + lambda). @example lossTaken(4, 7, 0, 1) => 2 */
export function lossTaken(gradient: number, hessian: number, alpha: number, lambda: number): number {
  const drawn = softThreshold(gradient, alpha);
  return (drawn * drawn) / (hessian + lambda);
}
