/**
 * A folded word without stretched letters: runs of three and more become one letter (two for r and s between vowels,
 * as in "carro" and "isso"), doubled a, i and u one, as no Portuguese word has them.
 * @example shorten("muuuito") => "muito"
 */
export const shorten = (word: string): string =>
  word
    .replace(/([a-z])\1{2,}/g, (run: string, letter: string, at: number) =>
      /[rs]/.test(letter) && vowel(word[at - 1]) && vowel(word[at + run.length]) ? letter + letter : letter
    )
    .replace(/([aiu])\1/g, "$1");

const vowel = (letter: string | undefined) => letter !== undefined && "aeiou".includes(letter);
