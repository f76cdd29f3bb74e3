/** How far a column has moved, by Evidently's names. */
export const driftMethods = ["ks", "chi-square", "z", "wasserstein", "jensen-shannon"] as const;
export type DriftMethod = (typeof driftMethods)[number];

export type ColumnKind = "number" | "category";

/** So many reference rows are few: a p-value speaks. With more, any trifle is significant and a distance speaks. */
const fewRows = 1000;
/** Up to so many different values a number is compared like a category, as Evidently does. */
export const fewValues = 5;

/** What drift is by each method: a p-value below, or a distance of at least. */
export const driftThresholds: Readonly<Record<DriftMethod, number>> = {
  ks: 0.05,
  "chi-square": 0.05,
  z: 0.05,
  wasserstein: 0.1,
  "jensen-shannon": 0.1
};

/**
 * The method that Evidently chooses where none is asked for (`_get_default_stattest` in
 * evidently/calculations/stattests/registry.py, v0.1.50 and since): up to 1,000 reference rows a test, else a distance;
 * up to five different values a number is treated as a category.
 * @param values different ones, of both sides together
 * @example driftMethod("number", 22226, 4000) => "wasserstein"
 */
export function driftMethod(kind: ColumnKind, referenceRows: number, values: number): DriftMethod {
  const asCategory = kind === "category" || values <= fewValues;
  if (referenceRows > fewRows) return asCategory ? "jensen-shannon" : "wasserstein";
  if (!asCategory) return "ks";
  return values > 2 ? "chi-square" : "z";
}
