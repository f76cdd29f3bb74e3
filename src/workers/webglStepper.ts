import type {Tensor, Tensor2D} from "@tensorflow/tfjs-core";
import {meanPenalty, penaltyOf} from "../lib/learn/elasticNet.js";
import type {LinearModel, Problem} from "../lib/learn/problem.js";
import {totalWeight} from "../lib/learn/problem.js";
import type {Stepper} from "../lib/learn/proximalGradient.js";
import {momentum} from "../lib/learn/proximalGradient.js";
import type {WebglDevice} from "./webgl.js";

/**
 * The steps of `proximalGradient` on WebGL in float32. Rows, scores and coefficients stay on the GPU; what comes back
 * is the coefficients after each turn, which also waits for the queued work, and the loss when asked for.
 */
export function webglStepper(
  {tf, guard}: WebglDevice,
  problem: Problem,
  start: LinearModel,
  learningRate: number
): Stepper {
  const {columns, labels, weights} = problem;
  const rows = labels.length;
  const width = columns.length + 1;
  const total = totalWeight(problem);
  const penalty = meanPenalty(problem.penalty, total);
  const carry = momentum();
  const penalised = (of: number, free: number) =>
    tf.tensor2d(
      Float32Array.from({length: width}, (_, j) => (j < width - 1 ? of : free)),
      [width, 1]
    );

  const byColumn = new Float32Array(width * rows).fill(1);
  columns.forEach((column, j) => byColumn.set(column, j * rows));
  const columnsT = tf.tensor2d(byColumn, [width, rows]);
  const design = tf.tidy(() => tf.transpose(columnsT));
  const outcome = tf.tensor2d(Float32Array.from(labels), [rows, 1]);
  const share = tf.tensor2d(
    Float32Array.from(labels, (_, row) => (weights ? weights[row] : 1) / total),
    [rows, 1]
  );
  const threshold = penalised(learningRate * penalty.l1, 0);
  const shrinkage = penalised(1 / (1 + learningRate * penalty.l2), 1);
  const fixed: Tensor[] = [columnsT, design, outcome, share, threshold, shrinkage];

  let point = tf.tensor2d(Float32Array.of(...start.coefficients, start.intercept), [width, 1]);
  let pointBefore = tf.clone(point);
  let margins = tf.tidy(() => tf.matMul<Tensor2D>(design, point));
  let marginsBefore = tf.clone(margins);

  function step() {
    const beyond = carry.next().value;
    const ahead = (now: Tensor2D, then: Tensor2D) => tf.add<Tensor2D>(now, tf.mul(beyond, tf.sub(now, then)));
    const [next, marginsNext] = tf.tidy(() => {
      const residual = tf.mul<Tensor2D>(tf.sub(tf.sigmoid(ahead(margins, marginsBefore)), outcome), share);
      const gradient = tf.matMul<Tensor2D>(columnsT, residual);
      const moved = tf.sub<Tensor2D>(ahead(point, pointBefore), tf.mul(learningRate, gradient));
      const soft = tf.mul(tf.sign(moved), tf.relu(tf.sub(tf.abs(moved), threshold)));
      const shrunk = tf.mul<Tensor2D>(soft, shrinkage);
      return [shrunk, tf.matMul<Tensor2D>(design, shrunk)];
    });
    tf.dispose([pointBefore, marginsBefore]);
    [pointBefore, marginsBefore] = [point, margins];
    [point, margins] = [next, marginsNext];
  }

  async function model(): Promise<LinearModel> {
    const values = Float64Array.from(await guard(point.data()));
    return {intercept: values[width - 1], coefficients: values.slice(0, width - 1)};
  }

  return {
    async advance(steps) {
      for (let done = 0; done < steps; done++) step();
      await guard(point.data());
    },
    async loss() {
      const mean = tf.tidy(() =>
        tf.sum(tf.mul(tf.sub(tf.softplus(margins), tf.mul(outcome, margins)), share))
      );
      const [loss] = await guard(mean.data());
      mean.dispose();
      return {loss, objective: loss + penaltyOf(penalty, (await model()).coefficients)};
    },
    model,
    dispose: () => tf.dispose([...fixed, point, pointBefore, margins, marginsBefore])
  };
}
