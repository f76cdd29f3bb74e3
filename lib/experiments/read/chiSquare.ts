import {chiSquareUpper} from "../../distributions/chiSquare.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";

/** What a chi-square test gives. */
export interface ChiSquare {
  statistic: number;
  df: number;
  p: number;
  /** The smallest count to be expected in a cell; below 5 the test is only rough. */
  leastExpected: number;
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/**
 * Whether rows and columns of a table of counts go together: Pearson's chi-square; of a table of two by two with
 * Yates' correction where asked for (R's chisq.test).
 * @example chiSquareTest([[10, 10], [10, 10]]) => ok({statistic: 0, df: 1, p: 1, leastExpected: 10})
 */
export function chiSquareTest(table: readonly (readonly number[])[], yates = false): Result<ChiSquare> {
  const rows = table.map(total);
  const columns = (table[0] ?? []).map((_, column) => total(table.map((row) => row[column])));
  const all = total(rows);
  if (table.length < 2 || columns.length < 2)
    return fail("table", "A chi-square test needs at least two rows and two columns.");
  if ([...rows, ...columns].some((sum) => !(sum > 0)))
    return fail("table", "A row or column of the table holds nobody, so that there is nothing to compare.");
  const cells = table.flatMap((row, i) =>
    row.map((count, j) => {
      const expected = (rows[i] * columns[j]) / all;
      return {expected, off: Math.abs(count - expected)};
    })
  );
  const correction =
    yates && rows.length === 2 && columns.length === 2 ? Math.min(0.5, ...cells.map(({off}) => off)) : 0;
  const statistic = total(cells.map(({expected, off}) => (off - correction) ** 2 / expected));
  const df = (rows.length - 1) * (columns.length - 1);
  return ok({
    statistic,
    df,
    p: chiSquareUpper(statistic, df),
    leastExpected: Math.min(...cells.map(({expected}) => expected))
  });
}
