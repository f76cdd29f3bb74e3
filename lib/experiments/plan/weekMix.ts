/** How far the weekdays of a test of so many days are from those of whole weeks, at the worst day to start. */
export interface WeekMix {
  days: number;
  /** Weekday of the start, 0 for Sunday. */
  start: number;
  /** Share of the users that would have to be moved to other weekdays: total variation distance, 0 to 1. */
  misplaced: number;
  /** Users a day during the test over users a day of whole weeks, less 1, at the start with the fewest. */
  fewest: number;
  /** The same at the start with the most. */
  most: number;
  /** The outcome's mean by the test's weekdays over that of whole weeks, less 1, at the start where it is farthest. */
  outcome: number;
}

/**
 * What a test whose days are no whole weeks does to the mix of its users, for every day it can start on.
 * @param users by weekday, Sunday first, all above 0
 * @param outcome mean of the metric by weekday
 * @example weekMix([1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1, 1], 1).misplaced => 0.857
 */
export function weekMix(users: readonly number[], outcome: readonly number[], days: number): WeekMix {
  const total = sum(users);
  const usual = sum(users.map((count, day) => count * outcome[day])) / total;
  const mix: WeekMix = {days, start: 0, misplaced: 0, fewest: Infinity, most: -Infinity, outcome: 0};
  for (let start = 0; start < 7; start++) {
    const times = users.map((_, day) => Math.ceil((days - ((day - start + 7) % 7)) / 7));
    const during = users.map((count, day) => count * times[day]);
    const seen = sum(during);
    const misplaced = sum(users.map((count, day) => Math.abs(during[day] / seen - count / total))) / 2;
    const pace = (7 * seen) / (days * total) - 1;
    const shift = sum(during.map((count, day) => count * outcome[day])) / seen / usual - 1;
    if (misplaced > mix.misplaced) Object.assign(mix, {start, misplaced});
    mix.fewest = Math.min(mix.fewest, pace);
    mix.most = Math.max(mix.most, pace);
    if (Math.abs(shift) > Math.abs(mix.outcome)) mix.outcome = shift;
  }
  return mix;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
