import type {BanditOutcome} from "../../../lib/experiments/bandit/simulate.js";
import {formatCount, formatNumber, formatPoints, formatShare, missing} from "../../../lib/format.js";
import {table} from "../../table.js";
import {armText, banditSentences, finalRegret, policyTexts} from "./text.js";
import {reportButtons} from "../report.js";

const one = (value: number) => formatNumber(value, 1);
const points = (bias: number | null) =>
  bias === null ? missing : `${bias < 0 ? "−" : "+"}${formatPoints(Math.abs(bias))}`;

/** A row for each policy. */
export const policyRows = ({policies}: BanditOutcome) =>
  policies.map((policy) => {
    const {mean, low, high} = finalRegret(policy);
    return {
      policy: policyTexts[policy.name],
      lost: mean,
      lost_low: low,
      lost_high: high,
      best_share: policy.bestShare,
      right_choice: policy.rightChoice
    };
  });

/** What each policy loses and finds. */
export const policyTable = (outcome: BanditOutcome): HTMLElement =>
  table(policyRows(outcome), {
    caption: "Policies and what came of them",
    name: "bandit-policies",
    columns: {
      policy: {label: "Policy"},
      lost: {label: "Conversions lost", format: one},
      lost_low: {label: "90 % of runs from", format: one},
      lost_high: {label: "to", format: one},
      best_share: {label: "Visitors on the best arm", format: (share: number) => formatShare(share)},
      right_choice: {label: "Runs that end on the best arm", format: (share: number) => formatShare(share, 0)}
    }
  });

/** How far an arm's observed rate and its interval can be trusted after each policy. */
export const trustTable = ({setup, policies}: BanditOutcome): HTMLElement =>
  table(
    policies.flatMap(({name, arms}) =>
      arms.map(({arm, users, bias, coverage}) => ({
        policy: policyTexts[name],
        arm: armText(setup.rates, arm),
        visitors: users,
        bias,
        coverage
      }))
    ),
    {
      caption: "Observed rates after an adaptive allocation",
      name: "bandit-bias",
      columns: {
        policy: {label: "Policy"},
        arm: {label: "Arm, true rate"},
        visitors: {label: "Visitors, mean", format: formatCount},
        bias: {label: "Observed less true rate, mean", format: points},
        coverage: {
          label: "Runs whose 95 % interval holds the truth",
          format: (share: number | null) => formatShare(share, 0)
        }
      }
    }
  );

/** Buttons that take the race away. */
export const banditReport = (outcome: BanditOutcome): HTMLElement =>
  reportButtons({
    title: "Bandit or fixed split",
    sentences: banditSentences(outcome),
    data: {...outcome, rows: policyRows(outcome)},
    format: (value) => (typeof value === "number" ? formatNumber(value, 2) : String(value))
  });
