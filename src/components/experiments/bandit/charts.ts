import type {PolicyName} from "../../../lib/experiments/bandit/policies.js";
import type {BanditOutcome} from "../../../lib/experiments/bandit/simulate.js";
import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import {chart} from "../../chart.js";
import {allocationAreas} from "../../charts/allocationAreas.js";
import {regretLines} from "../../charts/regretLines.js";
import {armText, finalRegret, leaders, policyTexts} from "./text.js";

const counted =
  ({setup: {runs, horizon}}: BanditOutcome) =>
  () =>
    `${formatCount(runs)} runs of ${formatCount(horizon)} visitors each`;

/** Conversions lost over time, a line for each policy with its band. */
export function regretChart(outcome: BanditOutcome): HTMLElement {
  const rows = outcome.policies.flatMap(({name, regret}) =>
    regret.map((point) => ({policy: policyTexts[name], name, ...point}))
  );
  const [least, ...close] = leaders(outcome.policies);
  const end = finalRegret(least).mean;
  return chart({
    name: "bandit-regret",
    title:
      end === 0
        ? "Nothing is lost: all arms are alike"
        : `${[least, ...close].map(({name}) => policyTexts[name]).join(close.length > 1 ? ", " : " and ")} ${close.length > 0 ? "lose" : "loses"} least: ${close.length > 0 ? "about " : ""}${formatNumber(end, end < 10 ? 1 : 0)} conversions`,
    note: "Expected conversions lost against sending everybody to the best arm (cumulative regret): mean of the runs; the bands hold the middle 90 % of them.",
    data: rows,
    columns: {
      policy: {label: "Policy"},
      visitors: {label: "Visitors", format: formatCount},
      mean: {label: "Lost, mean", format: (value: number) => formatNumber(value, 1)},
      low: {label: "5 % of runs below", format: (value: number) => formatNumber(value, 1)},
      high: {label: "5 % of runs above", format: (value: number) => formatNumber(value, 1)}
    },
    counted: counted(outcome),
    render: (drawn, {width}) => regretLines(drawn, {width})
  });
}

/** Which arms a policy sends visitors to, over time. */
export function allocationChart(outcome: BanditOutcome, name: PolicyName): HTMLElement {
  const {rates} = outcome.setup;
  const policy = outcome.policies.find((candidate) => candidate.name === name);
  const rows = (policy?.allocation ?? []).map(({visitors, arm, share}) => ({
    visitors,
    arm: armText(rates, arm),
    place: arm,
    share
  }));
  return chart({
    name: `bandit-allocation-${name}`,
    title: `${policyTexts[name]} sends ${formatShare(policy?.bestShare, 0)} of all visitors to the best arm`,
    note: "Share of the visitors of each stretch of time that each arm gets, mean of the runs; the shares add up to all.",
    data: rows,
    columns: {
      visitors: {label: "Visitors until", format: formatCount},
      arm: {label: "Arm"},
      share: {label: "Share", format: (share: number) => formatShare(share)}
    },
    counted: counted(outcome),
    empty: "This policy is left out: give the test some visitors per arm.",
    render: (drawn, {width}) => allocationAreas(drawn, {width})
  });
}
