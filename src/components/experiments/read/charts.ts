import {dateOf} from "../../../lib/days.js";
import {figureWords} from "../../../lib/experiments/read/conclusion.js";
import type {Reading} from "../../../lib/experiments/read/readTest.js";
import {levelText} from "../../../lib/experiments/read/words.js";
import {formatCount} from "../../../lib/format.js";
import {chart} from "../../chart.js";
import {dailyEffect} from "../../charts/dailyEffect.js";
import type {EffectRow} from "../../charts/effectForest.js";
import {effectForest} from "../../charts/effectForest.js";
import type {ReadNow} from "./now.js";

const rowsOf = (reading: Reading, suffix = ""): EffectRow[] =>
  reading.comparisons.flatMap(({treatment, difference, intervals}) =>
    intervals
      .slice(0, 1)
      .map(({interval}) => ({effect: `${treatment}${suffix}`, value: difference, ...interval}))
  );

const users = ({reading}: ReadNow) =>
  `${formatCount(reading.arms.reduce((sum, arm) => sum + arm.users, 0))} users`;

/** Each treatment's difference from the control with its interval; with CUPED beside it where it is used. */
export function effectChart(now: ReadNow): HTMLElement {
  const {reading, adjusted} = now;
  const {change, what} = figureWords(reading.kind);
  const alpha = 1 - reading.level;
  const found = reading.comparisons.filter((each) => each.adjusted !== null && each.adjusted < alpha);
  return chart({
    name: "read-effect",
    title: found.length
      ? `${found.map(({treatment}) => `“${treatment}”`).join(", ")} ${found.length > 1 ? "differ" : "differs"} from “${reading.arms[0].name}” by more than chance`
      : `No treatment is shown to differ from “${reading.arms[0].name}”`,
    note: `Difference of the ${what} from the control’s, with its ${levelText(reading.level)} interval (${reading.comparisons[0].intervals[0]?.name ?? "none"}), not adjusted for being several; dashed: no effect.`,
    data: [...rowsOf(reading), ...(adjusted ? rowsOf(adjusted.reading, ", CUPED") : [])],
    counted: () => users(now),
    empty: "There is no interval to draw: the values do not vary.",
    render: (rows, {width}) => effectForest(rows, {width, format: change})
  });
}

/** The effect of the first treatment by the end of each day; null where there are no days. */
export function dailyChart(now: ReadNow): HTMLElement | null {
  const {reading, summary} = now;
  if (!summary?.daily.length) return null;
  const {change} = figureWords(reading.kind);
  const outside = summary.daily.filter(({low, high}) => (low ?? -1) > 0 || (high ?? 1) < 0).length;
  return chart({
    name: "read-daily",
    title: `On ${formatCount(outside)} of ${formatCount(summary.daily.length)} days the interval would have left zero out`,
    note: `Difference of “${reading.comparisons[0].treatment}” from the control among all users until the end of a day, with Welch’s ${levelText(reading.level)} interval, as if that day were the only look.`,
    data: summary.daily.map((row) => ({...row, date: dateOf(row.day)})),
    counted: () => users(now),
    render: (rows, {width}) => dailyEffect(rows, {width, format: change})
  });
}
