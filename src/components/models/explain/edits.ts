/** What may be changed of a row in thought: a number within bounds, or a level of a category. */
export interface Editable {
  feature: string;
  /** Of a number, in the data. */
  bounds?: {low: number; high: number; whole: boolean};
  /** Of a category. */
  levels?: readonly string[];
}

/** Changed values by feature. */
export type Edits = ReadonlyMap<string, number | string>;

/**
 * Changes as they stand in an address; what is no known feature or has no such value is left out, a number out of
 * bounds is brought to the nearest bound.
 * @example editsOf("score:9", [{feature: "score", bounds: {low: 1, high: 5, whole: true}}]) => Map {"score" => 5}
 */
export function editsOf(text: string, editable: readonly Editable[]): Edits {
  const edits = new Map<string, number | string>();
  for (const part of text.split(",")) {
    const colon = part.indexOf(":");
    const known = editable.find(({feature}) => feature === part.slice(0, Math.max(0, colon)));
    const value = known && admitted(part.slice(colon + 1), known);
    if (known && value !== undefined) edits.set(known.feature, value);
  }
  return edits;
}

/** A field's text as a value of the feature; undefined where it is none. */
export function admitted(text: string, {bounds, levels}: Editable): number | string | undefined {
  if (levels) return levels.find((level) => level === text);
  const value = text.trim() === "" ? NaN : Number(text);
  if (!bounds || !Number.isFinite(value)) return undefined;
  const within = Math.min(bounds.high, Math.max(bounds.low, value));
  return bounds.whole ? Math.round(within) : within;
}

/** Changes as an address has them. @example editsText(new Map([["score", 1]])) => "score:1" */
export const editsText = (edits: Edits): string =>
  [...edits].map(([feature, value]) => `${feature}:${value}`).join(",");
