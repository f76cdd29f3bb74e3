import {gather} from "../learn/examples.js";
import {binColumns} from "../learn/trees/bins.js";
import type {Bins, Grower} from "../learn/trees/grower.js";
import {growerOn} from "../learn/trees/growerOn.js";
import type {LabExamples} from "./fitting.js";

/** Examples with what many fits on them share: columns binned once, a grower for the last matrix. */
export interface Workbench {
  examples: LabExamples;
  /** The compiled kernels; plain TypeScript does without. */
  module?: WebAssembly.Module;
  /**
   * A grower for some of the rows. Columns in `fresh` (which depend on the training rows' labels) are binned anew,
   * the others as long as the matrix is the same are not.
   */
  grower(matrix: Uint32Array, maxBins: number, fresh?: ReadonlyMap<number, Float32Array>): Grower;
}

/**
 * Makes examples ready for fitting.
 * @example workbench(examples).grower(Uint32Array.of(0, 1, 2), 256).rows => 3
 */
export function workbench(examples: LabExamples, module?: WebAssembly.Module): Workbench {
  let kept: {matrix: Uint32Array; maxBins: number; bins: Bins; grower?: Grower} | undefined;
  return {
    examples,
    module,
    grower(matrix, maxBins, fresh) {
      if (!kept || kept.maxBins !== maxBins || !same(kept.matrix, matrix))
        kept = {
          matrix,
          maxBins,
          bins: binColumns(
            examples.values.map((column) => gather(column, matrix)),
            {maxBins}
          )
        };
      if (!fresh?.size) return (kept.grower ??= growerOn(module, kept.bins));
      return growerOn(module, spliced(kept.bins, matrix, maxBins, fresh));
    }
  };
}

function spliced(
  bins: Bins,
  matrix: Uint32Array,
  maxBins: number,
  fresh: ReadonlyMap<number, Float32Array>
): Bins {
  const cuts = [...bins.cuts];
  const codes = [...bins.codes];
  const missingBin = bins.missingBin.slice();
  for (const [column, values] of fresh) {
    const one = binColumns([gather(values, matrix)], {maxBins});
    [cuts[column], codes[column], missingBin[column]] = [one.cuts[0], one.codes[0], one.missingBin[0]];
  }
  return {rows: bins.rows, cuts, codes, missingBin};
}

const same = (a: Uint32Array, b: Uint32Array) => a.length === b.length && a.every((row, i) => row === b[i]);
