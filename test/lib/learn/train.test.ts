import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {optimum} from "../../../lib/learn/optimum.js";
import type {Prepared} from "../../../lib/learn/prepare.js";
import {prepare} from "../../../lib/learn/prepare.js";
import {proximalGradient} from "../../../lib/learn/proximalGradient.js";
import type {Progress, Surroundings} from "../../../lib/learn/train.js";
import {train} from "../../../lib/learn/train.js";
import {madeUpTable, parameters, plainWorld} from "./support.js";

const preparedOf = (rows = 900): Prepared => {
  const result = prepare(madeUpTable(rows), parameters);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};
const prepared = preparedOf();

const run = async (choice: Partial<typeof parameters> = {}, world: Partial<Surroundings> = {}) =>
  train(prepared, {...parameters, ...choice}, {...plainWorld, ...world});

const trained = async (choice?: Partial<typeof parameters>) => {
  const result = await run(choice);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

describe("a training", () => {
  it("finds what the made-up orders were made from", async () => {
    const {model, terms, evaluation, check} = await trained();
    const of = (name: string) => model.coefficients[terms.findIndex((term) => term.name === name)];
    expect(of("x")).toBeGreaterThan(1);
    expect(of("place=b")).toBeGreaterThan(0.2);
    expect(Math.abs(of("noise"))).toBeLessThan(0.25);
    expect(evaluation.auc).toBeGreaterThan(0.8);
    expect(evaluation.aucInterval!.low).toBeLessThan(evaluation.auc!);
    expect(evaluation.aucInterval!.high).toBeGreaterThan(evaluation.auc!);
    expect(check.ok).toBe(true);
    expect(check.difference).toBeLessThan(1e-12);
    expect(check.gap).toBeLessThan(1e-4);
    expect(check.converged).toBe(true);
    expect(check.optimumLoss).toBeCloseTo(finish(optimum(prepared.problem)).loss, 9);
  });

  it("gives the same coefficients and interval for the same seed, another start for another", async () => {
    const [one, same, other] = [await trained(), await trained(), await trained({seed: 8})];
    expect(same.model).toEqual(one.model);
    expect(same.evaluation).toEqual(one.evaluation);
    expect(other.points[0].loss).not.toBe(one.points[0].loss);
    expect(other.check.optimumLoss).toBeCloseTo(one.check.optimumLoss, 8);
  });

  it("reports rising steps from 0 to the last, whatever their number", async () => {
    for (const steps of [1, 7, 50, 75, 333]) {
      const reported: Progress[] = [];
      const result = await run({steps}, {onProgress: (progress) => reported.push(progress)});
      const points = result.ok ? result.value.points : [];
      expect(points[0].step).toBe(0);
      expect(points.at(-1)?.step).toBe(steps);
      expect(points.every((d, index) => index === 0 || d.step > points[index - 1].step)).toBe(true);
      expect(points.length).toBeLessThanOrEqual(51);
      expect(reported.at(-1)).toMatchObject({phase: "training", share: 1, points});
    }
  });

  it("stops between two turns when it is cancelled, and lets go of the backend", async () => {
    let disposed = 0;
    let turns = 0;
    const result = await run(
      {steps: 2000},
      {
        start: (...problem) => ({...proximalGradient(...problem), dispose: () => void disposed++}),
        cancelled: () => ++turns > 3
      }
    );
    expect(result).toMatchObject({ok: false, code: "cancelled"});
    expect(turns).toBe(4);
    expect(disposed).toBe(1);
  });

  it("takes turns of about 50 ms on a slow device", async () => {
    let clock = 0;
    const turns: number[] = [];
    await run(
      {steps: 60},
      {
        now: () => clock,
        start: (...problem) => {
          const stepper = proximalGradient(...problem);
          return {
            ...stepper,
            advance(steps) {
              clock += 20 * steps;
              turns.push(steps);
              stepper.advance(steps);
            }
          };
        }
      }
    );
    expect(Math.max(...turns)).toBeLessThanOrEqual(2);
    expect(turns.reduce((sum, count) => sum + count, 0)).toBe(60);
  });

  it("says that the learning rate is too large when the steps diverge", async () => {
    const result = await run({learningRate: 100, C: 1000});
    expect(result).toMatchObject({ok: false, code: "diverged"});
    expect(result.ok ? "" : result.message).toMatch(/Choose a learning rate below 100/);
  });

  it("notices a backend whose loss is wrong", async () => {
    const result = await run(
      {},
      {
        start: (...problem) => {
          const stepper = proximalGradient(...problem);
          return {...stepper, loss: () => ({...stepper.loss(), loss: stepper.loss().loss + 2e-4})};
        }
      }
    );
    expect(result.ok && result.value.check).toMatchObject({ok: false});
  });

  it("judges a test period of one class without making numbers up", async () => {
    const table = madeUpTable(400);
    table.labels.fill(0, 320);
    const oneClass = prepare(table, {...parameters, embargo: false});
    if (!oneClass.ok) throw new Error(oneClass.message);
    const result = await train(oneClass.value, parameters, plainWorld);
    expect(result.ok && result.value.evaluation).toMatchObject({auc: null, aucInterval: null, roc: []});
  });
});
