import type {TermOptions} from "./terms.js";
import {termsBy} from "./terms.js";
import {tokenise} from "./tokenise.js";

/**
 * How texts write some terms most often, with accents and in small letters: "nao recebi" as "não recebi". A term of
 * stems is shown as the commonest words behind it; one that no text has, as it is.
 * @example shownTerms(["Ótimo!", "ótimo", "otimo"], ["otimo"], {}).get("otimo") => "ótimo"
 */
export function shownTerms(
  texts: readonly string[],
  wanted: Iterable<string>,
  {stems}: TermOptions
): Map<string, string> {
  const terms = [...wanted];
  const parts = new Set(terms.flatMap((term) => term.split(" ")));
  const written = new Map([...parts].map((part) => [part, new Map<string, number>()]));
  const partOf = termsBy({longest: 1, stems, keepStopWords: true});
  const known = new Map<string, string>();
  for (const text of texts) {
    const {words, starts, ends} = tokenise(text);
    for (let i = 0; i < words.length; i++) {
      const part = known.get(words[i]) ?? partOf(words[i])[0] ?? words[i];
      known.set(words[i], part);
      const counts = written.get(part);
      if (!counts) continue;
      const shown = text.slice(starts[i], ends[i]).toLowerCase().normalize("NFC");
      counts.set(shown, (counts.get(shown) ?? 0) + 1);
    }
  }
  const commonest = (part: string): string => {
    const counts = [...(written.get(part) ?? [])];
    if (!counts.length) return part;
    return counts.reduce((best, next) =>
      next[1] > best[1] || (next[1] === best[1] && next[0] < best[0]) ? next : best
    )[0];
  };
  return new Map(terms.map((term) => [term, term.split(" ").map(commonest).join(" ")]));
}
