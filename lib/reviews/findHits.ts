import type {LexiconEntry} from "./lexicon.js";
import {entriesFrom} from "./lexicon.js";
import {degrees, glue, negators} from "./lexiconEntries.js";
import type {Tokens} from "./tokenise.js";

/** A place in a text where the lexicon hears something. */
export interface Hit {
  entry: LexiconEntry;
  /** Its words: from this one up to, and without, `to`. */
  from: number;
  to: number;
  /** The entry's weight after negation and degree. */
  weight: number;
  /** The word that turns it, and the one that makes it stronger or weaker; -1 for none. */
  negator: number;
  degree: number;
}

/** A negation reaches so many words further, within its part of a sentence. */
const negationReach = 3;
const degreeReach = 2;
/** What a turned word keeps of its strength ("not excellent" is less than "bad"). */
const negationStrength = -0.75;
/** Words that a phrase may have between two of its own. */
const mostGlue = 2;

/** Words at which a negation ends. */
const turns: ReadonlySet<string> = new Set(["mas", "porem", "entretanto", "contudo", "apesar"]);

/**
 * The words and phrases of the lexicon in a text, longest first and none over another, with what negations and degrees
 * before them make of their weights. Method: Taboada and others, "Lexicon-based methods for sentiment analysis" (2011).
 * @example findHits(tokenise("não é bom"))[0].weight => -0.5625
 */
export function findHits(tokens: Pick<Tokens, "words" | "breaks">): Hit[] {
  const {words} = tokens;
  const hits: Hit[] = [];
  /** Words within phrases: they neither turn nor strengthen what comes after. */
  const inPhrase = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const entry = entriesFrom(words[i]).find((candidate) => endOf(candidate, tokens, i) > 0);
    if (!entry) continue;
    const to = endOf(entry, tokens, i);
    if (to - i > 1) inPhrase.fill(1, i, to);
    hits.push({entry, from: i, to, weight: entry.weight, negator: -1, degree: -1});
    i = to - 1;
  }
  for (const hit of hits) qualify(hit, tokens, inPhrase);
  const spent = new Set(hits.flatMap(({negator, degree}) => [negator, degree]));
  return hits.filter(({from, to, weight}) => weight !== 0 && (to - from > 1 || !spent.has(from)));
}

/** Looks back from a hit for what turns it or makes it stronger or weaker. */
function qualify(hit: Hit, {words, breaks}: Pick<Tokens, "words" | "breaks">, inPhrase: Uint8Array) {
  for (let at = hit.from - 1; at >= Math.max(0, hit.from - negationReach); at--) {
    if (breaks[at + 1] > 0 || turns.has(words[at])) break;
    if (inPhrase[at]) continue;
    if (hit.degree < 0 && hit.from - at <= degreeReach && degrees.has(words[at])) hit.degree = at;
    if (!hit.entry.turns || !negators.has(words[at])) continue;
    hit.negator = at;
    hit.weight *= negationStrength;
    break;
  }
  if (hit.degree >= 0) hit.weight *= degrees.get(words[hit.degree]) ?? 1;
}

/** Where the entry ends if it stands at a word, else -1. */
function endOf({words: wanted}: LexiconEntry, {words, breaks}: Pick<Tokens, "words" | "breaks">, at: number) {
  let place = at;
  for (const [k, word] of wanted.entries()) {
    if (k > 0) {
      let skipped = 0;
      while (place < words.length && !breaks[place] && !matches(word, words[place])) {
        if (!glue.has(words[place]) || skipped++ === mostGlue) return -1;
        place++;
      }
      if (place >= words.length || breaks[place]) return -1;
    } else if (!matches(word, words[place])) return -1;
    place++;
  }
  return place;
}

const matches = (wanted: string, word: string): boolean =>
  wanted.endsWith("*") ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
