/**
 * `npm run bench [-- marts scale cold]`: how fast, against what, and whether the goals are met.
 * Medians of several runs, both sides in turn. Uses the real files where they are at hand.
 */
import {existsSync} from "node:fs";
import {resolve} from "node:path";
import {generate} from "../../loaders/generate/index.js";
import {build} from "../site/build.js";
import {benchCold} from "./cold.js";
import {benchMarts, benchScale} from "./marts.js";

const chosen = process.argv.slice(2);
const wanted = (part: string) => chosen.length === 0 || chosen.includes(part);
const unknown = chosen.filter((part) => !["marts", "scale", "cold"].includes(part));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(", ")} (marts, scale, cold)`);
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
if (wanted("cold")) {
  if ((await build()) !== 0) process.exit(1);
  await benchCold(5);
}
