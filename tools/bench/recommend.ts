import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {formatCount} from "../../lib/format.js";
import {finish} from "../../lib/learn/finish.js";
import {quantile} from "../../lib/metrics/quantile.js";
import type {BasketLines} from "../../lib/recommend/basketLines.js";
import {basketLinesOf} from "../../lib/recommend/basketLines.js";
import {forCustomer} from "../../lib/recommend/forCustomer.js";
import type {Interactions} from "../../lib/recommend/interactions.js";
import {interactions} from "../../lib/recommend/interactions.js";
import {fitImplicitAls} from "../../lib/recommend/models/implicitAls.js";
import {recommend} from "../../lib/recommend/recommend.js";
import {shopper} from "../../lib/recommend/shopper.js";
import {purchasesAt} from "../../lib/recommend/purchasesAt.js";
import {fitShopModels} from "../../lib/recommend/shopModels.js";
import {linkedSvd} from "../../lib/recommend/linkedSvd.js";
import type {Result} from "../../lib/result.js";
import {parquetColumns} from "../../src/components/parquet.js";
import {against, middle, say, time} from "./churn/parts.js";
import {martsDirectory} from "./churn/shop.js";
import {ask, skipped} from "./customers/python.js";
import {verdict} from "./measure.js";

const factors = 32;
const settings = {
  ...{factors, neighbours: 100, shrinkage: 10, halfLife: 30, together: 2, lambda: 100, alpha: 40},
  ...{regularisation: 10, blend: 0.5, seed: 1}
};

interface Native {
  version: string;
  ms: number;
  values: number[];
}

const known = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

const native = ({byPerson: {indptr, indices, columns}}: Interactions, what: "svd" | "als") =>
  ask<Native>({script: "recommend.py", told: {what, columns, factors}, files: {indptr, indices}});

/** Both sides of one model in turn. */
function pair(
  name: string,
  goal: number,
  runs: number,
  work: () => Float64Array | null,
  data: Interactions,
  what: "svd" | "als"
) {
  const ours: {ms: number; values: Float64Array | null}[] = [];
  const theirs: Native[] = [];
  let absent = "";
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    const values = work();
    ours.push({ms: performance.now() - started, values});
    const answer = native(data, what);
    if (typeof answer === "string") absent = answer;
    else theirs.push(answer);
  }
  const ms = middle(ours, (run) => run.ms);
  say(`${name}, ${runs} runs: ${time(ms)}`);
  const [first] = theirs;
  if (!first)
    return console.log(skipped(what === "svd" ? "scikit-learn's TruncatedSVD" : "implicit's ALS", absent));
  console.log(
    `  ${first.version}: ${against(
      ms,
      middle(theirs, (run) => run.ms),
      goal
    )}`
  );
  const values = ours[0].values;
  if (!values) return;
  const apart = Math.max(...first.values.map((value, i) => Math.abs(value - values[i]) / value));
  console.log(`  largest relative difference of singular values: ${apart.toExponential(1)}`);
}

/** How long one model's list takes for one customer, by the slowest model, and all lists of the page together. */
function latency(lines: BasketLines) {
  const shop = known(
    finish(fitShopModels(lines, {level: "product", mergeDays: false, settings, factors: false}))
  );
  const {interactions: bought, purchases, models} = shop;
  const people = lines.person.values.length;
  const taken = (work: (person: number) => unknown) =>
    Float64Array.from({length: 200}, (_, i) => {
      const started = performance.now();
      work(Math.floor((i * people) / 200));
      return performance.now() - started;
    }).sort();
  const asked = {count: 10, filterBought: true};
  const one = [...models].map(([name, model]) => {
    const times = taken((person) =>
      recommend(model, shopper(bought.byPerson, person, purchases.state[person]), asked)
    );
    return {name, median: quantile(times, 0.5), p95: quantile(times, 0.95)};
  });
  const slowest = one.reduce((a, b) => (b.p95 > a.p95 ? b : a));
  const all = taken((person) => forCustomer(lines, shop, person, asked));
  say(
    `Recommendations for one customer among ${formatCount(purchases.items)} products, slowest model (${slowest.name}): median ${time(slowest.median)}, p95 ${time(slowest.p95)} ${verdict(slowest.p95 <= 20, 20)}; all ${formatCount(one.length)} lists with purchases: median ${time(quantile(all, 0.5))}, p95 ${time(quantile(all, 0.95))}`
  );
}

/** SVD and ALS on the shop's own purchases beside scikit-learn and implicit, and one customer's recommendations. */
export async function benchRecommend(runs: number): Promise<void> {
  const file = await readFile(join(await martsDirectory(), "baskets.parquet"));
  const lines = basketLinesOf(await parquetColumns(new Uint8Array(file)));
  const {columns, people, items} = purchasesAt(lines, "product", {mergeDays: false});
  const data = interactions(columns, {people, items});
  const shape = `${formatCount(people)} x ${formatCount(items)}, ${formatCount(data.byPerson.indices.length)} purchases`;
  const svd = () => known(finish(linkedSvd(data.byPerson, {k: factors, seed: 1}))).singularValues;
  pair(`SVD, k = ${factors}, ${shape}`, 1, runs, svd, data, "svd");
  const als = () => {
    known(finish(fitImplicitAls(data, {factors, alpha: 40, regularisation: 10, iterations: 10, seed: 1})));
    return null;
  };
  pair(`Implicit ALS, ${factors} factors, 10 iterations, ${shape}`, 1, runs, als, data, "als");
  latency(lines);
}
