import type {Bins} from "./grower.js";

/** Columns whose sums are taken together: one column, or several with few bins. */
export interface Group {
  /** What each row has, as one code: the bin of a single column, or which combination of bins. */
  codes: Uint8Array | Uint16Array;
  /** How many different codes there can be. */
  size: number;
}

/** A code is one byte. */
const mostCodes = 256;
/** Columns with more bins stay alone: with any other they soon have too many combinations. */
const mostBins = 128;

/** A group in the making: for each code, the bins of its columns. */
interface Draft {
  codes: Uint8Array;
  size: number;
  columns: {column: number; binOf: Uint8Array}[];
}

/**
 * Puts columns with few bins together as long as the combinations that occur in the rows number at most 256, so that
 * a histogram costs one sum a row for all of them: levels of one feature, flags, counts. First fit, from the fewest
 * bins on. (LightGBM bundles columns that exclude each other; this takes whatever combinations there are.)
 */
export function groupColumns({rows, cuts, codes, missingBin}: Bins) {
  const groupOf = new Int32Array(cuts.length);
  const binOf = new Array<Uint8Array | undefined>(cuts.length).fill(undefined);
  const bins = cuts.map(({length}, j) => Math.max(length, missingBin[j] + 1));
  const groups: Group[] = [];
  const alone = (column: number) => {
    groupOf[column] = groups.push({codes: codes[column], size: bins[column]}) - 1;
  };
  const small = [...bins.keys()]
    .filter((j) => bins[j] <= mostBins)
    .sort((a, b) => bins[a] - bins[b] || a - b);
  for (const draft of drafts(small, codes, bins, rows)) {
    if (draft.columns.length === 1) {
      alone(draft.columns[0].column);
      continue;
    }
    const group = groups.push({codes: draft.codes, size: draft.size}) - 1;
    for (const member of draft.columns) {
      groupOf[member.column] = group;
      binOf[member.column] = member.binOf;
    }
  }
  bins.forEach((count, column) => count > mostBins && alone(column));
  return {groups, groupOf, binOf};
}

function drafts(
  columns: readonly number[],
  codes: Bins["codes"],
  bins: readonly number[],
  rows: number
): Draft[] {
  const made: Draft[] = [];
  for (const column of columns) {
    const added = made.some((draft, i) => {
      const joined = join(draft, column, codes[column], bins[column], rows);
      if (joined) made[i] = joined;
      return joined !== undefined;
    });
    if (added) continue;
    const binOf = Uint8Array.from({length: bins[column]}, (_, bin) => bin);
    made.push({codes: Uint8Array.from(codes[column]), size: bins[column], columns: [{column, binOf}]});
  }
  return made;
}

/** The draft with one more column, unless that makes too many combinations. Codes are given as combinations turn up. */
function join(
  draft: Draft,
  column: number,
  codes: ArrayLike<number>,
  bins: number,
  rows: number
): Draft | undefined {
  const codeOf = new Int16Array(draft.size * bins).fill(-1);
  const pairs: number[] = [];
  const joined = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const pair = draft.codes[row] * bins + codes[row];
    if (codeOf[pair] < 0) {
      if (pairs.length === mostCodes) return undefined;
      codeOf[pair] = pairs.push(pair) - 1;
    }
    joined[row] = codeOf[pair];
  }
  return {
    codes: joined,
    size: pairs.length,
    columns: [
      ...draft.columns.map((member) => ({
        column: member.column,
        binOf: Uint8Array.from(pairs, (pair) => member.binOf[Math.floor(pair / bins)])
      })),
      {column, binOf: Uint8Array.from(pairs, (pair) => pair % bins)}
    ]
  };
}
