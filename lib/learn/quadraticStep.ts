import {softThreshold} from "./elasticNet.js";
import type {MeanPenalty} from "./elasticNet.js";
import type {LinearModel} from "./problem.js";
import {solvePositive} from "../stats/solvePositive.js";

const standsStill = 1e-13;
const flat = 1e-300;
const mostRounds = 500;
const sweepsPerRound = 8;

/**
 * The direction d that minimises `gradient·d + d'Gd / 2 + penalty(w + d)`, the intercept last and unpenalised: sweeps
 * of coordinate descent, and between them a leap to where the coefficients that are not 0 would be best together
 * (as far as none of them changes its sign), which correlated columns need. Gives way often.
 */
export function* quadraticStep(
  gram: Float64Array,
  gradient: Float64Array,
  {coefficients, intercept}: LinearModel,
  {l1, l2}: MeanPenalty
): Generator<void, LinearModel> {
  const size = gradient.length;
  const last = size - 1;
  const start = Float64Array.of(...coefficients, intercept);
  const point = start.slice();
  const slope = gradient.slice();

  function move(j: number, change: number) {
    point[j] += change;
    for (let k = 0, at = j * size; k < size; k++) slope[k] += change * gram[at + k];
  }

  function sweep(): boolean {
    let largest = 0;
    let scale = 1;
    for (let j = 0; j < size; j++) {
      const curve = gram[j * size + j];
      const bend = j < last ? curve + l2 : curve;
      if (bend < flat) continue;
      const pull = curve * point[j] - slope[j];
      const change = (j < last ? softThreshold(pull, l1) : pull) / bend - point[j];
      if (change) move(j, change);
      largest = Math.max(largest, Math.abs(change));
      scale = Math.max(scale, Math.abs(point[j]));
    }
    return largest <= standsStill * scale;
  }

  function leap() {
    const free: number[] = [];
    for (let j = 0; j < size; j++) if (j === last || point[j] !== 0) free.push(j);
    const bends = new Float64Array(free.length ** 2);
    free.forEach((j, row) =>
      free.forEach((k, column) => (bends[row * free.length + column] = gram[j * size + k]))
    );
    const pulls = Float64Array.from(free, (j, row) => {
      if (j === last) return -slope[j];
      bends[row * (free.length + 1)] += l2;
      return -(slope[j] + l2 * point[j] + l1 * Math.sign(point[j]));
    });
    const way = solvePositive(bends, pulls);
    if (!way) return;
    const lengthOf = (change: number, j: number) =>
      j !== last && (point[j] + change) * point[j] < 0 ? -point[j] / change : 1;
    const length = way.reduce((least, change, index) => Math.min(least, lengthOf(change, free[index])), 1);
    free.forEach((j, index) => {
      const stops = length < 1 && lengthOf(way[index], j) === length;
      point[j] = stops ? 0 : point[j] + length * way[index];
    });
    for (let k = 0; k < size; k++) {
      slope[k] = gradient[k];
      for (let j = 0; j < size; j++) slope[k] += gram[k * size + j] * (point[j] - start[j]);
    }
  }

  for (let round = 0, still = false; round < mostRounds && !still; round++) {
    for (let count = 0; count < sweepsPerRound && !still; count++) still = sweep();
    if (!still) leap();
    yield;
  }
  return {
    coefficients: point.subarray(0, last).map((value, j) => value - start[j]),
    intercept: point[last] - start[last]
  };
}
