/** A function of several variables, each of the order of 1, such as the logarithm of a parameter. */
export type Objective = (at: Float64Array) => number;

/** The step at which truncation and rounding of a central difference balance. */
const slopeStep = 6e-6;
const bendStep = 1e-3;

const scaled = (step: number, value: number) => step * Math.max(1, Math.abs(value));

/**
 * The slopes of a function by central differences.
 * @example gradient(([x]) => x * x, Float64Array.of(3)) => [6]
 */
export function gradient(f: Objective, at: Float64Array): Float64Array {
  const there = at.slice();
  return at.map((value, j) => {
    const step = scaled(slopeStep, value);
    there[j] = value + step;
    const above = f(there);
    there[j] = value - step;
    const below = f(there);
    there[j] = value;
    return (above - below) / (2 * step);
  });
}

/**
 * The second derivatives of a function by central differences, a row for each variable.
 * @example hessian(([x, y]) => x * x * y, Float64Array.of(1, 2)) => [[4, 2], [2, 0]]
 */
export function hessian(f: Objective, at: Float64Array): Float64Array[] {
  const size = at.length;
  const steps = at.map((value) => scaled(bendStep, value));
  const middle = f(at);
  const moved = (...moves: [index: number, sign: number][]) => {
    const there = at.slice();
    for (const [index, sign] of moves) there[index] += sign * steps[index];
    return f(there);
  };
  const bends = Array.from({length: size}, () => new Float64Array(size));
  for (let j = 0; j < size; j++) {
    bends[j][j] = (moved([j, 1]) - 2 * middle + moved([j, -1])) / steps[j] ** 2;
    for (let k = 0; k < j; k++) {
      const same = moved([j, 1], [k, 1]) + moved([j, -1], [k, -1]);
      const opposite = moved([j, 1], [k, -1]) + moved([j, -1], [k, 1]);
      bends[j][k] = bends[k][j] = (same - opposite) / (4 * steps[j] * steps[k]);
    }
  }
  return bends;
}
