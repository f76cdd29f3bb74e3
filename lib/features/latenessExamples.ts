import type {Predictor} from "../learn/design.js";
import type {ExampleColumn, Examples} from "../learn/examples.js";
import type {LearningTable} from "../learn/prepare.js";

const isFlag = (values: ArrayLike<number>): boolean =>
  Array.prototype.every.call(values, (value: number) => value === 0 || value === 1);

function columnsOf(predictor: Predictor): {column: ExampleColumn; values: Float32Array}[] {
  const {name} = predictor;
  if (predictor.kind === "number")
    return [
      {
        column: {name, feature: name, kind: isFlag(predictor.values) ? "flag" : "number"},
        values: Float32Array.from(predictor.values)
      }
    ];
  return predictor.levels.map((level, code) => ({
    column: {name: `${name}=${level}`, feature: name, kind: "level"},
    values: Float32Array.from(predictor.codes, (found) => Number(found === code))
  }));
}

/**
 * A table of late and timely orders as examples: a column for each number and each level of a category; the key of a
 * row is its number.
 * @example latenessExamples(latenessTable(columns)).columns[0].name => "tightness"
 */
export function latenessExamples({times, knownAt, labels, predictors}: LearningTable): Examples {
  const columns = predictors.flatMap(columnsOf);
  return {
    columns: columns.map(({column}) => column),
    values: columns.map(({values}) => values),
    labels,
    times,
    knownAt,
    keys: Int32Array.from(labels, (_, row) => row)
  };
}
