/** A piece of an SQL text; comments and white space leave none. */
export interface Token {
  kind: "name" | "quoted name" | "text" | "number" | "symbol";
  /** As it stands in the query; of a quoted name what is within the quotes. */
  text: string;
  /** Where it starts. */
  at: number;
}

const name = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const number = /(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?/iy;
const dollar = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;

/**
 * Cuts SQL in DuckDB's dialect into tokens. Never fails: a text or comment that is not closed runs to the end.
 * @example tokens("from a -- b").map(({text}) => text) => ["from", "a"]
 */
export function tokens(sql: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  const matched = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(sql)?.[0];
  };
  const add = (kind: Token["kind"], end: number, text = sql.slice(at, end)) => {
    found.push({kind, text, at});
    at = end;
  };
  while (at < sql.length) {
    const character = sql.charAt(at);
    if (/\s/.test(character)) at++;
    else if (sql.startsWith("--", at)) at = endOfLine(sql, at);
    else if (sql.startsWith("/*", at)) at = endOfComment(sql, at);
    else if (character === "'") add("text", endOfQuoted(sql, at + 1, "'"));
    else if (/e/i.test(character) && sql.charAt(at + 1) === "'") add("text", endOfEscaped(sql, at + 2));
    else if (character === '"') {
      const end = endOfQuoted(sql, at + 1, '"');
      add(
        "quoted name",
        end,
        sql.slice(at + 1, sql.charAt(end - 1) === '"' ? end - 1 : end).replaceAll('""', '"')
      );
    } else if (character === "$" && matched(dollar) !== undefined)
      add("text", endOfDollars(sql, at, matched(dollar)));
    else {
      const word = matched(name);
      const digits = word === undefined ? matched(number) : undefined;
      if (word !== undefined) add("name", at + word.length);
      else if (digits !== undefined) add("number", at + digits.length);
      else add("symbol", at + 1);
    }
  }
  return found;
}

const endOfLine = (sql: string, from: number): number => {
  const end = sql.slice(from).search(/[\r\n]/);
  return end < 0 ? sql.length : from + end;
};

/** Block comments nest. */
const endOfComment = (sql: string, from: number): number => {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = from;
  for (let depth = 0, match = edge.exec(sql); match; match = edge.exec(sql)) {
    depth += match[0] === "/*" ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  return sql.length;
};

/** A doubled quote stands for itself. */
const endOfQuoted = (sql: string, from: number, quote: string): number => {
  for (let at = sql.indexOf(quote, from); at >= 0; at = sql.indexOf(quote, at + 2))
    if (sql.charAt(at + 1) !== quote) return at + 1;
  return sql.length;
};

const endOfEscaped = (sql: string, from: number): number => {
  for (let at = from; at < sql.length; at++) {
    if (sql.charAt(at) === "\\") at++;
    else if (sql.charAt(at) === "'")
      if (sql.charAt(at + 1) === "'") at++;
      else return at + 1;
  }
  return sql.length;
};

const endOfDollars = (sql: string, from: number, tag = "$$"): number => {
  const end = sql.indexOf(tag, from + tag.length);
  return end < 0 ? sql.length : end + tag.length;
};
