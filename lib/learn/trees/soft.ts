/** Soft threshold: draws a number toward zero by `alpha`. @example soft(-3, 1) => -2 */
export const soft = (value: number, alpha: number): number =>
  Math.max(value - alpha, 0) + Math.min(value + alpha, 0);

/** What a node takes off the loss: soft(G, alpha)² / (H + lambda). @example lossTaken(4, 7, 0, 1) => 2 */
export function lossTaken(gradient: number, hessian: number, alpha: number, lambda: number): number {
  const drawn = soft(gradient, alpha);
  return (drawn * drawn) / (hessian + lambda);
}
