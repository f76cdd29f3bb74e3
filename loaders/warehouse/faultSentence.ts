import {sumTooLarge} from "../buildMarts.js";

/** What Spark's own words come to in ours, by its class of errors. */
const known: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/\[USER_RAISED_EXCEPTION\]\s*([^\n]+?)(?: SQLSTATE.*)?$/m, (said) => `The tables are refused. ${said}`],
  [
    /\[UNRESOLVED_COLUMN[^\]]*\][^\n]*?`([^`\n]+)`(?:\.`([^`\n]+)`)?/,
    (name, of) => `A table lacks the column ${of ?? name}: name what stands for it in the mapping.`
  ],
  [
    /\[TABLE_OR_VIEW_NOT_FOUND\][^\n]*?(`[^\n]*?`) cannot/,
    (name) => `There is no table ${name.replaceAll("`", "")} in the catalogue.`
  ],
  [/\[PATH_NOT_FOUND\]\s*([^\n]+?)(?: SQLSTATE|$)/m, (said) => said],
  [
    /\[CAST_INVALID_INPUT\] The value ('[^\n]*?') of the type "(?:[A-Z]+)" cannot be cast to "([A-Z_]+)"/,
    (value, type) =>
      `The value ${value} cannot be read as ${type.toLowerCase()}: Spark reads files written as the published ones only.`
  ],
  [/\[(?:CAST_OVERFLOW|ARITHMETIC_OVERFLOW)[^\]]*\]/, () => sumTooLarge],
  [/OutOfMemoryError|GC overhead/, () => "Spark ran out of memory: give it more by --memory, such as 8g."],
  [/No space left on device/, () => "Spark ran out of disk space."],
  [
    /(?:All masters are unresponsive|Could not parse Master URL)[^\n]*/,
    () => "No Spark answers at this master."
  ]
];

/**
 * One sentence of what ended a Spark job, from all that it printed.
 * @example faultSentence("java.lang.OutOfMemoryError: Java heap space")
 *   => "Spark ran out of memory: give it more by --memory, such as 8g."
 */
export function faultSentence(printed: string): string {
  for (const [pattern, sentence] of known) {
    const found = pattern.exec(printed);
    if (found) return sentence(...found.slice(1));
  }
  const said =
    /^.*(\[[A-Z_.]+\][^\n]*)/m.exec(printed)?.[1] ??
    /^(?:Exception|Error|Caused by)[^\n]*/m.exec(printed)?.[0] ??
    printed.trim().split("\n").at(-1);
  return `Spark could not finish: ${(said ?? "it said nothing").replace(/ SQLSTATE: \w+.*/, "").slice(0, 300)}`;
}
