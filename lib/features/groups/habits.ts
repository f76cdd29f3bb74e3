import type {Dialect} from "../../dialect/dialect.js";
import {exactSum, onGrid, seconds} from "../exact.js";
import {feature} from "../feature.js";
import type {FeatureGroup} from "../feature.js";

const tau = "6.283185307179586e0";
const day = (time: string) => `cast(${time} as date)`;
/** 0 on Monday to 6 on Sunday: 1 January 1900 was a Monday. */
const weekday = (time: string, d: Dialect) => `${d.between("day", "date '1900-01-01'", day(time))} % 7`;
const part = (name: string, time = "purchased_at") => `extract(${name} from ${time})`;
const turn = (d: Dialect) =>
  `${seconds("date_trunc('day', purchased_at)", "purchased_at", d)} / 86400e0 * ${tau}`;
const monthTurn = `(${part("month", "p.first_at")} - 1) / 12e0 * ${tau}`;
const november = "date_trunc('year', purchased_at) + interval 10 month";

/** Days from 1 November to the day after the fourth Thursday, Black Friday. */
const blackFriday = (d: Dialect) => `22 + (10 - ${weekday(november, d)}) % 7`;
const daysIntoNovember = (d: Dialect) => d.between("day", day(november), day("purchased_at"));

const share = (condition: string) => `1e0 * count(case when ${condition} then 1 end) / count(*)`;
const proxy = {leak: "proxy"} as const;

export const habits: FeatureGroup = {
  letter: "D",
  title: "When they buy",
  perOrder: ({dialect: d}) => [
    `${share(`${weekday("purchased_at", d)} >= 5`)} as weekend`,
    `${share(`${part("hour")} < 6`)} as night`,
    `${share(`${weekday("purchased_at", d)} < 5 and ${part("hour")} between 9 and 17`)} as business`,
    `${exactSum(`sin(${turn(d)})`)} / count(*) as hour_sin`,
    `${exactSum(`cos(${turn(d)})`)} / count(*) as hour_cos`,
    `${share(`${part("month")} = 11 and ${part("day")} >= 15 or ${part("month")} = 12 and ${part("day")} <= 24`)} as season`,
    `max(case when abs(${daysIntoNovember(d)} - (${blackFriday(d)})) <= 3 then 1 else 0 end) as black_friday`
  ],
  features: [
    feature({
      number: 41,
      name: "weekend_shopper_ratio",
      sql: "p.weekend",
      definition: "Share of the valid orders placed on Saturday or Sunday, local time."
    }),
    feature({
      number: 42,
      name: "night_order_ratio",
      sql: "p.night",
      definition: "Share of the valid orders placed from 0:00 to 5:59."
    }),
    feature({
      number: 43,
      name: "business_hours_ratio",
      sql: "p.business",
      definition: "Share of the valid orders placed from Monday to Friday, 9:00 to 17:59."
    }),
    ...(["sin", "cos"] as const).map((wave, i) =>
      feature({
        number: 44 + i,
        name: `purchase_hour_${wave}`,
        sql: `p.hour_${wave}`,
        definition: `Mean ${wave === "sin" ? "sine" : "cosine"} of the hour of purchase, with fractions, on a clock of 24 hours.`
      })
    ),
    ...(["sin", "cos"] as const).map((wave, i) =>
      feature({
        ...proxy,
        number: 46 + i,
        name: `first_purchase_month_${wave}`,
        sql: onGrid(`${wave}(${monthTurn})`),
        definition: `${wave === "sin" ? "Sine" : "Cosine"} of the month of the first valid order on a dial of 12 months, January at 0.`
      })
    ),
    feature({
      ...proxy,
      number: 48,
      name: "holiday_season_ratio",
      absent: "0",
      sql: "p.season",
      definition: "Share of the valid orders placed from 15 November to 24 December."
    }),
    feature({
      ...proxy,
      number: 49,
      name: "bought_on_black_friday",
      kind: "flag",
      absent: "0",
      sql: "p.black_friday",
      definition:
        "1 with a valid order placed within three days of a Black Friday: 25 November 2016, 24 November 2017, 23 November 2018, in general the day after the fourth Thursday of November."
    })
  ]
};
