/**
 * `npm run bench [-- marts scale cold churn experiments lifetime cohorts clusters coverage reviews recommend score explore own spark sample] [runs=5]`: how fast, against
 * what, and whether the goals are met; by `coverage`, how often intervals hold the truth. `runs` is for all from `lifetime` on.
 * Medians of several runs, both sides in turn. Uses the real files where they are at hand.
 * `npm run bench -- churn [trees shap score logistic smote grid features] [generated shop] [runs=3] [rows=94000]`:
 * the churn lab alone, or parts of it.
 */
import {existsSync} from "node:fs";
import {resolve} from "node:path";
import {generate} from "../../loaders/generate/index.js";
import {build} from "../site/build.js";
import {benchChurn, churnParts} from "./churn.js";
import {benchCold} from "./cold.js";
import {benchClusters} from "./customers/clusters.js";
import {benchCohorts} from "./customers/cohorts.js";
import {benchCoverage} from "./customers/coverage.js";
import {benchLifetime} from "./customers/lifetime.js";
import {benchExperiments} from "./experiments.js";
import {benchExplore} from "./explore.js";
import {benchMarts, benchScale} from "./marts.js";
import {benchOwn} from "./own.js";
import {benchRecommend} from "./recommend.js";
import {benchReviews} from "./reviews.js";
import {benchScore} from "./score.js";
import {benchSample} from "./sample.js";
import {benchSpark} from "./spark.js";

const customerParts = ["lifetime", "cohorts", "clusters", "coverage"];
const parts = [
  "marts",
  "scale",
  "cold",
  "churn",
  "experiments",
  ...customerParts,
  "reviews",
  "recommend",
  "score",
  "explore",
  "own",
  "spark",
  "sample"
];
const numbers = Object.fromEntries(
  process.argv.slice(2).flatMap((word) => {
    const [, name, value] = /^(runs|rows)=([1-9]\d*)$/.exec(word) ?? [];
    return name ? [[name, Number(value)]] : [];
  })
) as {runs?: number; rows?: number};
/** Of the generated shops that `spark` and `own` measure: scale=1 scale=10. */
const sizes = process.argv.slice(2).flatMap((word) => {
  const [, size] = /^scale=(\d+(?:\.\d+)?)$/.exec(word) ?? [];
  return size ? [Number(size)] : [];
});
const chosen = process.argv.slice(2).filter((word) => !/^(runs|rows|scale)=[\d.]+$/.test(word));
const wanted = (part: string) => chosen.length === 0 || chosen.includes(part);
const known = [...parts, ...(chosen.includes("churn") ? churnParts : [])];
const unknown = chosen.filter((part) => !known.includes(part));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(", ")} (${known.join(", ")})`);
  process.exit(1);
}

let files = [process.env.OLIST_DIR, "data", "../shared/olist"].find(
  (folder) => folder && existsSync(resolve(folder, "olist_orders_dataset.csv"))
);
if (!files) {
  files = ".vitrine/bench/scale-1";
  if (!existsSync(files)) await generate({directory: files, scale: 1, seed: 1});
}
process.env.OLIST_DIR = files;
console.log(`Measured on ${files}`);

if (wanted("marts")) await benchMarts(files, 5);
if (wanted("scale")) await benchScale([1, 10, 30]);
if (wanted("cold") || wanted("experiments") || wanted("explore") || wanted("own")) {
  if ((await build()) !== 0) process.exit(1);
  if (wanted("cold")) await benchCold(5);
  if (wanted("experiments")) await benchExperiments(5);
  if (wanted("explore")) await benchExplore();
  if (wanted("own")) await benchOwn(files, sizes, numbers.runs ?? 3);
}
if (wanted("churn"))
  await benchChurn({...numbers, parts: chosen.filter((part) => churnParts.includes(part))});
if (wanted("lifetime")) await benchLifetime(numbers.runs ?? 5);
if (wanted("cohorts")) await benchCohorts(numbers.runs ?? 5);
if (wanted("clusters")) benchClusters(numbers.runs ?? 5);
if (wanted("reviews")) await benchReviews(numbers.runs ?? 5);
if (wanted("coverage")) benchCoverage(numbers.runs ?? 60);
if (chosen.includes("spark")) await benchSpark(sizes.length > 0 ? sizes : [1, 10]);
if (chosen.includes("sample")) await benchSample(numbers.runs ?? 5);
if (wanted("recommend")) await benchRecommend(numbers.runs ?? 3);
if (wanted("score") && !chosen.includes("churn")) await benchScore(numbers.runs ?? 3);
