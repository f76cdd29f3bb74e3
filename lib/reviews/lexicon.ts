import type {Aspect} from "./aspectNames.js";
import {entryGroups, glue, negators} from "./lexiconEntries.js";
import {normalise} from "./normalise.js";

/** A word or phrase of the lexicon. */
export interface LexiconEntry {
  /** As it stands in the list. */
  entry: string;
  /** How much it praises (up to 1) or complains (down to -1). */
  weight: number;
  /** What it speaks of; undefined where the words around it say. */
  aspect?: Aspect;
  /** Whether a negation before it turns it: not where it has a negation of its own, or says the same after one. */
  turns: boolean;
  /** Its words as they are matched, without those that a phrase may leave out; a "*" at a word's end is any ending. */
  words: readonly string[];
}

const matchable = (entry: string): string[] => {
  const words = entry.split(/[\s-]+/).map((word) => normalise(word) + (word.endsWith("*") ? "*" : ""));
  return words.filter((word, place) => place === 0 || !glue.has(word));
};

/** Every entry of the lexicon of Portuguese reviews of an online shop: this project's own list. */
export const lexicon: readonly LexiconEntry[] = entryGroups.flatMap(({weight, aspect, fixed, entries}) =>
  entries.split(",").map((listed) => {
    const entry = listed.trim();
    const words = matchable(entry);
    return {entry, weight, aspect, words, turns: !fixed && !words.some((word) => negators.has(word))};
  })
);

const byFirstWord = new Map<string, LexiconEntry[]>();
for (const entry of [...lexicon].sort((a, b) => b.words.length - a.words.length))
  byFirstWord.set(entry.words[0], [...(byFirstWord.get(entry.words[0]) ?? []), entry]);

const shortestPrefix = 3;

/**
 * The entries that may begin with a normalised word, whole words before prefixes and longer prefixes before shorter.
 * @example entriesFrom("otimo").map(({weight}) => weight) => [0.75, 1]
 */
export function entriesFrom(word: string): LexiconEntry[] {
  const found = [...(byFirstWord.get(word) ?? [])];
  for (let length = word.length; length >= shortestPrefix; length--) {
    const more = byFirstWord.get(`${word.slice(0, length)}*`);
    if (more) found.push(...more);
  }
  return found.length > 1 ? found.sort((a, b) => b.words.length - a.words.length) : found;
}
