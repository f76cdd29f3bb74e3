import {formatNumber} from "../../format.js";
import {weightedGram} from "../gram.js";
import type {Column} from "../problem.js";
import {columnAuc} from "./singleFeatureAuc.js";
import type {Feature, Material, SelectionStep} from "./step.js";
import {verdicts} from "./step.js";

/**
 * Pearson's correlations of columns whose mean is 0, row by row; 0 with a column that never changes.
 * @example [...finish(correlations([Float32Array.of(-1, 1), Float32Array.of(2, -2)]))] => [1, -1, -1, 1]
 */
export function* correlations(
  columns: readonly Column[],
  module?: WebAssembly.Module
): Generator<void, Float64Array> {
  const width = columns.length;
  const rows = columns[0]?.length ?? 0;
  const gram = yield* weightedGram(columns, new Float64Array(rows).fill(1 / rows), {module});
  const at = (j: number, k: number) => gram[j * (width + 1) + k];
  return Float64Array.from({length: width * width}, (_, index) => {
    const [j, k] = [Math.floor(index / width), index % width];
    const scale = Math.sqrt(at(j, j) * at(k, k));
    return scale > 0 ? Math.max(-1, Math.min(1, at(j, k) / scale)) : 0;
  });
}

/**
 * Drops what another feature says already. Features are gone through from the most telling (largest AUC of a column
 * alone; of equals the first) and dropped where one that was kept is correlated beyond the limit. A one-hot feature
 * is said by another only if each of its columns is, so these are gone through first; those on the keep-list before
 * all. The figure is the strongest correlation with a feature kept before.
 */
export function* byCorrelation(
  features: readonly Feature[],
  {labels, scores, counts, keep, module}: Material,
  limit: number
): Generator<void, SelectionStep> {
  const used = features.flatMap(({columns}) => columns);
  const matrix = yield* correlations(
    used.map((j) => scores[j]),
    module
  );
  const place = new Map(used.map((j, index) => [j, index]));
  const strength = (a: number, b: number) =>
    Math.abs(matrix[(place.get(a) ?? 0) * used.length + (place.get(b) ?? 0)]);
  const changing = (j: number) => strength(j, j) > 0;
  /** How far one feature is said by another. */
  const said = (one: Feature, by: Feature) => {
    const own = one.columns.filter(changing);
    return own.length ? Math.min(...own.map((a) => Math.max(...by.columns.map((b) => strength(a, b))))) : 0;
  };
  const both = labels.includes(0) && labels.includes(1);
  const telling = new Map(
    features.map((feature) => [
      feature,
      both ? Math.max(...feature.columns.map((j) => columnAuc(counts[j]).auc)) : 0.5
    ])
  );
  const rank = (feature: Feature) => [
    Number(keep.has(feature.name)),
    Number(feature.columns.length > 1),
    telling.get(feature) ?? 0
  ];
  const order = features.toSorted((a, b) => {
    const [first, second] = [rank(a), rank(b)];
    const difference = first.findIndex((value, index) => value !== second[index]);
    return difference < 0 ? 0 : second[difference] - first[difference];
  });
  const kept: Feature[] = [];
  const found = new Map<Feature, {figure: number; reason: string | null}>();
  for (const feature of order) {
    let figure = 0;
    let by: Feature | undefined;
    for (const other of kept)
      if (said(feature, other) > figure) {
        figure = said(feature, other);
        by = other;
      }
    const dropped = by !== undefined && figure > limit;
    found.set(feature, {
      figure,
      reason: dropped ? `correlation of ${formatNumber(figure, 3)} with ${by?.name}` : null
    });
    if (!dropped || keep.has(feature.name)) kept.push(feature);
  }
  return {
    step: "correlation",
    rule: `Of two features correlated beyond ${formatNumber(limit, 2)}, the one that tells less alone is dropped.`,
    verdicts: verdicts(features, (feature) => found.get(feature) ?? {figure: 0, reason: null}, {keep})
  };
}
