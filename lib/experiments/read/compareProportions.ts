import {formatNumber} from "../../format.js";
import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import type {ProportionArm} from "../arms.js";
import type {ChiSquare} from "./chiSquare.js";
import {chiSquareTest} from "./chiSquare.js";
import type {NamedInterval, NamedTest, Unadjusted} from "./comparison.js";
import {fisher, fisherTerms} from "./fisher.js";
import {relativeLift} from "./means.js";
import {differenceInterval} from "./proportionIntervals.js";
import {noneConverted} from "./ratioScore.js";
import {proportionStatistic} from "./statistic.js";
import type {ReadOptions} from "./tail.js";
import {twoProportions} from "./twoProportions.js";

/** Chances above which Fisher's test would keep a reader waiting for what the z-test says. */
const mostTerms = 1e6;

const intervalWays = [
  ["newcombe", "Newcombe", "from both arms’ Wilson intervals; holds for few users and rare outcomes too"],
  ["wald", "Wald", "difference ± z × its standard error; too narrow for few users or rare outcomes"],
  ["agresti-caffo", "Agresti–Caffo", "Wald’s after adding one conversion and one non-conversion to each arm"],
  ["score", "Miettinen–Nurminen score", "all differences that a score test does not refuse"]
] as const;

/**
 * A treatment's rate against the control's, by every test and interval that applies.
 * @example compareProportions({name: "a", users: 1000, converted: 200}, {name: "b", users: 1000, converted: 250}).value.p => 0.00741965
 */
export function compareProportions(
  control: ProportionArm,
  treatment: ProportionArm,
  options: ReadOptions = {}
): Result<Unadjusted> {
  const {sides = "two-sided"} = options;
  const a = proportionStatistic(control);
  if (!a.ok) return a;
  const b = proportionStatistic(treatment);
  if (!b.ok) return b;
  const intervals = intervalWays.map(([method, name, note]): NamedInterval => ({
    name,
    note,
    interval: differenceInterval(control, treatment, method, options)
  }));
  const lift =
    treatment.converted === 0 && control.converted > 0
      ? ok(noneConverted(control, treatment, options))
      : relativeLift(a.value, b.value, options);
  const base = {
    control: control.name,
    treatment: treatment.name,
    controlValue: a.value.mean,
    treatmentValue: b.value.mean,
    difference: b.value.mean - a.value.mean,
    intervals,
    relative: lift.ok ? lift.value : lift.message
  };
  const z = twoProportions(control, treatment, sides);
  if (!z.ok) return ok({...base, tests: [], reason: "", p: null, problem: z.message});
  const zTest: NamedTest = {
    name: "Two-proportion z-test",
    formula: "difference of the rates over its standard error, both arms pooled; normal distribution",
    statistic: `z = ${number(z.value.z)}`,
    p: z.value.p
  };
  const table = [control, treatment].map(({users, converted}) => [converted, users - converted]);
  const plain = chiSquareTest(table);
  const few = plain.ok && plain.value.leastExpected < 5;
  const exact = fisherTerms(control, treatment) <= mostTerms;
  const fisherTests = exact ? [exactTest(control, treatment, sides)] : [];
  const chiSquares = sides === "two-sided" ? squares(plain, chiSquareTest(table, true)) : [];
  const tests = few ? [...fisherTests, zTest, ...chiSquares] : [zTest, ...chiSquares, ...fisherTests];
  const reason = few
    ? "Fisher’s exact test is the one to go by: fewer than 5 conversions (or non-conversions) are to be expected in an arm, too few for the normal distribution."
    : "The z-test is the one to go by: at least 5 conversions and non-conversions are to be expected in each arm." +
      others(chiSquares.length > 0, exact);
  return ok({...base, tests, reason, p: tests[0].p, problem: null});
}

/** What the tests are that one does not go by. */
function others(squared: boolean, exact: boolean): string {
  const square = squared ? " Pearson’s chi-square is its square and says the same." : "";
  const careful = [...(squared ? ["Yates’ correction"] : []), ...(exact ? ["Fisher’s test"] : [])];
  const more = careful.length
    ? ` ${careful.join(" and ")} ${careful.length > 1 ? "are more careful than they need" : "is more careful than it needs"} to be here.`
    : "";
  return `${square}${more}${exact ? "" : " Fisher’s test is not worked out: of so many users it would take long, and say what the z-test says."}`;
}

const number = (value: number): string => formatNumber(value, 3);

function exactTest(
  control: ProportionArm,
  treatment: ProportionArm,
  sides: "two-sided" | "greater" | "less"
): NamedTest {
  const {p, oddsRatio} = fisher(control, treatment, sides);
  return {
    name: "Fisher’s exact test",
    formula:
      "the chance of a split as unlikely as this one, given how many converted in all; no approximation",
    statistic: oddsRatio === null ? null : `odds ratio = ${number(oddsRatio)}`,
    p
  };
}

const squares = (plain: Result<ChiSquare>, corrected: Result<ChiSquare>): NamedTest[] =>
  [
    {
      name: "Pearson’s chi-square",
      test: plain,
      formula: "squared distance of each count from its expectation"
    },
    {
      name: "Chi-square with Yates’ correction",
      test: corrected,
      formula: "the same with each distance ½ shorter"
    }
  ].flatMap(({name, test, formula}) =>
    test.ok
      ? [{name, formula, statistic: `χ² = ${number(test.value.statistic)}, df = 1`, p: test.value.p}]
      : []
  );
