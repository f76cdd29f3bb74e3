import {stemmer} from "@orama/stemmers/portuguese";

/**
 * The stem of a Portuguese word in small letters, by Snowball's algorithm (M. F. Porter's Portuguese stemmer, 2005).
 * @example stem("recomendado") => "recomend"
 */
export const stem = (word: string): string => stemmer(word);
