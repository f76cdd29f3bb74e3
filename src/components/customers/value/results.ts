import {html} from "npm:htl";
import {
  formatCount,
  formatDay,
  formatFine,
  formatMoney,
  formatNumber,
  formatRate,
  formatShare
} from "../../../lib/format.js";
import type {Result} from "../../../lib/result.js";
import {fail, ok} from "../../../lib/result.js";
import {laterOrders} from "../../../lib/retention/laterOrders.js";
import type {Purchases} from "../../../lib/retention/purchases.js";
import {selectPurchases, startsOf} from "../../../lib/retention/purchases.js";
import {dateOf, dayOf} from "../../../lib/days.js";
import type {LifetimeValue, RankedCustomer} from "../../../lib/value/lifetimeValue.js";
import type {ValueChoice} from "../../../lib/value/parameters.js";
import {shiftedBetaGeometric} from "../../../lib/value/shiftedBetaGeometric.js";
import {chart} from "../../chart.js";
import {bandLines} from "../../charts/bandLines.js";
import {cohortMap} from "../../charts/cohortMap.js";
import {customerIds} from "../customerIds.js";
import {pending} from "../../pending.js";
import {table} from "../../table.js";
import {askCustomers} from "../worker.js";
import {fitText} from "./text.js";
import {placeWord} from "../../../lib/shop.js";

const seed = 1;

/** Orders that count for what is asked. */
export const ordersFor = (
  all: Purchases,
  {cutoff, state, delivered}: Pick<ValueChoice, "cutoff" | "state" | "delivered">
): Purchases =>
  selectPurchases(all, {
    ...{delivered, mergeDays: true, before: dayOf(cutoff)},
    state: state === "all" ? undefined : state
  });

/** Fits the models in the worker and asks them. */
export function lifetimeOf(
  {person, day, price}: Purchases,
  {cutoff, model, horizon, margin, discount, holdout}: Omit<ValueChoice, "fitted" | "state" | "delivered">,
  signal: AbortSignal
): Promise<Result<LifetimeValue>> {
  if (person.length === 0)
    return Promise.resolve(
      fail("nobody", `Nobody had bought before this day: choose a later cutoff or another ${placeWord.one}.`)
    );
  const terms = {model, horizon, margin, holdout, discountRate: discount, end: dayOf(cutoff) - 1, seed};
  return askCustomers(
    (worker, report) => worker.lifetimeValue([{person, day, amount: price}, terms], report),
    {signal}
  );
}

const meanings: Record<string, string> = {
  r: "Shape of the purchase rates across customers",
  alpha: "Scale of the purchase rates, weeks",
  a: "First shape of the probability of dropping out after a purchase (beta distribution)",
  b: "Second shape of that probability",
  s: "Shape of the dropout rates across customers",
  beta: "Scale of the dropout rates, weeks",
  p: "Shape of the amounts of one customer’s purchases",
  q: "Shape of the mean amounts across customers",
  gamma: "Scale of the amounts, cents"
};

/** All parameters with their intervals. */
export function parameterTable(found: LifetimeValue, model: string): HTMLElement {
  const rows = [
    {fit: found.purchases, of: model},
    ...(found.spending ? [{fit: found.spending, of: "Gamma-Gamma"}] : [])
  ].flatMap(({fit, of}) =>
    Object.entries(fit.parameters).map(([name, value]) => {
      const interval = (fit.intervals as Record<string, {low: number; high: number}> | null)?.[name];
      return {
        model: of,
        parameter: name,
        value,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        meaning: meanings[name] ?? ""
      };
    })
  );
  const note = fitText(found);
  return html`<div>
    ${table(rows, {
      caption: "Parameters",
      name: "value-parameters",
      columns: {
        model: {label: "Model"},
        parameter: {label: "Parameter"},
        value: {label: "Estimate", format: formatFine},
        low: {label: "From", format: formatFine, align: "right"},
        high: {label: "To", format: formatFine, align: "right"},
        meaning: {label: "Meaning"}
      }
    })}
    <p class="small">
      Maximum-likelihood estimates; 95 % intervals from the observed information, on a log scale.
      Log-likelihood of the purchase model:
      ${formatNumber(found.purchases.logLikelihood, 2)}${
        found.spending ? `; of the spending model: ${formatNumber(found.spending.logLikelihood, 2)}` : ""
      }.
      ${note}
    </p>
  </div>`;
}

/** What a model says by repeat purchases and the week of the last one. */
export function matrixChart(found: LifetimeValue, show: "alive" | "expected", horizon: number): HTMLElement {
  const {matrix, longest} = found;
  const weeks = [...new Set(matrix.filter(({x}) => x > 0).map(({tx}) => tx))].sort((a, b) => a - b);
  const column = (tx: number) => formatNumber(longest - tx, longest < 2 * weeks.length ? 1 : 0);
  const columns = weeks.map(column).reverse();
  const alive = show === "alive";
  const format = (value: number) => (alive ? formatShare(value, 0) : formatFine(value));
  const rows = matrix
    .filter(({x}) => x > 0)
    .map((cell) => ({
      cohort: String(cell.x),
      column: column(cell.tx),
      value: cell[show],
      unfinished: false,
      about: `${formatCount(cell.x)} repeat purchases, the last ${column(cell.tx)} weeks ago\n${alive ? `probability of being active ${formatShare(cell.alive)}` : `${formatFine(cell.expected)} purchases expected`}`
    }));
  const values = rows.map(({value}) => value).sort((a, b) => a - b);
  const first = matrix.find(({x}) => x === 0);
  return chart({
    name: `value-${show}`,
    title: alive
      ? `Probability of being active: ${first ? formatShare(first.alive, 0) : "–"} for customers who bought once${first && first.alive > 0.9999 ? ", by assumption of the model" : ""}`
      : `Purchases expected in ${formatCount(horizon)} weeks: ${first ? formatFine(first.expected) : "–"} per customer who bought once`,
    note: `For a customer who first bought ${formatCount(Math.round(longest))} weeks ago, by number of repeat purchases (rows) and weeks since the last one (columns). No intervals are given.${alive ? " BG/NBD assumes that no customer drops out before a second purchase, so those who bought once always count as active; MBG/NBD and Pareto/NBD do not assume this." : ""}`,
    data: rows,
    counted: () => `${formatCount(found.customers)} customers`,
    exported: ({cohort, column: since, value}) => ({repeatPurchases: cohort, weeksSinceLast: since, value}),
    columns: {
      cohort: {label: "Repeat purchases"},
      column: {label: "Weeks since the last purchase"},
      value: {label: alive ? "Probability of being active" : "Purchases expected", format}
    },
    render: (cells, {width}) =>
      cohortMap(cells, {
        ...{width, columns, cohorts: [...new Set(cells.map(({cohort}) => cohort))]},
        across: "Weeks since the last purchase",
        short: (value) => (alive ? formatNumber(100 * value, 0) : formatNumber(value, value < 0.1 ? 2 : 1)),
        bounds: [0.2, 0.4, 0.6, 0.8].map((part) => values[Math.floor(part * values.length)] ?? 0)
      })
  });
}

/** Actual and expected repeat purchases week by week, and by what customers did before. */
export function holdoutPart({holdout}: LifetimeValue): HTMLElement {
  if (!holdout) return html`<div></div>`;
  const {tracking, groups, end} = holdout;
  const rows = tracking.flatMap(({day, actual, expected}) => [
    {line: "Observed", x: day, y: actual},
    {line: "Expected", x: day, y: expected}
  ]);
  const last = tracking.at(-1);
  return html`<div>
    ${chart({
      name: "value-tracking",
      title: last
        ? `Repeat purchases by ${formatDay(dateOf(last.day))}: ${formatCount(last.actual)} observed, ${formatCount(Math.round(last.expected))} expected`
        : "Repeat purchases",
      note: `Cumulative repeat purchases, week by week, of the customers who had bought by ${formatDay(dateOf(end))}, and those that the model expects from them. The model is fitted on nothing after that day. No interval is drawn.`,
      data: rows,
      counted: () => `${formatCount(tracking.length)} weeks`,
      empty: "There is no week to follow.",
      exported: ({line, x, y}) => ({series: line, day: dateOf(x), repeatPurchases: y}),
      columns: {
        line: {label: "Series"},
        x: {label: "Until", format: (day: number) => formatDay(dateOf(day))},
        y: {label: "Repeat purchases", format: (value: number) => formatNumber(value, 1)}
      },
      render: (points, {width}) =>
        bandLines(points, {
          ...{width, x: "Until", y: "Repeat purchases"},
          ...{
            format: (value: number) => formatCount(Math.round(value)),
            formatX: (day) => formatDay(dateOf(day)),
            days: true
          }
        })
    })}
    ${table(groups, {
      caption: "Purchases in the weeks held out, by repeat purchases before",
      name: "value-holdout",
      columns: {
        group: {label: "Repeat purchases before"},
        customers: {label: "Customers"},
        actual: {label: "Observed per customer", format: (value: number) => formatFine(value)},
        expected: {label: "Expected per customer", format: (value: number) => formatFine(value)}
      }
    })}
  </div>`;
}

/** Those of whom most is expected, with their ids. */
export function rankedTable(ranked: readonly RankedCustomer[]): HTMLElement {
  return pending("value-ranked", customerIds(), (byKey) => {
    const rows = ranked.map(({person, ...row}) => ({
      customer: byKey.get(person) ?? "",
      ...row,
      amount: row.amount === null ? null : row.amount / 100,
      value: row.value === null ? null : row.value / 100
    }));
    return table(rows, {
      caption: "Customers with the highest expected value",
      name: "customers-by-expected-value",
      columns: {
        customer: {label: "Customer id"},
        x: {label: "Repeat purchases"},
        idle: {label: "Weeks since the last purchase", format: (weeks: number) => formatNumber(weeks, 1)},
        alive: {label: "Probability of being active", format: (share: number) => formatShare(share, 0)},
        expected: {label: "Purchases expected", format: formatFine},
        amount: {
          label: "Expected amount per purchase",
          format: (amount: number | null) => formatMoney(amount === null ? null : 100 * amount)
        },
        value: {
          label: "Expected value",
          format: (amount: number | null) => formatMoney(amount === null ? null : 100 * amount)
        }
      }
    });
  });
}

/** A projection of who still orders, by the shifted beta-geometric distribution. */
export interface Projection {
  customers: number;
  fitted: number;
  alpha: number;
  beta: number;
  rows: {month: number; actual: number; projected: number}[];
}

const projectedMonths = 12;

/** Fits the shifted beta-geometric distribution to the first months, and projects the others. */
export function projection(orders: Purchases, cutoff: Date, fitted: number): Result<Projection> {
  const {survivors} = laterOrders(orders, startsOf(orders.person), {
    end: dayOf(cutoff),
    months: projectedMonths
  });
  const fit = shiftedBetaGeometric.fit(survivors.slice(0, fitted + 1));
  if (!fit.ok) return fit;
  const {parameters} = fit.value;
  const [customers] = survivors;
  return ok({
    ...{customers, fitted, alpha: parameters.alpha, beta: parameters.beta},
    rows: survivors.map((count, month) => ({
      month,
      actual: count / customers,
      projected: shiftedBetaGeometric.survival(parameters, month)
    }))
  });
}

/** The retention curve with its projection. */
export function projectionChart({rows, fitted, customers, alpha, beta}: Projection): HTMLElement {
  const drawn = rows.slice(1).flatMap(({month, actual, projected}) => [
    {line: "Observed", x: month, y: actual},
    {line: "Projected", x: month, y: projected}
  ]);
  const last = rows[rows.length - 1];
  return chart({
    name: "value-projection",
    title: `Ordered in month ${last.month} or later: ${formatRate(last.projected)} projected, ${formatRate(last.actual)} observed`,
    note: `Share of the customers observed for ${formatCount(rows.length - 1)} whole months or more who ordered in that month or later, and a shifted beta-geometric model fitted to months 1 to ${formatCount(fitted)} (α = ${formatFine(alpha)}, β = ${formatFine(beta)}). The model is meant for contracts, where cancellations are seen. Here, customers who do not order again before the data end count as lost, so the observed curve falls too steeply towards its end. No intervals are given.`,
    data: drawn,
    counted: () => `${formatCount(customers)} customers`,
    exported: ({line, x, y}) => ({series: line, month: x, share: y}),
    columns: {
      line: {label: "Series"},
      x: {label: "Month"},
      y: {label: "Ordered then or later", format: formatRate}
    },
    render: (points, {width}) =>
      bandLines(points, {
        width,
        x: "Months since the first order",
        y: "Ordered then or later",
        format: formatRate
      })
  });
}
