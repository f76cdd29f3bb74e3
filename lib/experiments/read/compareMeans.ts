import {formatCount, formatNumber, formatShare} from "../../format.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {NamedTest, Unadjusted} from "./comparison.js";
import type {MannWhitney} from "./mannWhitney.js";
import type {Effect} from "./means.js";
import {relativeLift, student, welch} from "./means.js";
import type {Statistic} from "./statistic.js";
import type {ReadOptions} from "./tail.js";

/** Users below which an arm whose users are all alike says nothing of how much users vary. */
const fewest = 30;

const allAlike = ({name, n}: Statistic): string =>
  `All ${formatCount(n)} users in “${name}” have the same value: so few do not tell how much users vary, and a difference cannot be tested. Wait for more.`;

const number = (value: number): string => formatNumber(value, 3);

/**
 * A treatment's mean (or ratio) against the control's, by every test that applies.
 * @param ranks the test of ranks, where users are at hand
 * @param ratio whether the figures are ratios of sums, their variance by the delta method
 * @example compareMeans({name: "a", n: 2, mean: 1, variance: 1}, {name: "b", n: 2, mean: 1, variance: 1}).value.p => 1
 */
export function compareMeans(
  control: Statistic,
  treatment: Statistic,
  options: ReadOptions = {},
  {ranks = null, ratio = false}: {ranks?: MannWhitney | null; ratio?: boolean} = {}
): Result<Unadjusted> {
  const lift = relativeLift(control, treatment, options);
  const base = {
    control: control.name,
    treatment: treatment.name,
    controlValue: control.mean,
    treatmentValue: treatment.mean,
    difference: treatment.mean - control.mean,
    relative: lift.ok ? lift.value : lift.message
  };
  const still = [control, treatment].find(({n, variance}) => variance === 0 && n < fewest);
  const main = still ? fail("variance", allAlike(still)) : welch(control, treatment, options);
  if (!main.ok)
    return main.code === "variance"
      ? ok({...base, intervals: [], tests: [], reason: "", p: null, problem: main.message})
      : main;
  const tests: NamedTest[] = [
    {
      name: ratio ? "Welch’s t-test of ratios (delta method)" : "Welch’s t-test",
      formula: ratio
        ? "difference of the ratios over its standard error; the ratio’s variance counts that both its parts vary, by user"
        : "difference of the means over its standard error, each arm with its own variance; Student’s t",
      ...told(main.value)
    }
  ];
  const pooled = student(control, treatment, options);
  if (pooled.ok && !ratio)
    tests.push({
      name: "Student’s t-test",
      formula: "the same with one variance for both arms; only right if they vary alike",
      ...told(pooled.value)
    });
  if (ranks)
    tests.push({
      name: "Mann–Whitney test",
      formula: `ranks alone, corrected for ties and continuity; asks whether a treated user tends to have more (here in ${formatShare(ranks.superiority)} of pairs), not whether the mean is larger`,
      statistic: `W = ${formatNumber(ranks.w, ranks.w % 1 ? 1 : 0)}`,
      p: ranks.p
    });
  return ok({
    ...base,
    intervals: [
      {
        name: ratio ? "Welch, delta method" : "Welch",
        note: "difference ± t × its standard error",
        interval: main.value.interval
      },
      ...(pooled.ok && !ratio
        ? [{name: "Student", note: "with one variance for both arms", interval: pooled.value.interval}]
        : [])
    ],
    tests,
    reason: ratio
      ? "Users, not orders or visits, came to the arms by chance: the delta method counts that one user’s parts go together."
      : "Welch’s test is the one to go by: money is decided by means, and arms may vary differently. Mann–Whitney asks another question, and Student’s assumes equal variances.",
    p: main.value.p,
    problem: null
  });
}

const told = ({t, df, p}: Effect): Pick<NamedTest, "statistic" | "p"> => ({
  statistic: `t = ${number(t)}, df = ${formatNumber(df, 1)}`,
  p
});
