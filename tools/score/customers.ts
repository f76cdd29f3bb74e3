import {shortFloat32} from "../../lib/model/float32.js";
import type {CustomerField} from "../../lib/serve/field.js";
import type {ScoringCustomers} from "../../lib/serve/publishedScoring.js";
import type {LabExamples} from "../../lib/pipeline/fitting.js";
import {writtenValues} from "./heldOut.js";

const mostCustomers = 60;

/** Some of the held-out rows, evenly by their score from the lowest to the highest. */
export function pickRows(held: readonly number[], scores: ArrayLike<number>): number[] {
  const ranked = [...held].sort((a, b) => scores[a] - scores[b] || a - b);
  const count = Math.min(mostCustomers, ranked.length);
  return Array.from(
    {length: count},
    (_, i) => ranked[Math.round((i * (ranked.length - 1)) / Math.max(1, count - 1))]
  );
}

/** Held-out customers to try models on, with every field of a model. */
export function scoringCustomers(
  examples: LabExamples,
  fields: readonly CustomerField[],
  {held, scores}: {held: readonly number[]; scores: ArrayLike<number>}
): ScoringCustomers {
  const rows = [...new Set(pickRows(held, scores))];
  const {keys, labels} = examples;
  const numbers = fields.filter(({kind}) => kind !== "category");
  return {
    ...{format: "vitrine-customers", version: 1, heldOut: held.length},
    keys: rows.map((row) => keys[row]),
    labels: rows.map((row) => (labels[row] === 1 ? 1 : 0)),
    columns: Object.fromEntries(
      fields.map(({name}) => [name, writtenValues(examples, name, rows, shortFloat32)])
    ),
    bounds: Object.fromEntries(
      numbers.map(({name}) => {
        const column = examples.values[examples.columns.findIndex((one) => one.name === name)];
        let [low, high] = [Infinity, -Infinity];
        for (const value of column) {
          if (value < low) low = value;
          if (value > high) high = value;
        }
        return [name, low <= high ? [shortFloat32(low), shortFloat32(high)] : [0, 0]];
      })
    )
  };
}
