import type {Dialect} from "../dialect/dialect.js";

/** Letters whose runs shrink to one; "rr" stays, for "caro" and "carro" are different words. */
const runs = [..."abcdefghijklmnopqstuvwxyz"];

const accented = "áàâãäéèêëíìîïóòôõöúùûüçñ";
const plain = "aaaaaeeeeiiiiooooouuuucn";

/**
 * A word as it is looked up: without accents, in small letters, with runs of a letter as one.
 * @example fold("ÓTIMOOO") => "otimo"
 */
export const fold = (word: string): string =>
  [...word.toLowerCase()]
    .map((letter) => plain[accented.indexOf(letter)] ?? letter)
    .join("")
    .replace(/([a-qs-z])\1+/g, "$1")
    .replace(/r{3,}/g, "rr");

/** A text in small letters without accents, as SQL. */
export const plainSql = (text: string): string => `translate(lower(${text}), '${accented}', '${plain}')`;

/** `fold` of a word that is plain already, as SQL. */
export function foldSql(word: string, d: Dialect): string {
  const collapsed = runs.reduce((sql, letter) => d.replaced(sql, `'${letter}{2,}'`, `'${letter}'`), word);
  const doubled = runs.map((letter) => letter + letter).join("|");
  return `case when ${d.matches(word, `'${doubled}|rrr'`)} then ${d.replaced(collapsed, "'r{3,}'", "'rr'")} else ${word} end`;
}
