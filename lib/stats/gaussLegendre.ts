/** Points and weights of an integral over [0, 1]: sum of weight times function at the point. */
export interface Quadrature {
  points: Float64Array;
  weights: Float64Array;
}

const known: Quadrature[] = [];

/**
 * Gauss and Legendre's rule on [0, 1], exact for polynomials up to degree 2 count - 1. The points are the roots of
 * Legendre's polynomial, found by Newton's method.
 * @example [...gaussLegendre(1).points] => [0.5]
 */
export function gaussLegendre(count: number): Quadrature {
  return (known[count] ??= rule(count));
}

function rule(count: number): Quadrature {
  const points = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let root = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < 20; step++) {
      let before = 1;
      let value = root;
      for (let k = 2; k <= count; k++)
        [before, value] = [value, ((2 * k - 1) * root * value - (k - 1) * before) / k];
      slope = (count * (root * value - before)) / (root * root - 1);
      const move = value / slope;
      root -= move;
      if (Math.abs(move) < 1e-16) break;
    }
    points[i] = (1 - root) / 2;
    weights[i] = 1 / ((1 - root * root) * slope * slope);
  }
  return {points, weights};
}
