/** Which rows have the same text. */
export interface Duplicates {
  /** A number per row, from 0 in the order of first appearance; copies share it. */
  groupOf: Uint32Array;
  /** Different texts. */
  groups: number;
  /** Texts that stand more than once. */
  repeatedTexts: number;
  /** Rows whose text stands more than once, and how many of them are copies of an earlier one. */
  repeatedRows: number;
  copies: number;
}

/**
 * Finds the rows whose texts are exactly the same; give normalised texts to find those that differ in case or accents
 * alone.
 * @example findDuplicates(["bom", "ruim", "bom"]) => {groupOf: [0, 1, 0], groups: 2, repeatedTexts: 1, repeatedRows: 2, copies: 1}
 */
export function findDuplicates(texts: readonly string[]): Duplicates {
  const numberOf = new Map<string, number>();
  const sizes: number[] = [];
  const groupOf = Uint32Array.from(texts, (text) => {
    const group = numberOf.get(text) ?? numberOf.size;
    if (group === numberOf.size) numberOf.set(text, group);
    sizes[group] = (sizes[group] ?? 0) + 1;
    return group;
  });
  const repeated = sizes.filter((size) => size > 1);
  return {
    ...{groupOf, groups: sizes.length, repeatedTexts: repeated.length},
    repeatedRows: repeated.reduce((sum, size) => sum + size, 0),
    copies: texts.length - sizes.length
  };
}
