/** 0, 1, ..., n - 1. @example [...everyRow(3)] => [0, 1, 2] */
export const everyRow = (n: number): Uint32Array => Uint32Array.from({length: n}, (_, row) => row);
