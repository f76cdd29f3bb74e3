import {setImmediate} from "node:timers/promises";
import {afterEach, describe, expect, it} from "vitest";
import {sampleOf} from "../../../lib/drift/sample.js";
import type {Sample} from "../../../lib/drift/sample.js";
import {normalQuantile} from "../../../lib/distributions/normal.js";
import {sigmoid} from "../../../lib/stats/sigmoid.js";
import {alertsOf, refusals} from "../../../lib/monitor/alerts.js";
import {estimatedPerformance} from "../../../lib/monitor/estimate.js";
import type {MonthFigures} from "../../../lib/monitor/history.js";
import {judgedMonths} from "../../../lib/monitor/judgedMonths.js";
import {realisedPerformance} from "../../../lib/monitor/realised.js";
import type {WatchedColumn} from "../../../lib/monitor/report.js";
import {watchedModel} from "../../../lib/monitor/watchedModel.js";
import {randomSource} from "../../../lib/random/source.js";
import config from "../../../monitor.config.js";

const referenceMonths = 3;
const names = Array.from({length: 12}, (_, i) => `x${i}`);
const columns: WatchedColumn[] = [
  ...names.map((name): WatchedColumn => ({name, kind: "number", of: "feature", importance: 1 / 13})),
  {name: "payment", kind: "category", of: "feature", importance: 1 / 13}
];
const monthOf = (at: number) => ({
  ...{month: `2018-0${at + 1}`, cutoff: `2018-0${at + 2}-01`, days: 30, partial: false}
});

interface Plant {
  shift?: number;
  missing?: number;
  fresh?: number;
}

/** Numbers of a month, from a stream of the column's own. */
function numbers(seed: number, at: number, column: number, rows: number, {shift = 0, missing = 0}: Plant) {
  const random = randomSource(seed, at, column);
  const normal = () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
  return sampleOf(
    "number",
    Array.from({length: rows}, () => (random() < missing ? null : normal() + shift))
  );
}

/** The columns that nothing is ever planted in, made once for all that is planted beside them. */
const untouched = new Map<string, Sample[]>();
function untouchedOf(seed: number, at: number, rows: number): Sample[] {
  const key = `${seed} ${at} ${rows}`;
  const made = untouched.get(key) ?? names.slice(1).map((_, i) => numbers(seed, at, i + 1, rows, {}));
  untouched.set(key, made);
  return made;
}

/** A month of generated buyers; what is planted goes into x0 and the payment type. */
function generated(seed: number, at: number, rows: number, {fresh = 0, ...plant}: Plant = {}) {
  const random = randomSource(seed, at);
  const payments = Array.from({length: rows}, () =>
    random() < fresh ? "pix" : random() < 0.7 ? "card" : random() < 0.8 ? "boleto" : "voucher"
  );
  const samples = [
    numbers(seed, at, 0, rows, plant),
    ...untouchedOf(seed, at, rows),
    sampleOf("category", payments)
  ];
  const failing = Array.from({length: rows}, () => random()).filter((draw) => draw < 0.03).length;
  const figures: MonthFigures = {
    ...{volume: (rows * (0.95 + 0.1 * random())) / 30, orders: rows, gap: 6, age: 0.01},
    faults: {"orders without payment": [failing, rows]}
  };
  return {...monthOf(at), buyers: rows, samples, figures};
}

/** The months before, which nothing is planted in: made once for all that is planted after them. */
const references = new Map<string, ReturnType<typeof generated>[]>();
function referencesOf(seed: number, rows: number) {
  const key = `${seed} ${rows}`;
  const made =
    references.get(key) ?? Array.from({length: referenceMonths}, (_, at) => generated(seed, at, rows));
  references.set(key, made);
  return made;
}

/** The runner hears of tests only between turns of the event loop, and gives up after a minute. */
afterEach(() => setImmediate());

const alertsWith = (seed: number, plant: Plant = {}, rows = 4000) => {
  const data = [...referencesOf(seed, rows), generated(seed, referenceMonths, rows, plant)];
  const months = judgedMonths(data, columns, referenceMonths, config);
  return alertsOf({columns, models: [], months, horizon: 180, judged: "source"}, config);
};
const seeds = Array.from({length: 20}, (_, seed) => seed + 1);
const found = (alerts: ReturnType<typeof alertsOf>) =>
  alerts.map(({check, subject}) => `${check} ${subject}`);

describe("planted drift", () => {
  it("of no kind raises no alarm on 20 seeds", () => {
    expect(seeds.flatMap((seed) => found(alertsWith(seed)))).toEqual([]);
  });

  it("of no kind raises an alarm among few rows in no more months than stated: 5 % by columns, 5 % by faults", () => {
    const months = Array.from({length: 100}, (_, seed) => alertsWith(seed + 1, {}, 250));
    const rate = (check: string) =>
      months.filter((alerts) => alerts.some((one) => one.check === check)).length;
    // Five are expected; more than ten come by chance in one of a hundred such counts.
    expect(rate("feature-drift")).toBeLessThanOrEqual(10);
    expect(rate("quality")).toBeLessThanOrEqual(10);
  });

  it("of a mean by .2 standard deviations is found in all seeds, of .02 in none", () => {
    expect(seeds.map((seed) => found(alertsWith(seed, {shift: 0.2})))).toEqual(
      seeds.map(() => ["feature-drift x0"])
    );
    expect(seeds.flatMap((seed) => found(alertsWith(seed, {shift: 0.02})))).toEqual([]);
  });

  it("to a category of 2 % that was not there is found in all seeds, of .2 % in none", () => {
    for (const seed of seeds) {
      expect(found(alertsWith(seed, {fresh: 0.02}))).toContain("new-category payment: pix");
      expect(found(alertsWith(seed, {fresh: 0.002}))).toEqual([]);
    }
  });

  it("to a burst of missing values is a warning at 8 %, an error that a gate refuses at 30 %", () => {
    for (const seed of seeds) {
      const small = alertsWith(seed, {missing: 0.08});
      expect(small.map(({check, severity}) => [check, severity])).toEqual([["missing", "warning"]]);
      expect(refusals(small)).toEqual([]);
      expect(refusals(alertsWith(seed, {missing: 0.3})).map(({check}) => check)).toEqual(["missing"]);
    }
  });
});

/** People with a score each, who come with the chance that their score says, times what is planted. */
function people(seed: number, rows: number, {spread = 1, at = -2, odds = 0} = {}) {
  const random = randomSource(seed, 77);
  const scores = Float64Array.from({length: rows}, () =>
    sigmoid(at + spread * normalQuantile(random() || 0.5))
  );
  const labels = Uint8Array.from(scores, (score) => {
    const chance = sigmoid(Math.log(score / (1 - score)) + odds);
    return Number(random() < chance);
  });
  return {scores, labels};
}

function watched(seed: number, later: Parameters<typeof people>[2]) {
  const held = people(seed, 6000);
  const scored = (at: number, {scores, labels}: ReturnType<typeof people>) => {
    const all = Uint32Array.from(scores.keys());
    return {...monthOf(at), probabilities: scores, labels, buyers: all, unseen: all};
  };
  const share = held.labels.reduce((sum, label) => sum + label, 0) / held.labels.length;
  const model = watchedModel({
    ...{name: "earlier", family: "xgboost", hash: "0", asof: "2017-06-01", people: 6000, horizon: 180, seed},
    ...{heldOut: {labels: held.labels, probabilities: held.scores}, share},
    ...{
      reference: [scored(0, people(seed + 100, 6000))],
      months: [scored(1, people(seed + 200, 6000, later))]
    }
  });
  if (!model.ok) throw new Error(model.message);
  const months = [{...monthOf(1), buyers: 6000, columns: null, weighted: null, history: []}];
  const report = {columns, models: [model.value], months, horizon: 180, judged: "source" as const};
  return {window: model.value.windows[0], heldOut: model.value.heldOut, alerts: alertsOf(report, config)};
}

describe("a model that is watched", () => {
  it("raises nothing where nothing has changed, on 20 seeds", () => {
    expect(seeds.flatMap((seed) => found(watched(seed, {}).alerts))).toEqual([]);
  });

  it("finds a shift of the label that its scores do not see, and dates it by the outcome", () => {
    for (const seed of seeds.slice(0, 5)) {
      const {window, alerts} = watched(seed, {odds: 0.5});
      expect(window.scores.drifted).toBe(false);
      expect(found(alerts)).toEqual(
        expect.arrayContaining(["label-drift outcome of the earlier model", "calibration earlier model"])
      );
      expect(alerts.find(({check}) => check === "label-drift")?.knownAt).toBe("2018-08-28");
    }
  });

  it("tells a shift of who is scored from one of how they behave, and estimates it before outcomes are known", () => {
    for (const seed of seeds.slice(0, 5)) {
      const {window, heldOut, alerts} = watched(seed, {spread: 0.4});
      const [was, told, came] = [heldOut, window.estimated, window.realised].map(
        (one) => one?.rocAuc.value ?? NaN
      );
      expect(found(alerts)).toEqual(
        expect.arrayContaining([
          "score-drift earlier model",
          "estimate earlier model",
          "performance earlier model"
        ])
      );
      expect(found(alerts)).not.toContain("calibration earlier model");
      expect(told).toBeLessThan(was - 0.08);
      expect(Math.abs(told - came)).toBeLessThan(0.03);
    }
  });

  it("estimates so that 95 % of the intervals hold what comes", () => {
    const within = Array.from({length: 60}, (_, seed) => {
      const {scores, labels} = people(seed + 1000, 1500);
      const {interval} = estimatedPerformance(scores, {random: randomSource(seed, 5), resamples: 150}).rocAuc;
      const came = realisedPerformance(labels, scores, {random: randomSource(seed, 6), resamples: 0}).rocAuc
        .value;
      return interval !== null && came !== null && came >= interval.low && came <= interval.high;
    }).filter(Boolean).length;
    expect(within).toBeGreaterThanOrEqual(52);
  });
});
