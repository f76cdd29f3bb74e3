import {aspectNamed} from "./aspectCues.js";
import type {Aspect} from "./aspectNames.js";
import {aspects} from "./aspectNames.js";
import type {Hit} from "./findHits.js";
import {findHits} from "./findHits.js";
import type {Sentiment} from "./sentiment.js";
import {sentimentOf} from "./sentiment.js";
import type {Tokens} from "./tokenise.js";
import {tokenise} from "./tokenise.js";

/** What a text says of an aspect: the score is 0 where it is named without a judgement. */
export interface AspectSentiment extends Sentiment {
  aspect: Aspect;
}

/** A judgement belongs to a name at most so many words away, in the same sentence. */
const reach = 6;
/** A comma or a contrast between the two counts as so many words. */
const partWeight = 4;

const contrasts: ReadonlySet<string> = new Set(["mas", "porem", "e", "so"]);

/**
 * What a review says of the delivery, the product, whether it was the right and whole item, the service, the packaging
 * and the price; the aspects that it names, in that order. A judgement that says itself what it is about ("antes do
 * prazo", "amassada") counts there, any other at the nearest name of an aspect in its sentence, or nowhere.
 * @example aspectSentiment("Produto lindo, mas a entrega atrasou").map((d) => [d.aspect, d.score]) =>
 *   [["delivery", -0.43], ["product", 0.5]]
 */
export function aspectSentiment(text: string): AspectSentiment[] {
  const tokens = tokenise(text);
  const names = tokens.words.map(aspectNamed);
  const hits = findHits(tokens);
  const own = hits.map((hit) => hit.entry.aspect ?? nearest(hit, names, tokens));
  return aspects
    .filter((aspect) => own.includes(aspect) || names.includes(aspect))
    .map((aspect) => {
      const {score, words} = sentimentOf(
        text,
        tokens,
        hits.filter((_, i) => own[i] === aspect)
      );
      return {aspect, score, words: words.map((word) => ({...word, aspect}))};
    });
}

/** The aspect named nearest to a judgement; of two as near, the one before it. */
function nearest(hit: Hit, names: readonly (Aspect | null)[], {words, breaks}: Tokens): Aspect | null {
  let best: Aspect | null = null;
  let bestDistance = reach + 1;
  for (const step of [-1, 1]) {
    let distance = 0;
    for (let at = step < 0 ? hit.from - 1 : hit.to; at >= 0 && at < words.length; at += step) {
      const between = breaks[step < 0 ? at + 1 : at];
      if (between === 2) break;
      distance += 1 + (between === 1 || contrasts.has(words[at]) ? partWeight : 0);
      if (distance >= bestDistance) break;
      const name = names[at];
      if (name === null) continue;
      best = name;
      bestDistance = distance;
      break;
    }
  }
  return best;
}
