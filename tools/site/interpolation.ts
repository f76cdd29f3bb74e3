/** Where a text stands, from its first character to after its last. */
export type Span = readonly [from: number, to: number];

/** The end of the JavaScript that begins at `from`, after the brace that closes it; texts and templates may hold braces. */
function endOf(code: string, from: number): number {
  let depth = 1;
  let at = from;
  while (at < code.length) {
    const character = code[at++];
    if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at;
    else if (character === '"' || character === "'" || character === "`") at = endOfText(code, at, character);
  }
  return at;
}

function endOfText(code: string, from: number, quote: string): number {
  let at = from;
  while (at < code.length) {
    const character = code[at++];
    if (character === quote) return at;
    if (character === "\\") at++;
    else if (quote === "`" && character === "$" && code[at] === "{") at = endOf(code, at + 1);
  }
  return at;
}

/** Where a template's `${...}` stand. @example interpolations("limit ${n}") => [[6, 10]] */
export function interpolations(code: string): Span[] {
  const spans: Span[] = [];
  for (let at = code.indexOf("${"); at >= 0; at = code.indexOf("${", spans.at(-1)?.[1]))
    spans.push([at, endOf(code, at + 2)]);
  return spans;
}

/** A template with the same text in place of each `${...}`. @example withFiller("limit ${n}", "1") => "limit 1" */
export function withFiller(code: string, filler: string): string {
  let text = "";
  let last = 0;
  for (const [from, to] of interpolations(code)) {
    text += code.slice(last, from) + filler;
    last = to;
  }
  return text + code.slice(last);
}
