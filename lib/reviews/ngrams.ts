/**
 * The runs of 1 to `longest` words, a space between; none reaches over the end of a sentence.
 * @param breaks what stands before each word; 2 is the end of a sentence, as `Tokens.breaks` has it
 * @example ngrams(["nao", "recebi"], Uint8Array.of(0, 0), 2) => ["nao", "nao recebi", "recebi"]
 */
export function ngrams(words: readonly string[], breaks: ArrayLike<number>, longest: number): string[] {
  const grams: string[] = [];
  for (let i = 0; i < words.length; i++) {
    let gram = words[i];
    grams.push(gram);
    for (let j = i + 1; j < Math.min(words.length, i + longest) && breaks[j] < 2; j++) {
      gram += ` ${words[j]}`;
      grams.push(gram);
    }
  }
  return grams;
}
