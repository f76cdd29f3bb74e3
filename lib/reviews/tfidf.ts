import type {SparseRows} from "./sparseRows.js";

/** Terms with how much one says by being there at all. */
export interface Vocabulary {
  /** In ascending order, so that the order of the documents does not matter. */
  terms: readonly string[];
  columnOf: ReadonlyMap<string, number>;
  /** Documents that each term stands in, and how many were counted. */
  documents: Uint32Array;
  counted: number;
  /** ln((1 + counted) / (1 + documents)) + 1. */
  idf: Float64Array;
}

/** `minDocuments` 3 where not given; `mostTerms` keeps the terms of most documents, all where not given. */
export interface VocabularyOptions {
  minDocuments?: number;
  mostTerms?: number;
}

/**
 * Counts in how many documents each term stands, and weighs it by its rarity (K. Spärck Jones 1972, with scikit-learn's
 * smoothing).
 * @param documents the terms of each
 * @example vocabulary([["bom"], ["bom", "caro"]], {minDocuments: 1}).terms => ["bom", "caro"]
 */
export function vocabulary(
  documents: readonly (readonly string[])[],
  {minDocuments = 3, mostTerms = Infinity}: VocabularyOptions = {}
): Vocabulary {
  const frequency = new Map<string, number>();
  for (const terms of documents)
    for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const frequent = [...frequency].filter(([, count]) => count >= minDocuments);
  if (frequent.length > mostTerms) {
    frequent.sort(([a, m], [b, n]) => n - m || ascending(a, b));
    frequent.length = mostTerms;
  }
  frequent.sort(([a], [b]) => ascending(a, b));
  return vocabularyOf(frequent, documents.length);
}

/**
 * A vocabulary of terms in ascending order, each with the number of documents that it stands in.
 * @param counted documents in all
 * @example vocabularyOf([["bom", 1]], 1).idf => [1]
 */
export const vocabularyOf = (
  terms: readonly (readonly [term: string, documents: number])[],
  counted: number
): Vocabulary => ({
  terms: terms.map(([term]) => term),
  columnOf: new Map(terms.map(([term], column) => [term, column])),
  documents: Uint32Array.from(terms, ([, count]) => count),
  counted,
  idf: Float64Array.from(terms, ([, count]) => Math.log((1 + counted) / (1 + count)) + 1)
});

/**
 * Documents as rows of tf-idf with length 1: (1 + ln count) * idf of each known term. A document without any is a row
 * of zeros. As scikit-learn's TfidfVectorizer(sublinear_tf=True).
 * @example tfidf(vocabulary([["bom"]], {minDocuments: 1}), [["bom"]]).values => [1]
 */
export function tfidf(
  {terms: {length: columns}, columnOf, idf}: Vocabulary,
  documents: readonly (readonly string[])[]
): SparseRows {
  const starts = new Uint32Array(documents.length + 1);
  const rows = documents.map((terms, row) => {
    const counts = new Map<number, number>();
    for (const term of terms) {
      const column = columnOf.get(term);
      if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
    starts[row + 1] = starts[row] + counts.size;
    return counts;
  });
  const indices = new Uint32Array(starts[documents.length]);
  const values = new Float64Array(indices.length);
  for (const [row, counts] of rows.entries()) {
    const columnsHere = indices.subarray(starts[row], starts[row + 1]);
    columnsHere.set([...counts.keys()]);
    columnsHere.sort();
    let squares = 0;
    for (let k = 0; k < columnsHere.length; k++) {
      const value = (1 + Math.log(counts.get(columnsHere[k]) as number)) * idf[columnsHere[k]];
      values[starts[row] + k] = value;
      squares += value * value;
    }
    for (let place = starts[row]; place < starts[row + 1]; place++) values[place] /= Math.sqrt(squares);
  }
  return {rows: documents.length, columns, starts, indices, values};
}

const ascending = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
