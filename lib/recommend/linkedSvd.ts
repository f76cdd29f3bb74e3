import {part} from "../part.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Csr} from "./csr.js";
import {csr} from "./csr.js";
import {linkedGroups} from "./linkedGroups.js";
import type {Progress} from "./recommender.js";
import type {SparseSvd, SparseSvdOptions} from "./sparseSvd.js";
import {sparseSvd} from "./sparseSvd.js";
import {wholeNumber} from "./wholeNumber.js";

/** The sixth digit of the k-th value needs more rounds than it costs: blocks are small. */
const precise = {tolerance: 1e-9, iterations: 300};

/** A singular value with its vector over the columns of one block. */
interface Found {
  value: number;
  columns: Int32Array;
  vector: Float64Array;
}

/**
 * What `sparseSvd` finds, for a matrix that falls apart into blocks: columns that no chain of rows links share no
 * singular vector, so that each block has an SVD of its own and the largest values of all are those of the whole. Of a
 * shop where most people buy once, most columns are a block by themselves, whose singular value is their length; a block
 * whose sum of squares is below the k-th value found so far need not be taken apart.
 * @example finish(linkedSvd(csr(2, 2, [0, 1], [0, 1], [3, 4]), {k: 1, seed: 1})).value.singularValues => [4]
 */
export function* linkedSvd(matrix: Csr, options: SparseSvdOptions): Generator<Progress, Result<SparseSvd>> {
  const {rows, columns} = matrix;
  const {k} = options;
  if (!matrix.values.some((value) => value !== 0))
    return fail("empty", "The matrix holds nothing but zeros: there is nothing to take apart.");
  const few = wholeNumber("factors", k, 1, Math.min(rows, columns));
  if (!few.ok) return few;
  const blocks = blocksOf(matrix);
  let found: Found[] = [];
  let [iterations, converged] = [0, true];
  for (const [i, {columns: own, rows: lines, squares}] of blocks.entries()) {
    if (found.length === k && squares <= found[k - 1].value ** 2) break;
    if (own.length === 1) found.push({value: Math.sqrt(squares), columns: own, vector: Float64Array.of(1)});
    else {
      const block = blockOf(matrix, own, lines);
      const most = Math.min(k, block.rows, block.columns);
      const done = i / blocks.length;
      const solved = yield* part(
        sparseSvd(block, {...precise, ...options, k: most}),
        done,
        1 - done,
        "iterating"
      );
      if (!solved.ok) return solved;
      const {singularValues, right} = solved.value;
      singularValues.forEach((value, j) =>
        found.push({value, columns: own, vector: right.subarray(j * own.length, (j + 1) * own.length)})
      );
      iterations = Math.max(iterations, solved.value.iterations);
      converged &&= solved.value.converged;
    }
    found = found.sort((a, b) => b.value - a.value || a.columns[0] - b.columns[0]).slice(0, k);
  }
  const singularValues = new Float64Array(k);
  const right = new Float64Array(k * columns);
  found.forEach(({value, columns: own, vector}, i) => {
    singularValues[i] = value;
    own.forEach((column, at) => (right[i * columns + column] = vector[at]));
  });
  return ok({singularValues, right, iterations, converged});
}

interface Block {
  columns: Int32Array;
  rows: number[];
  squares: number;
}

/** Blocks that hold anything, that with the largest sum of squares first. */
function blocksOf(matrix: Csr): Block[] {
  const {rows, columns, indptr, indices, values} = matrix;
  const blockAt = new Int32Array(columns).fill(-1);
  const blocks: Block[] = linkedGroups(matrix).map((own, i) => {
    for (const column of own) blockAt[column] = i;
    return {columns: own, rows: [], squares: 0};
  });
  for (let row = 0; row < rows; row++) {
    const [from, to] = [indptr[row], indptr[row + 1]];
    if (from === to) continue;
    const column = indices[from];
    if (blockAt[column] < 0)
      blockAt[column] = blocks.push({columns: Int32Array.of(column), rows: [], squares: 0}) - 1;
    const block = blocks[blockAt[column]];
    block.rows.push(row);
    for (let at = from; at < to; at++) block.squares += values[at] ** 2;
  }
  return blocks
    .filter(({squares}) => squares > 0)
    .sort((a, b) => b.squares - a.squares || a.columns[0] - b.columns[0]);
}

/** A block by itself. Rows of one entry are one row for each column, as long as they are together: X'X stays the same. */
function blockOf({indptr, indices, values}: Csr, columns: Int32Array, rows: readonly number[]): Csr {
  const place = new Map(Array.from(columns, (column, at) => [column, at]));
  const alone = new Float64Array(columns.length);
  const [row, column, value]: number[][] = [[], [], []];
  let lines = 0;
  for (const line of rows) {
    const [from, to] = [indptr[line], indptr[line + 1]];
    if (to - from === 1) alone[place.get(indices[from]) ?? 0] += values[from] ** 2;
    else {
      for (let at = from; at < to; at++) {
        row.push(lines);
        column.push(place.get(indices[at]) ?? 0);
        value.push(values[at]);
      }
      lines++;
    }
  }
  alone.forEach((squares, at) => {
    if (squares === 0) return;
    row.push(lines++);
    column.push(at);
    value.push(Math.sqrt(squares));
  });
  return csr(lines, columns.length, row, column, value);
}
