import type {Token} from "../sql/tokens.js";
import {tokens} from "../sql/tokens.js";

/** How an engine spells a token; undefined where it stands as it is. */
export type Spelling = (token: Token) => string | undefined;

const lengthOf = ({kind, text}: Token): number =>
  kind === "quoted name" ? text.replaceAll('"', '""').length + 2 : text.length;

/**
 * A statement with some of its tokens spelt in another way; what stands between them stays.
 * @example respelt("select 'a' as b", ({kind}) => (kind === "text" ? "'c'" : undefined)) => "select 'c' as b"
 */
export function respelt(sql: string, spelling: Spelling): string {
  const parts: string[] = [];
  let end = 0;
  for (const token of tokens(sql)) {
    const spelt = spelling(token);
    if (spelt === undefined) continue;
    parts.push(sql.slice(end, token.at), spelt);
    end = token.at + lengthOf(token);
  }
  return [...parts, sql.slice(end)].join("");
}
