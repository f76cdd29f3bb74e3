/** Where a query goes wrong: line and column count from 1, `at` characters from its start. */
export interface Position {
  line: number;
  column: number;
  at: number;
}

/**
 * The place that the engine's message points at with the excerpt and caret at its end; undefined where it points at none,
 * or at a text that the query does not have.
 * @example errorPosition('Parser Error: …\n\nLINE 1: selct 1\n        ^', "selct 1") => {line: 1, column: 1, at: 0}
 */
export function errorPosition(message: string, query: string): Position | undefined {
  const [, number, excerpt, spaces] = /\nLINE (\d+): ([^\n]*)\n( *)\^/.exec(message) ?? [];
  if (number === undefined) return undefined;
  const line = Number(number);
  const lines = query.split("\n");
  const whole = lines[line - 1];
  if (whole === undefined) return undefined;
  const within = spaces.length - `LINE ${number}: `.length;
  // Long lines are cut: an excerpt begins, and ends, with dots in place of the rest.
  const start = /^\.\.\./.test(excerpt) && !whole.startsWith("...") ? 3 : 0;
  const shown = excerpt.slice(start).replace(/\.\.\.$/, "");
  const offset = whole.indexOf(shown);
  const column = offset + within - start;
  if (offset < 0 || column < 0 || column > whole.length) return undefined;
  const before = lines.slice(0, line - 1).reduce((sum, {length}) => sum + length + 1, 0);
  return {line, column: column + 1, at: before + column};
}
