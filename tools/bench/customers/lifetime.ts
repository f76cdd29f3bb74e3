import {formatCount} from "../../../lib/format.js";
import {selectPurchases} from "../../../lib/retention/purchases.js";
import {bgNbd} from "../../../lib/value/bgNbd.js";
import type {Cases} from "../../../lib/value/distinctCases.js";
import {distinctCases} from "../../../lib/value/distinctCases.js";
import type {Parameters} from "../../../lib/value/fitPositive.js";
import type {RepeatSummary} from "../../../lib/value/repeatSummary.js";
import {repeatSummary} from "../../../lib/value/repeatSummary.js";
import {middle, say, time} from "../churn/parts.js";
import {verdict} from "../measure.js";
import {shopPurchases} from "./purchases.js";
import {ask, skipped} from "./python.js";

type Dropout = Parameters<"r" | "alpha" | "a" | "b">;

interface Native {
  version: string;
  fits: Record<"customers" | "cases", {ms: number; parameters: Dropout} | {failed: string}>;
}

/** Milliseconds from transactions to a model. */
const goal = 1000;

/** Columns one after the other, as native/bgnbd.py reads them. */
const stacked = ({x, tx, T}: Pick<Cases, "x" | "tx" | "T">, weight: Float64Array) =>
  Float64Array.from([x, tx, T, weight].flatMap((column) => [...column]));

const lifetimes = ({x, tx, T}: RepeatSummary, cases: Cases) =>
  ask<Native>({
    script: "bgnbd.py",
    files: {
      customers: stacked({x, tx, T}, new Float64Array(x.length).fill(1)),
      cases: stacked(cases, cases.weight)
    }
  });

const written = (parameters: Dropout) =>
  Object.entries(parameters)
    .map(([name, value]) => `${name} ${value.toPrecision(4)}`)
    .join(", ");

/**
 * BG/NBD of all customers with a delivered order, from their orders to parameters and intervals, in Node; beside
 * lifetimes from the same summary, a row for each customer as its users call it, and by distinct cases as ours.
 */
export async function benchLifetime(runs: number): Promise<void> {
  const {person, day, price} = selectPurchases(await shopPurchases(), {delivered: true, mergeDays: false});
  const end = day.reduce((latest, own) => Math.max(latest, own), 0);
  const fitOnce = () => {
    const times = [performance.now()];
    const summary = repeatSummary({person, day, amount: price}, {end, unit: 7});
    times.push(performance.now());
    const cases = distinctCases(summary.x, summary.tx, summary.T);
    times.push(performance.now());
    const fit = bgNbd.fit(cases);
    times.push(performance.now());
    if (!fit.ok) throw new Error(fit.message);
    return {summary, cases, fit: fit.value, ms: times.slice(1).map((now, part) => now - times[part])};
  };
  const ours: ReturnType<typeof fitOnce>[] = [];
  const theirs: Native[] = [];
  let absent = "";
  for (let run = 0; run < runs; run++) {
    ours.push(fitOnce());
    const other = lifetimes(ours[run].summary, ours[run].cases);
    if (typeof other === "string") absent = other;
    else theirs.push(other);
  }

  const [{cases, fit}] = ours;
  const whole = middle(ours, ({ms}) => ms[0] + ms[1] + ms[2]);
  const [summing, casing, fitting] = [0, 1, 2].map((part) => middle(ours, ({ms}) => ms[part]));
  say(
    `BG/NBD of ${formatCount(fit.customers)} customers, ${formatCount(cases.x.length)} distinct cases, ${runs} runs: ${time(whole)} ${verdict(whole <= goal, `${goal} ms`)}`
  );
  console.log(
    `  summary ${time(summing)}, distinct cases ${time(casing)}, fit ${time(fitting)}; the first run ${time(ours[0].ms.reduce((sum, ms) => sum + ms, 0))}`
  );
  console.log(`  ${written(fit.parameters)}; log-likelihood ${fit.logLikelihood.toFixed(4)}`);
  if (fit.note) console.log(`  ${fit.note}`);

  if (!theirs.length) return console.log(skipped("lifetimes' BetaGeoFitter", absent));
  for (const [of, what] of [
    ["customers", "a row for each customer"],
    ["cases", "distinct cases with weights"]
  ] as const) {
    const fits = theirs.flatMap(({fits}) => ("ms" in fits[of] ? [fits[of]] : []));
    const [failed] = theirs.flatMap(({fits}) => ("failed" in fits[of] ? [fits[of].failed] : []));
    const name = `${theirs[0].version}, ${what}`;
    if (fits.length) {
      const native = middle(fits, ({ms}) => ms);
      const ratio = (casing + fitting) / native;
      const [{parameters}] = fits;
      console.log(
        `  ${name}, both from the summary: ${time(casing + fitting)} against ${time(native)}, ratio ${ratio.toFixed(2)}`
      );
      console.log(
        `    ${written(parameters)}; log-likelihood ${bgNbd.logLikelihood(parameters, cases).toFixed(4)} by the same formula`
      );
    } else console.log(`  ${name}: no model, ${failed}`);
  }
}
