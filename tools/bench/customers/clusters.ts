import {cpus} from "node:os";
import type {Clustering} from "../../../lib/cluster/kMeans.js";
import {kMeans} from "../../../lib/cluster/kMeans.js";
import {kMeansPlusPlus} from "../../../lib/cluster/kMeansPlusPlus.js";
import type {Points} from "../../../lib/cluster/points.js";
import {prepareColumns} from "../../../lib/cluster/prepareColumns.js";
import {formatCount} from "../../../lib/format.js";
import {finish} from "../../../lib/learn/finish.js";
import {randomSource} from "../../../lib/random/source.js";
import {generatedMatrix} from "../churn/generated.js";
import {against, middle, say, time} from "../churn/parts.js";
import {ask, skipped} from "./python.js";

const [rows, width, k] = [93_000, 20, 8];

interface Native {
  version: string;
  ms: number;
  iterations: number;
  inertia: number;
  sizes: number[];
}

/** Numbers of the generated matrix, which hang together and lean as features do, gaps filled and on one scale. */
function pointsOf(): Points {
  const {columns, features} = generatedMatrix(rows);
  const prepared = prepareColumns(
    columns.slice(0, width),
    features.slice(0, width).map((name) => ({name}))
  );
  if (!prepared.ok) throw new Error(prepared.message);
  return prepared.value.points;
}

function cluster(points: Points, centres: Float64Array): {ms: number; found: Clustering} {
  const started = performance.now();
  const found = finish(kMeans(points, {k, seed: 1, centres}));
  const ms = performance.now() - started;
  if (!found.ok) throw new Error(found.message);
  return {ms, found: found.value};
}

const told = ({iterations, inertia}: {iterations: number; inertia: number}) =>
  `${iterations} iterations, inertia ${inertia.toFixed(1)}`;

/** One start of k-means from given centres until no row changes, in Node, beside scikit-learn's from the same ones. */
export function benchClusters(runs: number): void {
  const points = pointsOf();
  const centres = finish(kMeansPlusPlus(points, k, randomSource(1)));
  const native = (threads?: number) =>
    ask<Native>({
      script: "kmeans.py",
      told: {width: points.width},
      files: {matrix: points.values, centres},
      threads
    });
  const ours: ReturnType<typeof cluster>[] = [];
  const theirs: {all: Native; one: Native}[] = [];
  let absent = "";
  for (let run = 0; run < runs; run++) {
    ours.push(cluster(points, centres));
    const [all, one] = [native(), native(1)];
    if (typeof all === "string") absent = all;
    else if (typeof one !== "string") theirs.push({all, one});
  }

  const ms = middle(ours, (run) => run.ms);
  const [{found}] = ours;
  say(
    `k-means ${formatCount(points.rows)} x ${points.width}, k = ${k}, one start, ${runs} runs: ${time(ms)}, ${told(found)}${found.converged ? "" : ", NOT converged"}`
  );
  if (!theirs.length) return console.log(skipped("scikit-learn's KMeans", absent));
  const [{all}] = theirs;
  console.log(
    `  ${all.version}: ${told(all)}, clusters ${all.sizes.join() === found.sizes.join() ? "as large as ours" : `of ${all.sizes.join(", ")} rows, ours of ${found.sizes.join(", ")}`}`
  );
  for (const [of, threads] of [
    ["all", `up to ${cpus().length} threads`],
    ["one", "one thread"]
  ] as const) {
    const native = middle(theirs, (run) => run[of].ms);
    console.log(`  ${threads}: ${against(ms, native, 1)}`);
  }
}
