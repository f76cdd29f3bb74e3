import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, expect, it} from "vitest";
import {ensureMarts} from "../../../loaders/build.js";
import {examplesOf} from "../../../lib/features/matrix.js";
import type {ModelSpec} from "../../../lib/learn/families.js";
import {briefSpecs} from "../../../lib/learn/families.js";
import {finish} from "../../../lib/learn/finish.js";
import {fit} from "../../../lib/pipeline/fit.js";
import type {LabExamples} from "../../../lib/pipeline/fitting.js";
import {splitsOf} from "../../../lib/pipeline/splits.js";
import {workbench} from "../../../lib/pipeline/workbench.js";
import {shopSpecs} from "../../../lib/learn/shopSpecs.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {sameForAll} from "../../../lib/metrics/sameForAll.js";
import {writeShop} from "../../loaders/source/fixture.js";
import {kernels} from "../../support/kernels.js";
import {loyalShop} from "../../support/loyalShop.js";
import {openMarts} from "../../support/marts.js";
import {byColumn, featureRows} from "../features/tables.js";

let module: WebAssembly.Module;
beforeAll(async () => {
  module = await kernels();
});

/** The forward examples of a shop whose customers come back. */
async function examplesOfShop(people: number): Promise<LabExamples> {
  const {directory, remove} = writeShop(loyalShop({people, leaving: 0.4, seed: 4}));
  const cache = join(tmpdir(), "vitrine-tests", `loyal-${people}`);
  const marts = await ensureMarts({cache, environment: {OLIST_DIR: directory}}).finally(remove);
  if (!marts.ok) throw new Error(marts.message);
  const open = await openMarts(marts.value.directory);
  const rows = await featureRows(open, {cutoff: "2025-03-01T00:00:00", horizon: 180, strict: false});
  open.close();
  const read = examplesOf(byColumn(rows), {label: {kind: "forward"}, preset: "forward"});
  if (!read.ok) throw new Error(read.message);
  return {...read.value, city: undefined};
}

function scoresOf(data: LabExamples, spec: ModelSpec) {
  const splits = splitsOf(data, {validation: "holdout", held: 0.2, seed: 1});
  if (!splits.ok) throw new Error(splits.message);
  const [{train, test}] = splits.value;
  const fitted = finish(fit(workbench(data, module), {spec, balance: "none", train, test, seed: 1}));
  if (!fitted.ok) throw new Error(fitted.message);
  const labels = Uint8Array.from(test, (row) => data.labels[row]);
  const {probabilities} = fitted.value;
  return {same: sameForAll(probabilities), auc: rocAuc(labels, probabilities)};
}

it.each([60, 600])("of %i people is one that every family learns from at its defaults", async (people) => {
  const data = await examplesOfShop(people);
  const specs = shopSpecs(data.labels.length);
  for (const spec of Object.values(specs)) {
    const {same, auc} = scoresOf(data, spec);
    expect(same, spec.family).toBe(false);
    expect(auc, spec.family).toBeGreaterThan(0.7);
  }
  if (people > 60) return;
  for (const {family} of [specs.logistic, specs.forest, specs.boosting])
    expect(scoresOf(data, briefSpecs[family]).same, family).toBe(true);
});

it("keeps the brief's parameters where the shop is not small, and comes nearer to them the larger it is", () => {
  expect(shopSpecs(96_096)).toEqual(briefSpecs);
  expect(shopSpecs(0).logistic.C).toBeLessThanOrEqual(2);
  for (let people = 1; people < 200_000; people *= 1.5) {
    const [less, more] = [shopSpecs(people), shopSpecs(people * 1.5)];
    expect(more.logistic.C).toBeLessThanOrEqual(less.logistic.C);
    expect(more.logistic.C).toBeGreaterThanOrEqual(briefSpecs.logistic.C);
    expect(more.forest.minLeafRows).toBeGreaterThanOrEqual(less.forest.minLeafRows);
    expect(more.boosting.minLeafRows).toBeLessThanOrEqual(briefSpecs.boosting.minLeafRows);
  }
});
