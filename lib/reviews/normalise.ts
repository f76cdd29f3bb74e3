import {tokenise} from "./tokenise.js";

/**
 * A text as it is compared: the words of `tokenise` with a space between, commas as "," and ends of sentences as ".".
 * Done twice it changes nothing more. For display there is the text itself, by the places that `tokenise` keeps.
 * @example normalise("NÃO gostei!!! vc é óóótimo 😍") => "nao gostei . voce e otimo emoji_amor"
 */
export function normalise(text: string): string {
  const {words, breaks} = tokenise(text);
  return words.map((word, i) => (i === 0 ? word : `${[" ", ", ", " . "][breaks[i]]}${word}`)).join("");
}
