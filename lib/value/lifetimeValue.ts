import type {Progress} from "../driven.js";
import {drawsFrom} from "../distributions/draws.js";
import {randomStream} from "../random/streams.js";
import type {Interval} from "../metrics/percentileInterval.js";
import {percentileInterval} from "../metrics/percentileInterval.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {bgNbd} from "./bgNbd.js";
import {discountedValue} from "./discountedValue.js";
import type {Cases} from "./distinctCases.js";
import {distinctCases} from "./distinctCases.js";
import type {Fit} from "./fitPositive.js";
import type {GammaGammaName} from "./gammaGamma.js";
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

export const purchaseModels = ["bg", "mbg", "pareto"] as const;
export type PurchaseModelName = (typeof purchaseModels)[number];

/** What is asked of the future, in weeks; amounts in the unit of the transactions. */
export interface LifetimeTerms {
  model: PurchaseModelName;
  /** Last day of what is known. */
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
  amount: number;
  value: number;
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
  /** Purchases expected within the horizon, of all customers together. */
  expected: number;
  expectedInterval: Interval | null;
  /** Mean expected discounted profit of a customer over the horizon. */
  value: number;
  valueInterval: Interval | null;
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
 * on weeks held out, and those of whom most is expected. Intervals are percentiles of resamples of customers, to each of
 * which the purchase model is fitted anew.
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
  const spending = gammaGamma.fit(summary);
  const amountOf = (x: number, zbar: number): number | null =>
    spending.ok ? gammaGamma.expectedAmount(spending.value.parameters, x, zbar) : null;

  const weekly = (1 + discountRate) ** (1 / weeksAYear) - 1;
  const terms1 = {horizon, discountRate: weekly, amount: 1, margin};
  const perCase = (given: Record<string, number>, some: Cases) => {
    const expected = new Float64Array(some.x.length);
    const discounted = new Float64Array(some.x.length);
    for (let i = 0; i < some.x.length; i++) {
      const of = (t: number) => model.expectedPurchasesGiven(given, t, some.x[i], some.tx[i], some.T[i]);
      expected[i] = of(horizon);
      const worth = discountedValue(of, terms1);
      discounted[i] = worth.ok ? worth.value : NaN;
    }
    return {expected, discounted};
  };
  yield {share: 0.25, doing: "Expecting purchases"};
  const {expected, discounted} = perCase(parameters, cases);
  if (discounted.some((value) => !Number.isFinite(value)))
    return fail("terms", "The horizon, the discount rate and the margin give no value: choose others.");

  const customers = summary.x.length;
  const amounts = Float64Array.from(summary.x, (x, row) => amountOf(x, summary.zbar[row]) ?? 0);
  const worth = Float64Array.from(cases.caseOf, (at, row) => discounted[at] * amounts[row]);
  const amountByCase = new Float64Array(cases.x.length);
  cases.caseOf.forEach((at, row) => (amountByCase[at] += amounts[row] / cases.weight[at]));

  const [totals, values] = [new Float64Array(draws[terms.model]), new Float64Array(draws[terms.model])];
  const draw = drawsFrom(randomStream("value.resamples", seed));
  for (let at = 0; at < totals.length; at++) {
    yield {share: 0.3 + (0.5 * at) / totals.length, doing: "Resampling customers"};
    const drawn = {...cases, weight: multinomial(cases.weight, customers, draw.binomial)};
    const fitted = model.fit(drawn);
    if (!fitted.ok || !fitted.value.converged) {
      totals[at] = values[at] = NaN;
      continue;
    }
    const found = perCase(fitted.value.parameters, drawn);
    totals[at] = sum(found.expected, drawn.weight);
    values[at] =
      sum(
        found.discounted.map((value, i) => value * amountByCase[i]),
        drawn.weight
      ) / customers;
  }
  yield {share: 0.85, doing: "Checking the model on weeks held out"};
  const checked = holdoutCheck(transactions, model, {end, weeks: terms.holdout});
  const longest = summary.T.reduce((most, one) => Math.max(most, one), 0);
  return ok({
    ...{customers, repeaters: summary.x.reduce((count, x) => count + Number(x > 0), 0)},
    purchases: purchases.value,
    spending: spending.ok ? spending.value : null,
    spendingNote: spending.ok ? null : spending.message,
    longest,
    matrix: modelMatrix(model, parameters, {T: longest, horizon}),
    expected: sum(expected, cases.weight),
    expectedInterval: percentileInterval(totals, 0.95),
    value: worth.reduce((total, one) => total + one, 0) / customers,
    valueInterval: spending.ok ? percentileInterval(values, 0.95) : null,
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
      amount: amounts[row],
      value: worth[row]
    }));
  }
}

const sum = (values: Float64Array, weights: Float64Array) =>
  values.reduce((total, value, i) => total + weights[i] * value, 0);

/** So many customers drawn with replacement, as how often each case comes up. */
function multinomial(
  weight: Float64Array,
  customers: number,
  binomial: (n: number, p: number) => number
): Float64Array {
  let [left, mass] = [customers, customers];
  return weight.map((own) => {
    const drawn = left > 0 && mass > 0 ? binomial(left, Math.min(1, own / mass)) : 0;
    left -= drawn;
    mass -= own;
    return drawn;
  });
}

function historicMean({person, day, amount}: Transactions, end: number): number {
  const seen = new Set<number>();
  let total = 0;
  for (let row = 0; row < person.length; row++) {
    if (day[row] > end) continue;
    seen.add(person[row]);
    total += amount[row];
  }
  return seen.size > 0 ? total / seen.size : 0;
}
