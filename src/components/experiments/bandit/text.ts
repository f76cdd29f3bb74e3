import {html} from "npm:htl";
import type {PolicyName} from "../../../lib/experiments/bandit/policies.js";
import type {BanditOutcome} from "../../../lib/experiments/bandit/simulate.js";
import type {PolicySummary} from "../../../lib/experiments/bandit/summary.js";
import {formatCount, formatFine, formatNumber, formatShare} from "../../../lib/format.js";
import {fineShare} from "../bayes/text.js";

export const policyTexts: Record<PolicyName, string> = {
  thompson: "Thompson sampling",
  ucb: "UCB1",
  epsilon: "Epsilon-greedy",
  commit: "Test-then-commit",
  split: "Fixed equal split"
};

/** An arm's name by its place and true rate. @example armText([0.1, 0.12], 1) => "B, 12.00 %" */
export const armText = (rates: readonly number[], arm: number): string =>
  `${String.fromCharCode(65 + arm)}, ${fineShare(rates[arm])}`;

/** The regret in the end. */
export const finalRegret = ({regret}: PolicySummary) => regret[regret.length - 1];

/** The policies that lose least: the first, and those that the runs cannot tell from it. */
export function leaders(policies: readonly PolicySummary[]): PolicySummary[] {
  const least = policies.reduce((best, policy) =>
    finalRegret(policy).mean < finalRegret(best).mean ? policy : best
  );
  const noise = (policy: PolicySummary) => 2 * Math.hypot(policy.error, least.error);
  const close = policies.filter(
    (policy) => policy !== least && finalRegret(policy).mean - finalRegret(least).mean < noise(policy)
  );
  return [least, ...close];
}

const lost = (conversions: number) => formatNumber(conversions, conversions < 10 ? 1 : 0);

/** What came out, a sentence each, the most important first. */
export function banditSentences({setup, policies}: BanditOutcome): string[] {
  const {rates, horizon, batch, runs} = setup;
  const best = Math.max(...rates);
  const visitors = formatCount(horizon);
  if (rates.every((rate) => rate === best))
    return [
      `All ${formatCount(rates.length)} arms convert alike: over ${visitors} visitors nothing is lost whichever way they are sent, and a bandit has nothing to find.`
    ];
  const [first, ...close] = leaders(policies);
  const split = policies.find(({name}) => name === "split") ?? policies[policies.length - 1];
  const commit = policies.find(({name}) => name === "commit");
  const end = finalRegret(first);
  const against = finalRegret(split);
  const saved = against.mean - end.mean;
  const range = `(${lost(end.low)} to ${lost(end.high)} in 90 % of ${formatCount(runs)} runs)`;
  return [
    first.name === "split"
      ? `With these rates nothing beats the fixed split over ${visitors} visitors: it loses ${lost(against.mean)} conversions.`
      : `Over ${visitors} visitors ${policyTexts[first.name]} loses least: ${lost(end.mean)} conversions ${range} against ${lost(against.mean)} with a fixed equal split, ${lost(saved)} fewer.`,
    ...(close.length > 0
      ? [
          `So few runs cannot tell ${close.map(({name}) => policyTexts[name]).join(" or ")} from it: more runs would.`
        ]
      : []),
    ...(commit && first.name !== "commit"
      ? [
          `A plain test of ${formatCount(setup.explore)} visitors per arm, then its winner for all, loses ${lost(finalRegret(commit).mean)}.`
        ]
      : []),
    `In the end the best arm has the best observed rate in ${formatShare(first.rightChoice, 0)} of the runs of ${policyTexts[first.name]} and in ${formatShare(split.rightChoice, 0)} of the fixed split’s${batch > 1 ? `; outcomes came in batches of ${formatCount(batch)}` : ""}.`
  ];
}

/** The page's answer. */
export function banditAnswer(outcome: BanditOutcome | null): HTMLElement {
  if (!outcome)
    return html`<p class="answer">The race is being simulated: what each policy loses will stand here.</p>`;
  const [first, ...rest] = banditSentences(outcome);
  return html`<div>
    <p class="answer">${first}</p>
    ${rest.length > 0 ? html`<p>${rest.join(" ")}</p>` : ""}
  </div>`;
}

/** How far the plain reading of the arms can be trusted after each policy, in words. */
export function biasText({setup: {rates, runs}, policies}: BanditOutcome): HTMLElement {
  const worst = policies
    .flatMap(({name, arms}) => arms.map((arm) => ({name, ...arm})))
    .filter(({bias}) => bias !== null)
    .reduce<{name: PolicyName; arm: number; bias: number}>(
      (top, {name, arm, bias}) =>
        Math.abs(bias ?? 0) > Math.abs(top.bias) ? {name, arm, bias: bias ?? 0} : top,
      {name: "split", arm: 0, bias: 0}
    );
  return html`<p>
    ${
      Math.abs(worst.bias) < 1e-9
        ? "Here no policy’s observed rates were off on average."
        : `Most off in these runs: ${policyTexts[worst.name]} showed arm ${armText(rates, worst.arm)}, on average ${formatFine(Math.abs(100 * worst.bias))} percentage points ${worst.bias < 0 ? "too low" : "too high"}.`
    }
    An adaptive policy turns away from an arm that begins with bad luck and may never learn better: its
    observed rate stays too low. An ordinary 95 % interval should hold the truth in 95 % of the runs, give or
    take ${formatNumber(196 * Math.sqrt((0.95 * 0.05) / runs), 1)} percentage points with so few.
  </p>`;
}
