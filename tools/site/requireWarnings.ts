import {stripVTControlCharacters} from "node:util";

const begins = /Converting "require" to "esm" is currently not supported/;
const belongs = /^\s|^$/;

/**
 * Leaves out the warnings on packages of others that ask for Node's modules where there are none, with their excerpts of
 * code: nothing here can act on them. Takes text as it comes, in pieces, and gives what is left of whole lines.
 * @example withoutRequireWarnings()("a\n") => "a\n"
 */
export function withoutRequireWarnings(): (piece: string) => string {
  let rest = "";
  let inside = false;
  return (piece) => {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    return lines
      .filter((line) => {
        const plain = stripVTControlCharacters(line);
        if (begins.test(plain)) inside = true;
        else if (inside && !belongs.test(plain)) inside = false;
        return !inside;
      })
      .map((line) => `${line}\n`)
      .join("");
  };
}
