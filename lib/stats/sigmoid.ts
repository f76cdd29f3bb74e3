/** ln(1 + e^z) without overflow. @example softplus(1000) => 1000 */
export const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** 1 / (1 + e^-z). @example sigmoid(0) => 0.5 */
export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
