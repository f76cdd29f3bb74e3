import {detectable} from "../../../lib/experiments/plan/planTest.js";
import {weekMix} from "../../../lib/experiments/plan/weekMix.js";
import type {Week} from "../../../lib/experiments/plan/weekdays.js";
import {currencySign, formatCount, formatShare} from "../../../lib/format.js";
import {chart} from "../../chart.js";
import type {PlanPoint} from "../../charts/planCurve.js";
import {planCurve} from "../../charts/planCurve.js";
import {weekMixBars} from "../../charts/weekMixBars.js";
import type {Planned} from "./request.js";
import {valueText, weekSentence} from "./text.js";

/** Numbers of users around the planned one, itself among them. */
const around = (users: number, steps: number): number[] => [
  ...new Set(Array.from({length: steps}, (_, i) => Math.max(2, Math.round((users * (i + 1) * 2) / steps))))
];

/** The power of the same test with fewer and more users. */
export function powerPoints({request, size}: Planned): PlanPoint[] {
  return around(size.control, 60).map((users) => ({
    users,
    value: size.powerOf(users, request.effect)
  }));
}

/** The smallest effect that is found with the power, with fewer and more users; none where there is no such effect. */
export function effectPoints({request, size}: Planned): PlanPoint[] {
  return around(size.control, 24).flatMap((users) => {
    const found = detectable(request, users);
    return found.ok ? [{users, value: found.value}] : [];
  });
}

/** The power by users. */
export function powerChart(plan: Planned): HTMLElement {
  const {size, request} = plan;
  const chosen = {users: size.control, value: size.powerOf(size.control, request.effect)};
  const half = size.powerOf(Math.max(2, size.control / 2), request.effect);
  return chart({
    name: "plan-power",
    title: `With half the users the effect would be found in ${formatShare(half, 0)} of tests`,
    note: "Power: the share of tests that find the assumed effect, by users in the control, all other inputs as they are.",
    data: powerPoints(plan),
    counted: (rows) => `${formatCount(rows.length)} sample sizes; it is the formula, nothing is`,
    columns: {users: {label: "Users in the control"}, value: {label: "Power"}},
    render: (rows, {width}) =>
      planCurve(rows, {width, chosen, label: "Power", format: (value) => formatShare(value, 0), top: 1})
  });
}

/** The smallest effect by users. */
export function effectChart(plan: Planned): HTMLElement {
  const {size, request} = plan;
  const share = request.metric.kind === "proportion";
  const format = (value: number) =>
    share ? `${valueText(value, true).replace("%", "pp")}` : valueText(value, false);
  const chosen = {users: size.control, value: Math.abs(request.effect)};
  return chart({
    name: "plan-effect",
    title: `Four times the users find half the effect; ${formatCount(size.control)} find ${format(chosen.value)}`,
    note: `The smallest effect, ${share ? "in percentage points" : `in ${currencySign}`}, that is found with a power of ${formatShare(request.power, 0)}, by users in the control.`,
    data: effectPoints(plan),
    counted: (rows) => `${formatCount(rows.length)} sample sizes; it is the formula, nothing is`,
    columns: {users: {label: "Users in the control"}, value: {label: "Smallest effect"}},
    render: (rows, {width}) => planCurve(rows, {width, chosen, label: "Smallest effect", format})
  });
}

/** What stopping before a week is full does. */
export function weekChart({orders, orderValue, days}: Week, planned: number): HTMLElement {
  const mixes = Array.from({length: 28}, (_, i) => weekMix(orders, orderValue, i + 1));
  const of = `the orders of ${formatCount(days)} days`;
  const shown = planned % 7 === 0 || planned > 28 ? 10 : planned;
  return chart({
    name: "plan-weekdays",
    title: "Only whole weeks hold every weekday equally often",
    note: `${weekSentence(weekMix(orders, orderValue, shown), of)} Bars: at the day to start on where most users would have to be on other weekdays.`,
    data: mixes,
    counted: () => `The orders of ${formatCount(days)} days`,
    columns: {
      days: {label: "Days of the test"},
      start: {label: "Worst weekday to start (0 Sunday)"},
      misplaced: {label: "Users on the wrong weekdays"},
      fewest: {label: "Fewest users a day"},
      most: {label: "Most users a day"},
      outcome: {label: "Shift of the mean order value"}
    },
    render: (rows, {width}) => weekMixBars(rows, {width})
  });
}
