import type {DependencePoint} from "../explain/dependence.js";
import {dependence} from "../explain/dependence.js";
import type {ColourCandidate} from "../explain/colourCandidates.js";
import {colourCandidates} from "../explain/colourCandidates.js";
import type {FeatureShap} from "../explain/featureSums.js";
import {scoreUnit} from "../explain/modelShap.js";
import {sampleRows} from "../random/sampleRows.js";
import {pairInteraction} from "../explain/shapInteractions.js";
import {finish} from "../learn/finish.js";
import {gather} from "../learn/examples.js";
import type {FitProgress} from "../pipeline/fitting.js";
import {quantile} from "../metrics/quantile.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Session} from "./explanation.js";
import {sessionOf} from "./explanation.js";
import {driven} from "../driven.js";

/** What a level of a category, or a flag, contributes. */
export interface LevelShap {
  level: string;
  rows: number;
  mean: number;
  /** What the middle 90 % of the rows lie between. */
  low: number;
  high: number;
}

/** How a feature's contribution depends on its value. */
export type Dependence =
  | {
      kind: "points";
      points: DependencePoint[];
      /** Rows without a value, which are not drawn, and what they contribute on average. */
      missing: {rows: number; mean: number | null};
      /** The column that colours; null where none does. */
      colour: string | null;
      /** Share of the spread at like values that goes along with the colour, where it is among the best. */
      strength: number | null;
    }
  | {kind: "levels"; levels: LevelShap[]};

const points = 3000;
const mostCandidates = 8;

/** A feature's dependence; `colour` is a column, "" the one that acts together with it most, null none. */
export function dependenceOf(key: string, feature: string, colour: string | null): Result<Dependence> {
  const session = sessionOf(key);
  const {bench, values, contributions, seed} = session;
  const {columns} = bench.examples;
  const own = session.features.find((one) => one.feature === feature);
  if (!own) return fail("feature", `The model has no feature ${feature}: choose another one.`);
  const [column] = own.columns;
  if (columns[column].kind !== "number") return ok({kind: "levels", levels: levelsOf(session, own)});
  const candidates = colourCandidates(values, contributions[column], {column, seed}).slice(0, mostCandidates);
  const other =
    colour === ""
      ? strongest(session, column, candidates)
      : columns.findIndex(({name}, j) => name === colour && j !== column);
  return ok({
    kind: "points",
    points: dependence(values, contributions, {
      ...{column, seed, points},
      colour: other < 0 ? undefined : other
    }),
    missing: missingOf(values[column], contributions[column]),
    colour: other < 0 ? null : columns[other].name,
    strength: candidates.find((one) => one.column === other)?.strength ?? null
  });
}

const trialRows = 300;

/**
 * Of the columns that go along with the spread, the one that really acts together with a column most, in a sample of
 * rows; the first where none does, as in a linear model. -1 where there is none.
 */
function strongest(session: Session, column: number, candidates: readonly ColourCandidate[]): number {
  const {model, values, bench, seed} = session;
  const first = candidates.at(0)?.column ?? -1;
  if (model.kind !== "trees") return first;
  const rows = sampleRows(bench.examples.labels.length, trialRows, seed, "explain.partners");
  const some = values.map((one) => gather(one, rows));
  const size = (other: number) =>
    finish(pairInteraction(model, some, [column, other])).reduce((sum, half) => sum + Math.abs(half), 0);
  const sizes = candidates.map(({column: other}) => ({other, together: size(other)}));
  const most = sizes.toSorted((a, b) => b.together - a.together).at(0);
  return most && most.together > 0 ? most.other : first;
}

function missingOf(values: Float32Array, contributions: Float64Array) {
  let rows = 0;
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row])) continue;
    rows++;
    sum += contributions[row];
  }
  return {rows, mean: rows ? sum / rows : null};
}

/** A category's levels, or a flag's yes and no, by what the whole feature contributes to their rows. */
function levelsOf(
  {bench, values}: Session,
  {feature, columns: own, contributions}: FeatureShap
): LevelShap[] {
  const {columns} = bench.examples;
  const flag = columns[own[0]].kind === "flag";
  const absent = flag ? "no" : "(none)";
  const found = new Map<string, number[]>();
  contributions.forEach((contribution, row) => {
    const at = own.find((column) => values[column][row] === 1);
    const level = at === undefined ? absent : flag ? "yes" : columns[at].name.slice(feature.length + 1);
    const known = found.get(level);
    if (known) known.push(contribution);
    else found.set(level, [contribution]);
  });
  return [...found]
    .map(([level, all]) => {
      const sorted = Float64Array.from(all).sort();
      return {
        level,
        rows: all.length,
        mean: all.reduce((sum, one) => sum + one, 0) / all.length,
        low: quantile(sorted, 0.05),
        high: quantile(sorted, 0.95)
      };
    })
    .sort((a, b) => b.mean - a.mean);
}

/** What two columns contribute only together: both halves of their SHAP interaction value. */
export interface PairShap {
  /** A row each, as a dependence plot of the first column coloured by the second. */
  points: DependencePoint[];
  /** Mean absolute value of it, and of the first column's whole SHAP value, in the same rows. */
  together: number;
  whole: number;
}

const pairRows = 2000;

/** The interaction of two columns in a sample of rows; trees only, as a linear model has none. */
export function pairOf(
  key: string,
  first: string,
  second: string,
  report: (progress: FitProgress) => unknown
): Result<PairShap> {
  const {model, bench, values, contributions, seed} = sessionOf(key);
  const [column, colour] = [first, second].map((name) =>
    bench.examples.columns.findIndex((one) => one.name === name)
  );
  if (model.kind !== "trees")
    return fail("linear", "A linear model adds its columns up: no two of them act together.");
  if (column < 0 || colour < 0 || column === colour)
    return fail(
      "pair",
      "An interaction is between two different columns of the model: choose another colour."
    );
  const drawn = dependence(values, contributions, {column, colour, seed, points: pairRows});
  const rows = Uint32Array.from(drawn, ({row}) => row);
  const halves = driven(
    pairInteraction(
      model,
      values.map((one) => gather(one, rows)),
      [column, colour]
    ),
    report
  );
  const {factor} = scoreUnit(model);
  const shown = drawn.map((point, i) => ({...point, shap: 2 * factor * halves[i]}));
  return ok({points: shown, together: meanSize(shown), whole: meanSize(drawn)});
}

const meanSize = (some: readonly DependencePoint[]) =>
  some.length ? some.reduce((sum, {shap}) => sum + Math.abs(shap), 0) / some.length : 0;
