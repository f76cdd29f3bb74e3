import {html} from "npm:htl";
import {formatCount, formatMoney, formatMoneyShort} from "../../../lib/format.js";
import type {CohortView} from "../../../lib/retention/cohortView.js";
import type {Payback, PaybackTerms} from "../../../lib/retention/payback.js";
import type {Result} from "../../../lib/result.js";
import {chart} from "../../chart.js";
import {bandLines} from "../../charts/bandLines.js";
import {askCustomers} from "../worker.js";
import {paybackText} from "./text.js";

const seed = 1;

/** When customers pay back what it cost to win them, by the reader's own terms; an abandoned question is dropped. */
export function paybackOf(
  {purchases, starts, end}: CohortView,
  terms: PaybackTerms,
  signal: AbortSignal
): Promise<Result<Payback>> {
  const {day, price} = purchases;
  return askCustomers(
    (worker, report) => worker.payback([{day, price}, starts, terms, {end, seed}], report),
    {signal}
  );
}

/** The margin per customer by month against what it cost to win one. */
export const paybackChart = (payback: Payback, cost: number): HTMLElement =>
  html`<div>
    <p>${paybackText(payback, cost)}</p>
    ${chart({
      name: "payback",
      title:
        payback.month === null
          ? `The mean margin does not reach the acquisition cost of ${formatMoney(cost)} within the data`
          : `The mean margin reaches the acquisition cost of ${formatMoney(cost)} in month ${payback.month}`,
      note: `Mean cumulative margin per customer, discounted, by calendar month; month 1 is the month of the first order. Shaded: the middle 95 % of ${formatCount(payback.resamples)} bootstrap resamples of customers. Months with fewer than 100 customers are left out. Cost, margin and discount rate are your inputs: the files contain none of them.`,
      data: payback.curve.map(({month, observed, margin, low, high}) => ({
        ...{line: "Margin", x: month, y: margin, low, high},
        about: `${formatCount(observed)} customers`
      })),
      counted: (rows) => rows[0]?.about ?? "No customers",
      exported: ({x, y, low, high, about}) => ({
        ...{month: x, marginCents: y, lowCents: low, highCents: high, customers: about}
      }),
      columns: {
        x: {label: "Month"},
        y: {label: "Margin per customer", format: formatMoney},
        low: {label: "From", format: formatMoney},
        high: {label: "To", format: formatMoney},
        about: {label: "Customers"}
      },
      render: (rows, {width}) =>
        bandLines(rows, {
          ...{width, x: "Month (1: that of the first order)", y: "Margin per customer"},
          format: formatMoneyShort,
          level: {value: cost, label: `Acquisition cost ${formatMoney(cost)}`}
        })
    })}
  </div>`;
