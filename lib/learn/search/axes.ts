import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {Family} from "../families.js";
import type {Bound} from "../specBounds.js";
import {specBounds} from "../specBounds.js";
import type {Range} from "./candidates.js";

/** What is tried of each family where nobody says otherwise: twelve points of a grid, or ranges to draw from. */
export const usualAxes: Readonly<Record<Family, {grid: string; random: string}>> = {
  logistic: {
    grid: "C: 0.0005, 0.001, 0.005, 0.02, 0.1, 1; l1Ratio: 0.2, 0.8",
    random: "C: 0.0001..1; l1Ratio: 0..1"
  },
  forest: {
    grid: "maxDepth: 3, 4, 6; minLeafRows: 20, 50; maxFeatures: 0.1, 0.3",
    random: "maxDepth: 3..10; minLeafRows: 10..200; maxFeatures: 0.05..0.5"
  },
  boosting: {
    grid: "maxDepth: 2, 3, 4; learningRate: 0.03, 0.1; minLeafRows: 50, 200",
    random: "maxDepth: 2..5; learningRate: 0.01..0.2; minLeafRows: 10..500; subsample: 0.5..1"
  },
  xgboost: {
    grid: "maxDepth: 2, 3, 4; eta: 0.02, 0.05; lambda: 1, 5",
    random: "maxDepth: 2..6; eta: 0.01..0.2; lambda: 0.5..50; minChildWeight: 1..50; colsample: 0.3..1"
  }
};

const number = /^\d+(\.\d+)?(e[+-]?\d+)?$/;
const magnitude = 10;

/** What could be a decimal comma: a list without spaces in which no number has a point. */
const unspaced = (values: string): string | null =>
  values
    .split(/\s+|\.\./)
    .map((piece) => piece.replace(/,$/, ""))
    .find((piece) => piece.includes(",") && !piece.includes(".")) ?? null;

/**
 * Reads what is to be tried: "maxDepth: 2, 3; eta: 0.01..0.3", values or a range for each parameter of a family. A
 * range over an order of magnitude is drawn from by order of magnitude. Fails, with a sentence, on what cannot be read.
 * @example readSpace("xgboost", "maxDepth: 2, 3").value => {maxDepth: [2, 3]}
 */
export function readSpace(family: Family, text: string): Result<Readonly<Record<string, Range>>> {
  const bounds: Readonly<Record<string, Bound>> = specBounds[family];
  const space: Record<string, Range> = {};
  for (const part of text.split(";").map((one) => one.trim())) {
    if (!part) continue;
    const [name, values = ""] = part.split(":").map((one) => one.trim());
    if (!Object.hasOwn(bounds, name))
      return fail("name", `There is no parameter “${name}”: choose among ${Object.keys(bounds).join(", ")}.`);
    const unclear = bounds[name].whole ? null : unspaced(values);
    if (unclear !== null)
      return fail(
        "values",
        `“${unclear.slice(0, 40)}” of ${name} could be one number or several: write decimals with a point, and a space after each comma of a list.`
      );
    const ends = values.split("..").map((one) => one.trim());
    const listed = ends.length === 2 ? ends : values.split(",").map((one) => one.trim());
    if (ends.length > 2 || !listed.every((one) => number.test(one)))
      return fail(
        "values",
        `The values of ${name} must be numbers with a point for decimals, like “0.1, 0.3” or “0.1..0.3”.`
      );
    const [low, high] = listed.map(Number);
    space[name] =
      ends.length < 2
        ? listed.map(Number)
        : {
            low,
            high,
            whole: bounds[name].whole,
            scale: low > 0 && high / low >= magnitude ? "log" : "linear"
          };
  }
  return Object.keys(space).length
    ? ok(space)
    : fail("empty", "There is nothing to try: name a parameter and its values, like “maxDepth: 2, 3”.");
}

/**
 * The same for a grid, which knows values only.
 * @example readAxes("xgboost", "eta: 0.1..0.3").ok => false
 */
export function readAxes(family: Family, text: string): Result<Readonly<Record<string, readonly number[]>>> {
  const space = readSpace(family, text);
  if (!space.ok) return space;
  const axes: Record<string, readonly number[]> = {};
  for (const [name, values] of Object.entries(space.value)) {
    if ("low" in values)
      return fail("range", `A grid tries single values: list those of ${name}, or search at random.`);
    axes[name] = values;
  }
  return ok(axes);
}
