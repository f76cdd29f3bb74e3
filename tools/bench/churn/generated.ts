import {randomSource} from "../../../lib/random/source.js";
import type {Matrix} from "./matrix.js";

const seed = 20180830;
const shape = {numbers: 55, rare: 18, flags: 21};
const factors = 6;
const positiveShare = 0.12;

/** Independent standard normal numbers (Box and Muller 1958). */
function normals(count: number, stream: number): Float64Array {
  const random = randomSource(seed, stream);
  return Float64Array.from(
    {length: count},
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  );
}

/**
 * A seeded matrix shaped like the 94 columns of the features: numbers that hang together, skewed, some of them counts,
 * some with gaps; columns that are known of 3 % of the rows only (who bought again); levels and flags. 12 % of the
 * rows have label 1, by a rule with interactions and noise.
 */
export function generatedMatrix(rows: number): Matrix {
  const latent = Array.from({length: factors}, (_, k) => normals(rows, k));
  const again = normals(rows, 100).map((value) => Number(value > 1.881));
  const mixed = (j: number) => {
    const [a, b] = [latent[j % factors], latent[(j * 5 + 2) % factors]];
    return normals(rows, 200 + j).map((noise, row) => 0.7 * a[row] + 0.4 * b[row] + 0.6 * noise);
  };
  const columns: Float32Array[] = [];
  for (let j = 0; j < shape.numbers; j++) columns.push(numberColumn(j, mixed(j)));
  for (let j = 0; j < shape.rare; j++)
    columns.push(
      Float32Array.from(mixed(300 + j), (value, row) => (again[row] ? Math.exp(value + again[row]) : NaN))
    );
  for (let j = 0; j < shape.flags; j++) columns.push(Float32Array.from(mixed(600 + j), flagOf(j)));
  return {
    name: "generated",
    about: "generated",
    features: columns.map((_, j) => `f${j}`),
    columns,
    labels: labelsOf(latent, columns, rows)
  };
}

/** Amounts, counts and gaps by turns. */
function numberColumn(j: number, values: Float64Array): Float32Array {
  const random = randomSource(seed, 800 + j);
  const missing = j % 5 === 4 ? 0.1 : j % 5 === 3 ? 0.01 : 0;
  return Float32Array.from(values, (value) => {
    const gap = missing > 0 && random() < missing;
    if (gap) return NaN;
    if (j % 4 === 1) return Math.floor(Math.exp(0.8 * value));
    if (j % 4 === 2) return Math.round(100 * Math.exp(value + 3)) / 100;
    return j % 4 === 3 ? value ** 2 : Math.exp(value);
  });
}

const flagOf = (j: number) => (value: number) => Number(value > 0.3 + 0.1 * (j % 15));

function labelsOf(
  latent: readonly Float64Array[],
  columns: readonly Float32Array[],
  rows: number
): Uint8Array {
  const noise = normals(rows, 900);
  const scores = noise.map((own, row) => {
    const [a, b, c, d] = latent.map((column) => column[row]);
    const rare = columns[shape.numbers][row];
    const known = Number.isNaN(rare) ? 0 : Math.log1p(rare);
    return 0.9 * a - 0.6 * b * Number(c > 0) + 0.4 * c * d - 0.7 * known + 2 * own;
  });
  const limit = scores.slice().sort()[Math.floor((1 - positiveShare) * rows)];
  return Uint8Array.from(scores, (score) => Number(score >= limit));
}
