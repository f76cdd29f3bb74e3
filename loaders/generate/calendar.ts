import type {RandomSource} from "../../lib/random/source.js";
import {weighted} from "../../lib/random/weighted.js";
import {purchaseHours, specialDays, weekdays} from "./calibration/calendar.js";
import {months} from "./calibration/months.js";
import {day, dayOf} from "./order.js";

/** Weekday of a time, Sunday 0. @example weekday(0) => 4 */
export const weekday = (seconds: number): number => (dayOf(seconds) + 4) % 7;

const purchaseHour = weighted(purchaseHours);

const special = new Map(
  Object.entries(specialDays).map(([date, factor]) => [dayOf(Date.parse(`${date}T00:00:00Z`) / 1000), factor])
);

const daysOfMonth = months.map(({start, end}) => {
  const first = dayOf(start);
  const days = Array.from({length: dayOf(end) - first + 1}, (_, i) => first + i);
  const draw = weighted(days.map((date) => weekdays[weekday(date * day)] * (special.get(date) ?? 1)));
  return (uniform: number) => days[draw(uniform)];
});

/** Draws a second of the day at which people buy. */
export const purchaseClock = (random: RandomSource): number =>
  purchaseHour(random()) * 3600 + Math.floor(random() * 3600);

/** Draws when in a month somebody buys. */
export const purchaseIn = (month: number, random: RandomSource): number =>
  daysOfMonth[month](random()) * day + purchaseClock(random);

/** The month of a time: the last of `months` that begins before it. */
export function monthOf(seconds: number): number {
  let month = months.length - 1;
  while (month > 0 && months[month].start > seconds) month--;
  return month;
}

/** The last second at which people who come back can do so: the end of regular trade. */
export const endOfTrade = Date.parse("2018-08-29T00:00:00Z") / 1000 - 1;
