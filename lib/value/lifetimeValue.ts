import type {Progress} from "../driven.js";
import {randomStream} from "../random/streams.js";
import type {Interval} from "../metrics/percentileInterval.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {bgNbd} from "./bgNbd.js";
import {discountedValue} from "./discountedValue.js";
import {distinctCases} from "./distinctCases.js";
import type {Fit} from "./fitPositive.js";
import type {GammaGammaName, Spending} from "./gammaGamma.js";
import {gammaGamma} from "./gammaGamma.js";
import type {HoldoutCheck} from "./holdoutCheck.js";
import {daysAWeek, holdoutCheck} from "./holdoutCheck.js";
import {mbgNbd} from "./mbgNbd.js";
import type {ModelCell} from "./modelMatrix.js";
import {modelMatrix} from "./modelMatrix.js";
import {paretoNbd} from "./paretoNbd.js";
import type {Transactions} from "./purchaseDays.js";
import type {PurchaseModel} from "./purchaseModel.js";
import {repeatSummary} from "./repeatSummary.js";
import {resampledInterval} from "./resampledInterval.js";

export const purchaseModels = ["bg", "mbg", "pareto"] as const;
export type PurchaseModelName = (typeof purchaseModels)[number];

/** What is asked of the future, in weeks; amounts in the unit of the transactions. */
export interface LifetimeTerms {
  model: PurchaseModelName;
  /** Last day of what is known, itself included: the day before a cutoff. */
  end: number;
  /** Weeks to look ahead. */
  horizon: number;
  /** Share of an amount that is profit. */
  margin: number;
  /** Yearly rate at which later profit is worth less. */
  discountRate: number;
  /** Weeks before the end that are held out to check the model. */
  holdout: number;
  seed: number;
}

/** A customer by what is expected of them. */
export interface RankedCustomer {
  person: number;
  x: number;
  /** Weeks since the last purchase. */
  idle: number;
  alive: number;
  expected: number;
  /** Of a purchase; null where spending could not be estimated. */
  amount: number | null;
  value: number | null;
}

export interface LifetimeValue {
  customers: number;
  repeaters: number;
  purchases: Fit<string>;
  spending: Fit<GammaGammaName> | null;
  /** Why spending could not be estimated. */
  spendingNote: string | null;
  /** Weeks watched by the customer who came first. */
  longest: number;
  matrix: ModelCell[];
  /** Purchases expected within the horizon, of all customers together; its interval is of this mean, not of a count. */
  expected: number;
  expectedInterval: Interval | null;
  /** Mean expected discounted profit of a customer over the horizon; 0 where spending could not be estimated. */
  value: number;
  valueInterval: Interval | null;
  /** Resamples to which the model of purchases could be fitted. */
  resamples: number;
  /** Mean amount that customers have brought so far: history, no prediction. */
  historic: number;
  holdout: HoldoutCheck | null;
  /** Why the model could not be checked. */
  holdoutNote: string | null;
  ranked: RankedCustomer[];
}

const weeksAYear = 365.25 / daysAWeek;
const listed = 100;
const draws: Record<PurchaseModelName, number> = {bg: 30, mbg: 20, pareto: 10};

/** The models share their functions, not the names of their parameters. */
const models = {bg: bgNbd, mbg: mbgNbd, pareto: paretoNbd} as unknown as Record<
  PurchaseModelName,
  PurchaseModel<string>
>;

/**
 * What customers are worth over a horizon: a model of whether and how often they buy, one of what they spend, the check
 * on weeks held out, and those of whom most is expected. Intervals are by the spread among resamples of customers, to
 * each of which both models are fitted anew; a fit that does not settle counts, since what is expected is much the same
 * along a ridge of the likelihood.
 */
export function* lifetimeValue(
  transactions: Transactions,
  terms: LifetimeTerms
): Generator<Progress, Result<LifetimeValue>> {
  const {end, horizon, margin, discountRate, seed} = terms;
  const model = models[terms.model];
  const summary = repeatSummary(transactions, {end, unit: daysAWeek});
  const cases = distinctCases(summary.x, summary.tx, summary.T);
  yield {share: 0.05, doing: "Fitting the model of purchases"};
  const purchases = model.fit(cases);
  if (!purchases.ok) return purchases;
  const {parameters} = purchases.value;
  yield {share: 0.15, doing: "Fitting the model of spending"};
  const spending = spendingOf(summary);

  const weekly = (1 + discountRate) ** (1 / weeksAYear) - 1;
  const terms1 = {horizon, discountRate: weekly, amount: 1, margin};
  const perCase = (given: Record<string, number>) => {
    const expected = new Float64Array(cases.x.length);
    const discounted = new Float64Array(cases.x.length);
    for (let i = 0; i < cases.x.length; i++) {
      const of = (t: number) => model.expectedPurchasesGiven(given, t, cases.x[i], cases.tx[i], cases.T[i]);
      expected[i] = of(horizon);
      const worth = discountedValue(of, terms1);
      discounted[i] = worth.ok ? worth.value : NaN;
    }
    return {expected, discounted};
  };
  yield {share: 0.25, doing: "Expecting purchases"};
  const {expected, discounted} = perCase(parameters);
  if (discounted.some((value) => !Number.isFinite(value)))
    return fail("terms", "The horizon, the discount rate and the margin give no value: choose others.");

  const customers = summary.x.length;
  const amounts = spending.ok ? spending.value.amounts : new Float64Array(customers);
  const worth = Float64Array.from(cases.caseOf, (at, row) => discounted[at] * amounts[row]);

  const [totals, values] = [0, 1].map(() => new Float64Array(draws[terms.model]).fill(NaN));
  const random = randomStream("value.resamples", seed);
  /** Rows in an order that is not the customers', so that neither is what is drawn. */
  const ordered = summary.x
    .map((_, row) => row)
    .sort((a, b) => cases.caseOf[a] - cases.caseOf[b] || summary.zbar[a] - summary.zbar[b]);
  for (let at = 0; at < totals.length; at++) {
    yield {share: 0.3 + (0.5 * at) / totals.length, doing: "Resampling customers"};
    const rows = ordered.map(() => ordered[Math.floor(random() * customers)]).sort();
    const weight = new Float64Array(cases.x.length);
    for (const row of rows) weight[cases.caseOf[row]]++;
    const fitted = model.fit({...cases, weight});
    if (!fitted.ok) continue;
    const found = perCase(fitted.value.parameters);
    totals[at] = sum(found.expected, weight);
    const [x, zbar] = [summary.x, summary.zbar].map((column) =>
      Float64Array.from(rows, (row) => column[row])
    );
    const spent = spendingOf({x, zbar});
    if (!spent.ok) continue;
    values[at] =
      rows.reduce(
        (total, row, i) => total + found.discounted[cases.caseOf[row]] * spent.value.amounts[i],
        0
      ) / customers;
  }
  yield {share: 0.85, doing: "Checking the model on weeks held out"};
  const checked = holdoutCheck(transactions, model, {end, weeks: terms.holdout});
  const longest = summary.T.reduce((most, one) => Math.max(most, one), 0);
  const total = sum(expected, cases.weight);
  const value = worth.reduce((all, one) => all + one, 0) / customers;
  return ok({
    ...{customers, repeaters: summary.x.reduce((count, x) => count + Number(x > 0), 0)},
    purchases: purchases.value,
    spending: spending.ok ? spending.value.fit : null,
    spendingNote: spending.ok ? null : spending.message,
    longest,
    matrix: modelMatrix(model, parameters, {T: longest, horizon}),
    expected: total,
    expectedInterval: resampledInterval(total, totals, 0.95),
    value,
    valueInterval: spending.ok ? resampledInterval(value, values, 0.95) : null,
    resamples: totals.filter((total) => !Number.isNaN(total)).length,
    historic: historicMean(transactions, end),
    holdout: checked.ok ? checked.value : null,
    holdoutNote: checked.ok ? null : checked.message,
    ranked: rankedOf()
  });

  function rankedOf(): RankedCustomer[] {
    const rows = Uint32Array.from(worth.keys()).sort(
      (a, b) => worth[b] - worth[a] || expected[cases.caseOf[b]] - expected[cases.caseOf[a]] || a - b
    );
    return Array.from(rows.subarray(0, listed), (row) => ({
      person: summary.person[row],
      x: summary.x[row],
      idle: summary.T[row] - summary.tx[row],
      alive: model.probabilityAlive(parameters, summary.x[row], summary.tx[row], summary.T[row]),
      expected: expected[cases.caseOf[row]],
      amount: spending.ok ? amounts[row] : null,
      value: spending.ok ? worth[row] : null
    }));
  }
}

const sum = (values: Float64Array, weights: Float64Array) =>
  values.reduce((total, value, i) => total + weights[i] * value, 0);

/** The model of spending, and what it expects a purchase of each customer to bring. */
function spendingOf(spending: Spending): Result<{fit: Fit<GammaGammaName>; amounts: Float64Array}> {
  const fit = gammaGamma.fit(spending);
  if (!fit.ok) return fit;
  const {x, zbar} = spending;
  const amounts = Float64Array.from(
    x,
    (count, row) => gammaGamma.expectedAmount(fit.value.parameters, count, zbar[row]) ?? NaN
  );
  return amounts.every(Number.isFinite)
    ? ok({fit: fit.value, amounts})
    : fail(
        "amounts",
        "Amounts differ so much among customers that their mean cannot be estimated: choose a later cutoff or more customers."
      );
}

function historicMean({person, day, amount}: Transactions, end: number): number {
  const seen = new Set<number>();
  let total = 0;
  for (let row = 0; row < person.length; row++) {
    if (Math.floor(day[row]) > end) continue;
    seen.add(person[row]);
    total += amount[row];
  }
  return seen.size > 0 ? total / seen.size : 0;
}
