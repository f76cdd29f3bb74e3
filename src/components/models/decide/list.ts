import {midnightOf} from "../../../lib/days.js";
import {html} from "npm:htl";
import {moneyColumn} from "../../../lib/csv/money.js";
import {
  currencySign,
  formatCount,
  formatDay,
  formatMoney,
  formatNumber,
  formatShare
} from "../../../lib/format.js";
import {keyOf} from "../../../lib/pipeline/scoringStatement.js";
import {shortFloat32} from "../../../lib/model/float32.js";
import type {Served} from "../../../lib/lab/decision.js";
import {csvButtons, downloadCsv} from "../../exports.js";
import {pending} from "../../pending.js";
import {table} from "../../table.js";
import type {DecisionView} from "../../../lib/lab/decide.js";
import {ownValues} from "../../../lib/lab/decide.js";
import type {WorthBy} from "../../../lib/lab/decisionParameters.js";
import type {DecisionNow} from "../../../lib/lab/decideNow.js";
import type {DenseKey, ShopIds} from "../shopIds.js";
import {shopIds} from "../shopIds.js";
import {finalSplit, servedBy} from "../../../lib/lab/served.js";

/** Somebody's score, and what is known beside it. */
export interface Scored {
  [column: string]: number | boolean | null;
  rank: number;
  score: number;
}

const shownFeatures = {
  customers: ["recency_days", "frequency", "monetary_value", "avg_review_score", "late_delivery_ratio"],
  orders: ["promised_days", "distance_km", "price", "freight"]
};

const labels: Readonly<Record<string, string>> = {
  customer_key: "Customer",
  order_key: "Order, by number",
  recency_days: "Days since last order",
  frequency: "Orders",
  monetary_value: `Spent, ${currencySign}`,
  avg_review_score: "Mean review",
  late_delivery_ratio: "Share late",
  promised_days: "Promised days",
  distance_km: "Distance, km",
  price: `Price, ${currencySign}`,
  freight: `Freight, ${currencySign}`
};

const amounts = new Set(["expected_value", "monetary_value", "price", "freight"]);

/** The rows for a file: by the shop's own ids too, as the keys are this site's, and amounts with their currency. */
export const forShop = (rows: readonly Scored[], key: DenseKey, {name, of}: ShopIds) =>
  rows.map(({rank, ...row}): Record<string, unknown> => ({
    rank,
    [name]: of.get(Number(row[key])) ?? null,
    ...Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        amounts.has(column) ? moneyColumn(column) : column,
        value
      ])
    )
  }));

/** Everybody in the order of the list, and who of them was held out. */
interface Ranking {
  order: Uint32Array;
  scores: Float64Array;
  learnt: ReadonlySet<number>;
}

const rankings = new WeakMap<DecisionView, Ranking>();

/** Everybody by score, highest first; worked out once for a view. */
function ranked(view: DecisionView, {probabilities}: Served): Ranking {
  const known = rankings.get(view);
  if (known) return known;
  const scores = view.aim.label === 1 ? probabilities : probabilities.map((p) => 1 - p);
  const order = Uint32Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a] || a - b);
  const ranking = {scores, order, learnt: new Set(finalSplit(view.outcome).train)};
  rankings.set(view, ranking);
  return ranking;
}

/** The customers with the highest scores, as many as can be contacted, of everybody on the day of the features. */
export const campaignList = (now: DecisionNow, capacity: number, worthBy: WorthBy): HTMLElement =>
  pending("decide-list", servedBy(now.view.outcome, now.view.model), (served) => {
    if (!served.ok) throw new Error(served.message);
    return listed(now, served.value, capacity, worthBy);
  });

function listed(
  {view, payoff}: DecisionNow,
  served: Served,
  capacity: number,
  worthBy: WorthBy
): HTMLElement {
  const {outcome, aim} = view;
  const {examples, question} = outcome.data;
  const {order, scores, learnt} = ranked(view, served);
  const key = keyOf(question);
  const wanted = shownFeatures[question.label === "late" ? "orders" : "customers"];
  const features = wanted.flatMap((name) => {
    const at = examples.columns.findIndex((column) => column.name === name);
    return at < 0 ? [] : [{name, values: examples.values[at]}];
  });
  const rowsOf = (some: Uint32Array): Scored[] => {
    const own = ownValues(outcome, worthBy, some);
    return Array.from(some, (row, i) => ({
      rank: i + 1,
      [key]: examples.keys[row],
      score: scores[row],
      expected_value:
        (scores[row] * (payoff.truePositive + payoff.ownValueShare * (own?.[i] ?? 0)) +
          (1 - scores[row]) * payoff.falsePositive) /
        100,
      held_out: !learnt.has(row),
      ...Object.fromEntries(
        features.map(({name, values}) => [name, Number.isNaN(values[row]) ? null : shortFloat32(values[row])])
      )
    }));
  };
  const top = rowsOf(order.subarray(0, capacity));
  const day = formatDay(midnightOf(question.asof));
  const {many} = aim.words;
  const number = (name: string) => ({
    label: labels[name] ?? name,
    format: (value: number | null) =>
      name === "late_delivery_ratio"
        ? formatShare(value, 0)
        : formatNumber(value, Number.isInteger(value) ? 0 : 2)
  });
  return html`<div>
    <p>
      The ${formatCount(top.length)} of ${formatCount(order.length)} ${many} whose score is highest, as known
      before ${day}. Those not held out are scored by a model that has learnt from them, so that their scores
      are a little too sure. The expected value takes the score at its word. The files name each by the shop’s
      own id too.
    </p>
    ${table(top, {
      caption: `${formatCount(top.length)} ${many} to contact`,
      name: `campaign list ${question.asof}`,
      exported: async () => forShop(top, key, await shopIds(key)),
      columns: {
        rank: {label: "Rank"},
        [key]: {label: labels[key]},
        score: {label: "Score", format: (value: number) => formatShare(value, 2)},
        expected_value: {label: "Expected value", format: (value: number) => formatMoney(100 * value)},
        held_out: {label: "Held out"},
        ...Object.fromEntries(features.map(({name}) => [name, number(name)]))
      }
    })}
    <div>
      ${csvButtons(
        `the scores of all ${many}`,
        async (form) =>
          downloadCsv(`scores ${question.asof}`, forShop(rowsOf(order), key, await shopIds(key)), form),
        `CSV of the scores of all ${formatCount(order.length)} ${many}`
      )}
    </div>
  </div>`;
}
