import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {pointsFrom} from "../../../lib/cluster/points.js";
import {principalComponents} from "../../../lib/cluster/principalComponents.js";
import {symmetricEigen} from "../../../lib/cluster/symmetricEigen.js";
import type {Matrix, TruncatedSvd} from "../../../lib/cluster/truncatedSvd.js";
import {truncatedSvd} from "../../../lib/cluster/truncatedSvd.js";
import {blobs, failure, iris, irisRows, pointsOf, reference, smallRows, value} from "./support.js";

const matrixOf = (rows: number[][]): Matrix => ({
  values: rows.flat(),
  rows: rows.length,
  width: rows[0].length
});

/** The product of a decomposition's parts, row by row. */
function product({singularValues, left, right}: TruncatedSvd): number[] {
  const k = singularValues.length;
  const width = right.length / k;
  return Array.from({length: (left.length / k) * width}, (_, at) => {
    const row = Math.floor(at / width);
    return singularValues.reduce(
      (sum, s, c) => sum + s * left[row * k + c] * right[c * width + (at % width)],
      0
    );
  });
}

const near = (expected: number[], digits: number) =>
  expected.map((one) => expect.closeTo(one, digits) as number);

const largestIsPositive = (row: Float64Array) => {
  const [most, least] = [Math.max(...row), Math.min(...row)];
  expect(most).toBeGreaterThanOrEqual(-least * (1 - 1e-9));
};

describe("principal components", () => {
  it("are scikit-learn's of iris: ratios .9246187 and .0530665", () => {
    const {ratios, variances, loadings} = value(principalComponents(iris, 2));
    const expected = reference.iris_pca;
    expect([...ratios]).toEqual(near(expected.ratio, 13));
    expect([...variances].map((one) => one / 100)).toEqual(near(expected.explained_variance, 12));
    expect([...loadings].map(Math.abs)).toEqual(near(expected.abs_components.flat(), 12));
  });

  it("explain all variance together, by scores that are uncorrelated and keep distances", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1000}), fc.integer({min: 1, max: 6}), (seed, width) => {
        const points = blobs(40, width, 3, 2, seed);
        const {ratios, variances, loadings, scores} = value(principalComponents(points, width));
        expect(ratios.reduce((sum, ratio) => sum + ratio, 0)).toBeCloseTo(1, 12);
        const squares = (values: Float32Array) => {
          let sum = 0;
          for (let j = 0; j < width; j++) sum += (values[j] - values[width + j]) ** 2;
          return sum;
        };
        expect(squares(scores.values)).toBeCloseTo(squares(points.values), 3);
        for (let c = 0; c < width; c++) {
          largestIsPositive(loadings.subarray(c * width, (c + 1) * width));
          for (let other = 0; other <= c; other++) {
            let sum = 0;
            for (let row = 0; row < 40; row++)
              sum += (scores.values[row * width + c] * scores.values[row * width + other]) / 39;
            expect(sum).toBeCloseTo(c === other ? variances[c] : 0, 4);
          }
        }
      }),
      {numRuns: 30}
    );
  });

  it("do without a constant column and put all variance of one direction on one component", () => {
    const x = Float32Array.of(1, 2, 3, 6);
    const {ratios, loadings} = value(
      principalComponents(pointsFrom([x, x.map((at) => -at), x.map(() => 4)]), 3)
    );
    expect([...ratios]).toEqual(near([1, 0, 0], 12));
    expect([...loadings.subarray(0, 3)]).toEqual(near([Math.SQRT1_2, -Math.SQRT1_2, 0], 12));
  });

  it("fail with a sentence", () => {
    expect(failure(principalComponents(pointsFrom([]), 1))).toBe("columns");
    expect(failure(principalComponents(pointsOf([[1, 2]]), 1))).toBe("rows");
    expect(failure(principalComponents(pointsOf([[1], [1]]), 1))).toBe("distinct");
    expect(failure(principalComponents(pointsOf([[1], [NaN]]), 1))).toBe("values");
    for (const count of [0, 5, 1.5]) expect(failure(principalComponents(iris, count))).toBe("count");
  });
});

describe("eigenvalues of a symmetric matrix", () => {
  it("rebuild the matrix, with vectors at right angles", () => {
    fc.assert(
      fc.property(smallRows, (rows) => {
        const size = rows.length;
        const matrix = Float64Array.from({length: size * size}, (_, at) => {
          const [a, b] = [rows[Math.floor(at / size)], rows[at % size]];
          return a.reduce((sum, x, j) => sum + x * b[j], a[0] + b[0]);
        });
        const {values, vectors} = symmetricEigen(matrix, size);
        for (let i = 0; i < size; i++)
          for (let j = 0; j <= i; j++) {
            let [rebuilt, angle] = [0, 0];
            for (let c = 0; c < size; c++) {
              rebuilt += values[c] * vectors[c * size + i] * vectors[c * size + j];
              angle += vectors[i * size + c] * vectors[j * size + c];
            }
            expect(rebuilt).toBeCloseTo(matrix[i * size + j], 10);
            expect(angle).toBeCloseTo(i === j ? 1 : 0, 12);
          }
        values.forEach((one, i) => expect(one).toBeLessThanOrEqual(i ? values[i - 1] : Infinity));
      }),
      {numRuns: 25}
    );
  });

  it("are the diagonal of a diagonal matrix, and 0 of nothing but zeros", () => {
    expect([...symmetricEigen(Float64Array.of(1, 0, 0, 5), 2).values]).toEqual([5, 1]);
    expect([...symmetricEigen(new Float64Array(4), 2).values]).toEqual([0, 0]);
    expect([...symmetricEigen(new Float64Array(0), 0).values]).toEqual([]);
  });
});

describe("truncated singular value decomposition", () => {
  it("has Wikipedia's singular values 3, the root of 5, 2 and 0", () => {
    const {A, s} = reference.wikipedia;
    const found = value(truncatedSvd(matrixOf(A), 4));
    expect([...found.singularValues]).toEqual(near(s, 14));
    expect(product(found)).toEqual(near(A.flat(), 14));
    expect(found.left.filter((_, at) => at % 4 === 3).every((one) => one === 0)).toBe(true);
  });

  it("rebuilds the ratings, and their best approximation of rank 2", () => {
    const {R, s, rank2, frobenius_err} = reference.ratings;
    const all = value(truncatedSvd(matrixOf(R), 4));
    expect([...all.singularValues]).toEqual(near(s, 13));
    expect(product(all)).toEqual(near(R.flat(), 13));
    const two = product(value(truncatedSvd(matrixOf(R), 2)));
    expect(two).toEqual(near(rank2.flat(), 13));
    const error = two.reduce((sum, one, at) => sum + (one - R.flat()[at]) ** 2, 0);
    expect(Math.sqrt(error)).toBeCloseTo(frobenius_err, 12);
  });

  it("is scikit-learn's of iris: 95.9599139 and 17.7610337", () => {
    const {singularValues, right} = value(truncatedSvd(matrixOf(irisRows), 2));
    expect([...singularValues]).toEqual(near(reference.iris_truncated_svd.singular_values, 11));
    expect([...right].map(Math.abs)).toEqual(near(reference.iris_truncated_svd.abs_components.flat(), 12));
  });

  it("rebuilds whatever matrix, with its sign settled", () => {
    fc.assert(
      fc.property(smallRows, (rows) => {
        const width = rows[0].length;
        const found = value(truncatedSvd(matrixOf(rows), Math.min(rows.length, width)));
        expect(product(found)).toEqual(near(rows.flat(), 10));
        for (let at = 0; at < found.right.length; at += width)
          largestIsPositive(found.right.subarray(at, at + width));
      }),
      {numRuns: 50}
    );
  });

  it("fails with a sentence", () => {
    expect(failure(truncatedSvd({values: [], rows: 0, width: 3}, 1))).toBe("empty");
    expect(failure(truncatedSvd(matrixOf([[1, NaN]]), 1))).toBe("values");
    for (const k of [0, 2, 0.5]) expect(failure(truncatedSvd(matrixOf([[1, 2]]), k))).toBe("k");
    expect([...value(truncatedSvd(matrixOf([[0, 0]]), 1)).singularValues]).toEqual([0]);
    expect(() => truncatedSvd({values: [1], rows: 2, width: 1}, 1)).toThrow(RangeError);
  });
});
