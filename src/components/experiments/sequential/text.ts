import type {Method} from "../../../lib/experiments/sequential/peeking.js";
import type {MethodSummary} from "../../../lib/experiments/sequential/peekingSummary.js";
import {
  formatCount,
  formatFine,
  formatNumber,
  formatPoints,
  formatShare,
  missing
} from "../../../lib/format.js";
import type {PeekingOutcome} from "./run.js";

/** What the ways of reading a test are called, on charts and in sentences. */
export const methodNames: Record<Method, string> = {
  naive: "Naive peeking",
  fixed: "One look, at the end",
  sequence: "Confidence sequence",
  "obrien-fleming": "O’Brien-Fleming spending",
  pocock: "Pocock spending"
};

const of = (outcome: PeekingOutcome, method: Method): MethodSummary =>
  outcome.summary.find((row) => row.method === method) ?? outcome.summary[0];

const margin = ({low, high}: {low: number; high: number}) =>
  `95 % interval ${formatShare(low)} to ${formatShare(high)}`;

const tests = (runs: number) => (runs === 1 ? "1 simulated test" : `${formatCount(runs)} simulated tests`);

const level = (alpha: number) => `p < ${formatNumber(alpha, 3).replace(/0+$/, "")}`;

const often = (looks: number) => (looks === 1 ? "once" : `${formatCount(looks)} times`);

/** The page's answer: what peeking does, and what reading with care does instead. */
export function peekingAnswer(outcome: PeekingOutcome): string {
  const {options, theory, peeked} = outcome;
  const [naive, fixed, sequence] = (["naive", "fixed", "sequence"] as const).map((method) =>
    of(outcome, method)
  );
  const {alpha, looks, effect} = options;
  if (effect !== 0)
    return (
      `Where there is a true effect of ${formatFine(100 * effect)} percentage points, looking ${often(looks)} and stopping at ${level(alpha)} calls ` +
      `${formatShare(naive.share)} of ${tests(peeked.runs)} (${margin(naive.interval)}), one look at the end ${formatShare(fixed.share)}, a confidence sequence ${formatShare(sequence.share)}; ${exaggerationText(naive, fixed)}.`
    );
  return (
    `Looking ${often(looks)} and stopping at ${level(alpha)} finds a difference in ${formatShare(naive.share)} of tests where there is none ` +
    `(${margin(naive.interval)}, ${tests(peeked.runs)}; by theory ${formatShare(theory.at(-1))}): ` +
    `one look at the end does in ${formatShare(fixed.share)}, a confidence sequence, which may be looked at as often as you like, in ${formatShare(sequence.share)}.`
  );
}

function exaggerationText(naive: MethodSummary, fixed: MethodSummary): string {
  if (naive.exaggeration === null)
    return "naive peeking stopped no test, so nothing can be said of its effects";
  const fair =
    fixed.exaggeration === null ? "" : `, against ${formatNumber(fixed.exaggeration, 2)} times with one look`;
  return `the effect it sees when it stops is on average ${formatNumber(naive.exaggeration, 2)} times the true one${fair}`;
}

/** What the tests that naive peeking stopped look like. */
export function fooledText(outcome: PeekingOutcome): string {
  const {called, medianLook, meanSize, exaggeration, wrongWay} = of(outcome, "naive");
  const {looks, rate} = outcome.options;
  if (!called || medianLook === null) return "Naive peeking stopped none of these tests.";
  const when = `Of the ${formatCount(called)} tests that naive peeking stopped, half did by look ${formatCount(medianLook)} of ${formatCount(looks)}.`;
  if (exaggeration === null)
    return `${when} Their difference was then on average ${formatFine(100 * (meanSize ?? 0))} percentage points (${formatShare((meanSize ?? 0) / rate, 0)} of the control’s rate), and the true one is 0: a test that stops at its luckiest moment reports that moment.`;
  return `${when} They report ${formatNumber(exaggeration, 2)} times the true effect on average, and ${formatShare(wrongWay)} of them point the wrong way: the winner’s curse.`;
}

const orMissing = (value: number | null, format: (value: number) => string) =>
  value === null ? missing : format(value);

/** The table of methods, a row each. */
export const methodRows = ({summary, options}: PeekingOutcome) =>
  summary.map(({method, called, share, interval, users, medianLook, meanSize, exaggeration}) => ({
    method: methodNames[method],
    called,
    share: formatShare(share),
    from: formatShare(interval.low),
    to: formatShare(interval.high),
    users: formatCount(users * 2 * options.usersPerLook * options.looks),
    median_look: orMissing(medianLook, formatCount),
    size: formatPoints(meanSize),
    exaggeration: orMissing(exaggeration, (value) => `${formatNumber(value, 2)} ×`)
  }));

/** Headings of that table. */
export const methodColumns = {
  method: {label: "Read by"},
  share: {label: "Share called", align: "right"},
  from: {label: "From", align: "right"},
  to: {label: "To (95 %)", align: "right"},
  users: {label: "Users, mean", align: "right"},
  median_look: {label: "Median look", align: "right"},
  size: {label: "Size seen at stops", align: "right"},
  exaggeration: {label: "Effect seen / true", align: "right"}
} as const;

/** How a simulation ended, for its panel. */
export const runSummary = ({peeked, options}: PeekingOutcome): string =>
  `Simulated ${formatCount(peeked.runs)} ${options.effect === 0 ? "A/A" : "A/B"} tests of ${formatCount(options.looks)} ${options.looks === 1 ? "look" : "looks"}`;
