import {createReadStream} from "node:fs";

/**
 * How a file that is not UTF-8 throughout is written: in Latin-1, or in both, which nothing can mend; then
 * `at` is the byte of the first character that is not UTF-8.
 */
export async function singleBytes(
  path: string
): Promise<{encoding: "latin-1"} | {encoding: "mixed"; at: number}> {
  let pairs = 0;
  let lone = 0;
  let first = -1;
  let at = 0;
  let previous = "";
  for await (const chunk of createReadStream(path, {encoding: "latin1"})) {
    const text = previous + (chunk as string);
    previous = /[\xc2-\xf4][\x80-\xbf]{0,2}$/.exec(text)?.[0] ?? "";
    const whole = text.slice(0, text.length - previous.length);
    for (const match of whole.matchAll(/[\xc2-\xf4][\x80-\xbf]{1,3}|[\x80-\xff]/g)) {
      if (match[0].length > 1) pairs++;
      else {
        lone++;
        if (first < 0) first = at + match.index;
      }
    }
    at += whole.length;
  }
  if (previous) lone++;
  return pairs > lone ? {encoding: "mixed", at: first < 0 ? at : first} : {encoding: "latin-1"};
}
