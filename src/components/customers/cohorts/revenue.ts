import {html} from "npm:htl";
import {
  formatCount,
  formatDay,
  formatMonth,
  formatMoney,
  formatMoneyShort,
  formatRate
} from "../../../lib/format.js";
import type {CohortView} from "../../../lib/retention/cohortView.js";
import {dateOf} from "../../../lib/days.js";
import {returning} from "../../../lib/retention/returning.js";
import {valueByAge} from "../../../lib/retention/valueByAge.js";
import {chart} from "../../chart.js";
import {bandLines} from "../../charts/bandLines.js";
import {partColors, returningBars} from "../../charts/returningBars.js";
import {color} from "../../colors.js";

const pooledName = "All cohorts";

/** First-time and returning customers by calendar period. */
export function returningChart({purchases, starts, unit, end}: CohortView): HTMLElement {
  const points = returning(purchases, starts, {unit, end});
  const people = points.reduce((sum, {newPeople, returningPeople}) => sum + newPeople + returningPeople, 0);
  const back = points.reduce((sum, {returningPeople}) => sum + returningPeople, 0);
  const price = points.reduce((sum, {newPrice, returningPrice}) => sum + newPrice + returningPrice, 0);
  const later = points.reduce((sum, {returningPrice}) => sum + returningPrice, 0);
  return chart({
    name: "returning",
    title: `Repeat orders account for ${formatRate(price > 0 ? later / price : 0)} of the revenue`,
    note: `Customers who ordered in each ${unit}: those who ordered for the first time in it, and those who had ordered in an earlier one (${formatRate(people > 0 ? back / people : 0)} of the total over all ${unit}s). The table adds revenue and the median days since the previous order. All are counts and sums, so there are no intervals.`,
    data: points,
    counted: (rows) => `${formatCount(rows.length)} ${unit}s`,
    exported: ({day, over, newPrice, returningPrice, ...row}) => ({
      ...{from: dateOf(day), ...row, over},
      ...{newPriceCents: newPrice, returningPriceCents: returningPrice}
    }),
    columns: {
      day: {
        label: unit === "month" ? "Month" : "Week from",
        format: (day: number) => (unit === "month" ? formatMonth(dateOf(day)) : formatDay(dateOf(day)))
      },
      newPeople: {label: "First-time customers"},
      returningPeople: {label: "Returning customers"},
      newPrice: {label: "Revenue, first orders", format: formatMoney},
      returningPrice: {label: "Revenue, repeat orders", format: formatMoney},
      medianGap: {label: "Median days since the previous order"},
      over: {label: "Period over"}
    },
    render: (rows, {width}) => {
      const parts = rows.flatMap(({day, newPeople, returningPeople}) => {
        const date = dateOf(day);
        const when = unit === "month" ? formatMonth(date) : `Week from ${formatDay(date)}`;
        const about = `${when}\n${formatCount(newPeople)} ordered for the first time\n${formatCount(returningPeople)} had ordered before`;
        return [
          {date, part: "First-time" as const, value: newPeople, about},
          {date, part: "Returning" as const, value: returningPeople, about}
        ];
      });
      return html`<div>
        <div class="chart-legend">
          ${Object.entries(partColors).map(
            ([part, hue]) => html`<span><i style=${`background: ${color(hue)}`}></i>${part}</span>`
          )}
        </div>
        ${returningBars(parts, {width, label: "Customers", format: formatCount, interval: unit})}
      </div>`;
    }
  });
}

/** What customers have brought by an age. */
export function valueChart(view: CohortView): HTMLElement {
  const {purchases, starts, groups, table, unit, end} = view;
  const few = table.days === null && table.names.length > 1;
  const single = {names: [pooledName], codes: new Int32Array(view.people)};
  const points = valueByAge(purchases, starts, few ? groups : single, {
    ...{unit, end},
    amount: (row) => purchases.price[row]
  });
  const names = few ? groups.names : single.names;
  const rows = points
    .filter(({observed, cohort}) => observed >= 100 && cohort < 6)
    .map(({cohort, age, observed, cumulative, amount}) => ({
      line: names[cohort],
      x: age,
      y: cumulative,
      amount,
      about: `${formatCount(observed)} customers`
    }));
  const own = rows.filter(({line}) => line === rows[0]?.line);
  const [first, last] = [own[0], own.at(-1)];
  return chart({
    name: "value-by-age",
    title:
      first && last && last !== first
        ? `${few ? `${first.line}: mean` : "Mean"} revenue per customer is ${formatMoney(first.y)} in ${unit} ${first.x} and ${formatMoney(last.y)} by the end of ${unit} ${last.x}`
        : "Revenue per customer by age",
    note: `Mean cumulative revenue (item prices) per customer; ${unit} 0 is that of the first order. Each age counts the customers who have completed it (Nelson’s mean cumulative function). No interval is given. Ages completed by fewer than 100 customers are left out.`,
    data: rows,
    counted: () =>
      `${formatCount(points.reduce((sum, {age, observed}) => sum + (age === 0 ? observed : 0), 0))} customers`,
    empty: "No age has been completed by 100 customers or more.",
    exported: ({line, x, y, amount, about}) => ({
      cohort: line,
      age: x,
      cumulativeCents: y,
      amountCents: amount,
      customers: about
    }),
    columns: {
      line: {label: "Cohort"},
      x: {label: `Age in ${unit}s`},
      amount: {label: "Revenue at this age", format: formatMoney},
      y: {label: "Cumulative revenue", format: formatMoney},
      about: {label: "Customers"}
    },
    render: (some, {width}) =>
      bandLines(some, {width, x: `Age in ${unit}s`, y: "Revenue per customer", format: formatMoneyShort})
  });
}
