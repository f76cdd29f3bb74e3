import type {TreeModel} from "./ensemble.js";
import {linked, margins} from "./predict.js";
import type {ScoreTables, Stretch} from "./scoreTables.js";
import {blockRows, scoreTables} from "./scoreTables.js";

/** Scores rows in bulk. */
export interface Scorer {
  /** As `margins`, to the last bit. */
  margins: (columns: readonly Float32Array[], rows?: number) => Float64Array;
  /** As `probabilities`. */
  probabilities: (columns: readonly Float32Array[], rows?: number) => Float64Array;
}

interface ScoreKernel {
  memory: WebAssembly.Memory;
  scoreRoom(bytes: number): number;
  scoreBlock(
    values: number,
    stride: number,
    rows: number,
    splits: number,
    leaves: number,
    trees: number,
    count: number,
    scores: number,
    masks: number
  ): void;
  walkBlock(values: number, rows: number, nodes: number, roots: number, count: number, scores: number): void;
}

/**
 * Prepares a model for scoring many rows, with the compiled kernels where they are given: about ten times as fast.
 * @example scorer(model, module).margins([Float32Array.of(1, NaN)]) => Float64Array.of(-0.5, 0.25)
 */
export function scorer(model: TreeModel, module?: WebAssembly.Module): Scorer {
  const score =
    (module && kernelMargins(model, module)) ?? ((columns, rows) => margins(model, columns, rows));
  return {
    margins: score,
    probabilities(columns, rows) {
      const scores = score(columns, rows);
      for (let row = 0; row < scores.length; row++) scores[row] = linked(model, scores[row]);
      return scores;
    }
  };
}

function kernelMargins(model: TreeModel, module: WebAssembly.Module): Scorer["margins"] | undefined {
  const kernel = new WebAssembly.Instance(module).exports as unknown as ScoreKernel;
  const tables = scoreTables(model.trees);
  const width = model.features.length;
  const at = placed(kernel, tables, width);
  if (!at) return undefined;
  const {buffer} = kernel.memory;
  const values = Array.from(
    {length: width},
    (_, column) => new Float32Array(buffer, at.values + 4 * blockRows * column, blockRows)
  );
  const scores = new Float64Array(buffer, at.scores, blockRows);
  const add = ({kind, from, to}: Stretch, rows: number) =>
    kind === "small"
      ? kernel.scoreBlock(
          ...([at.values, blockRows, rows, at.splits, at.leaves, at.small + 16 * from] as const),
          ...([to - from, at.scores, at.masks] as const)
        )
      : kernel.walkBlock(at.values, rows, at.nodes, at.roots + 8 * from, to - from, at.scores);
  return (columns, rows = columns[0]?.length ?? 0) => {
    const sums = new Float64Array(rows);
    for (let start = 0; start < rows; start += blockRows) {
      const size = Math.min(blockRows, rows - start);
      for (let column = 0; column < width; column++)
        values[column].set(columns[column].subarray(start, start + size));
      scores.fill(model.base);
      for (const stretch of tables.stretches) add(stretch, size);
      sums.set(scores.subarray(0, size), start);
    }
    return sums;
  };
}

/** Writes the tables into the kernel's memory and says where they are; undefined where there is no room. */
function placed(kernel: ScoreKernel, tables: ScoreTables, width: number) {
  const parts = {
    splits: tables.splits,
    leaves: tables.leaves,
    small: tables.small,
    nodes: tables.nodes,
    roots: tables.roots
  };
  const sizes = {values: 4 * blockRows * width, scores: 8 * blockRows, masks: 4 * blockRows};
  const bytes =
    Object.values(parts).reduce((sum, {byteLength}) => sum + padded(byteLength), 0) +
    Object.values(sizes).reduce((sum, size) => sum + padded(size), 0);
  let next = kernel.scoreRoom(bytes);
  if (next < 0) return undefined;
  const take = (size: number) => (next += padded(size)) - padded(size);
  const write = ({buffer, byteOffset, byteLength}: ArrayBufferView) => {
    const place = take(byteLength);
    new Uint8Array(kernel.memory.buffer, place).set(new Uint8Array(buffer, byteOffset, byteLength));
    return place;
  };
  return {
    values: take(sizes.values),
    scores: take(sizes.scores),
    masks: take(sizes.masks),
    splits: write(parts.splits),
    leaves: write(parts.leaves),
    small: write(parts.small),
    nodes: write(parts.nodes),
    roots: write(parts.roots)
  };
}

const padded = (bytes: number) => (bytes + 15) & ~15;
