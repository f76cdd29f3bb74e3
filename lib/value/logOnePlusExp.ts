/**
 * log(1 + exp(u)) without overflow.
 * @example logOnePlusExp(0) => Math.LN2
 */
export const logOnePlusExp = (u: number): number =>
  u > 0 ? u + Math.log1p(Math.exp(-u)) : Math.log1p(Math.exp(u));
