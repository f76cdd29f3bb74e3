import {logBeta} from "../../distributions/beta.js";
import type {Standing} from "./best.js";
import {bestOf} from "./best.js";
import type {BetaPosterior} from "./posterior.js";

/** Terms up to which the closed form is summed, and the sum of counts up to which its logarithms keep nine digits. */
const most = {terms: 20_000, counts: 200_000};

type Counts = Pick<BetaPosterior, "a" | "b">;

/** How two arms stand, and how that was worked out. */
export interface TwoArms {
  control: Standing;
  treatment: Standing;
  method: "closed form" | "quadrature";
}

/**
 * The chance that Beta(second) is above Beta(first), in closed form: a sum over a whole-numbered count, of which the
 * smallest of the four is taken. `null` where none is whole or small enough.
 *
 * Method: E. Miller, "Formulas for Bayesian A/B testing" (2014).
 *
 * @example chanceAbove({a: 1, b: 11}, {a: 2, b: 10}) => 16 / 21
 */
export function chanceAbove(first: Counts, second: Counts): number | null {
  const {a: aA, b: bA} = first;
  const {a: aB, b: bB} = second;
  if (aA + bA > most.counts || aB + bB > most.counts) return null;
  const ways = [
    {terms: aB, chance: () => millerSum(aA, bA, aB, bB)},
    {terms: aA, chance: () => 1 - millerSum(aB, bB, aA, bA)},
    {terms: bA, chance: () => millerSum(bB, aB, bA, aA)},
    {terms: bB, chance: () => 1 - millerSum(bA, aA, bB, aB)}
  ].filter(({terms}) => Number.isInteger(terms) && terms <= most.terms);
  if (ways.length === 0) return null;
  return ways.reduce((least, way) => (way.terms < least.terms ? way : least)).chance();
}

/** The sum over i < aB of B(aA + i, bA + bB) / ((bB + i) B(1 + i, bB) B(aA, bA)), each term from the one before. */
function millerSum(aA: number, bA: number, aB: number, bB: number): number {
  let logTerm = logBeta(aA, bA + bB) - logBeta(aA, bA);
  let sum = 0;
  for (let i = 0; i < aB; i++) {
    sum += Math.exp(logTerm);
    logTerm += Math.log(((aA + i) * (bB + i)) / ((aA + bA + bB + i) * (1 + i)));
  }
  return Math.min(1, sum);
}

/**
 * The chance of each of two arms to be the better one, and the expected loss of choosing it: in closed form where the
 * counts allow it, by quadrature otherwise.
 *
 * Loss: E[(A - B)+] = E[A] P(A+ > B) - E[B] P(A > B+), where + counts one conversion more (C. Stucchio, "Bayesian A/B
 * testing at VWO", 2015).
 *
 * @example compareTwo(betaBelief("A", 2, 2), betaBelief("B", 2, 2)).treatment.loss => 9 / 70
 */
export function compareTwo(control: BetaPosterior, treatment: BetaPosterior): TwoArms {
  const chance = chanceAbove(control, treatment);
  const losses = chance === null ? null : [loss(control, treatment), loss(treatment, control)];
  if (chance === null || losses?.[0] == null || losses[1] == null) {
    const [first, second] = bestOf([control, treatment]);
    return {control: first, treatment: second, method: "quadrature"};
  }
  return {
    control: {chance: 1 - chance, loss: losses[0]},
    treatment: {chance, loss: losses[1]},
    method: "closed form"
  };
}

/** What choosing one arm loses against another: E[(other - chosen)+]. */
function loss(chosen: BetaPosterior, other: BetaPosterior): number | null {
  const raised = chanceAbove(chosen, {a: other.a + 1, b: other.b});
  const against = chanceAbove({a: chosen.a + 1, b: chosen.b}, other);
  return raised === null || against === null
    ? null
    : Math.max(0, other.mean * raised - chosen.mean * against);
}
