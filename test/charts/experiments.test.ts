// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import type {Method} from "../../lib/experiments/sequential/peeking.js";
import {methods} from "../../lib/experiments/sequential/peeking.js";
import {formatFine, formatPoints, formatShare} from "../../lib/format.js";
import {allocationAreas} from "../../src/components/charts/allocationAreas.js";
import {boundaryLines} from "../../src/components/charts/boundaryLines.js";
import {calledLines} from "../../src/components/charts/calledLines.js";
import {dailyEffect} from "../../src/components/charts/dailyEffect.js";
import {densities} from "../../src/components/charts/densities.js";
import {effectForest} from "../../src/components/charts/effectForest.js";
import {lookPath} from "../../src/components/charts/lookPath.js";
import {regretLines} from "../../src/components/charts/regretLines.js";
import {stopBars} from "../../src/components/charts/stopBars.js";
import {repeatIntervals, wayIntervals} from "../../src/components/charts/truthIntervals.js";
import {drawn} from "../support/drawn.js";

const wide = {width: 640};
const phone = {width: 350};
type Draw = () => Element;

const policies = [
  ["Thompson sampling", "thompson", 4],
  ["UCB1", "ucb", 9],
  ["Fixed equal split", "split", 10]
] as const;
const regret = policies.flatMap(([policy, name, lost]) =>
  [0, 1000, 5000, 10_000].map((visitors) => {
    const mean = (lost * visitors) / 1000;
    return {policy, name, visitors, mean, low: 0.6 * mean, high: 1.5 * mean};
  })
);
const allocation = [100, 1000, 10_000].flatMap((visitors, step) =>
  ["10,0 %", "12,0 %", "11,0 %"].map((arm, place) => ({
    visitors,
    arm,
    place,
    share: place === 1 ? 0.34 + 0.2 * step : (0.66 - 0.2 * step) / 2
  }))
);

const bell = (arm: string, centre: number, sd: number) =>
  Array.from({length: 33}, (_, i) => {
    const t = (i - 16) / 5;
    return {arm, value: centre + sd * t, density: Math.exp(-(t * t) / 2) / sd, inside: Math.abs(t) < 1.96};
  });
const beliefs = [...bell("control", 0.2, 0.0126), ...bell("variant", 0.25, 0.0137)];
const belief = {
  label: "Conversion rate",
  format: (value: number) => formatShare(value, 0),
  stroke: (arm: string) => (arm === "control" ? "gray" : "navy")
};

const effects = [
  {effect: "variant", value: 0.05, low: 0.013, high: 0.086},
  {effect: "other variant", value: -0.02, low: null, high: 0.01}
];
const days = Array.from({length: 14}, (_, i) => ({
  day: 17_600 + i,
  date: new Date((17_600 + i) * 86_400_000),
  users: 200 * (i + 1),
  difference: 0.04 + 0.02 * Math.cos(i),
  low: i === 0 ? null : 0.04 + 0.02 * Math.cos(i) - 0.15 / Math.sqrt(i + 1),
  high: i === 0 ? null : 0.04 + 0.02 * Math.cos(i) + 0.15 / Math.sqrt(i + 1),
  p: 0.2
}));

const ways = [
  {way: "Plain difference", difference: 0.031, low: 0.012, high: 0.05},
  {way: "CUPED", difference: 0.028, low: 0.015, high: 0.041}
];
const truth = {truth: 0.025, label: "Effect, percentage points", format: formatPoints};
const campaigns = Array.from({length: 40}, (_, i) => {
  const difference = 0.025 + 0.01 * Math.sin(1.7 * i);
  const [low, high] = [difference - 0.008, difference + 0.008];
  const covers = low <= 0.025 && high >= 0.025;
  return {number: i, difference, low, high, p: difference > 0.016 ? 0.01 : 0.2, covers, alarm: false};
});

const names: Record<Method, string> = {
  naive: "Naive peeking",
  fixed: "One look, at the end",
  sequence: "Confidence sequence",
  "obrien-fleming": "O’Brien-Fleming spending",
  pocock: "Pocock spending"
};
const rising = (looks: number) =>
  methods.flatMap((method, place) =>
    Array.from({length: looks}, (_, i) => {
      const share = (0.28 * Math.log(i + 2)) / Math.log(31) / (place + 1);
      return {method, look: i + 1, share, low: 0.9 * share, high: 1.1 * share, runs: 2000};
    })
  );
const theory = Array.from({length: 30}, (_, i) => (0.28 * Math.log(i + 2)) / Math.log(31));
const stops = Array.from({length: 15}, (_, i) => ({from: 2 * i + 1, to: 2 * i + 2, tests: 200 - 12 * i}));
const path = Array.from({length: 30}, (_, i) => {
  const spread = 0.05 / Math.sqrt(i + 1);
  const difference = 1.05 * spread;
  return {
    look: i + 1,
    users: 500 * (i + 1),
    difference,
    naiveLow: difference - spread,
    naiveHigh: difference + spread,
    low: difference - 1.6 * spread,
    high: difference + 1.6 * spread
  };
});
const boundaries = [4.05, 2.86, 2.34, 2.02].map((z, i) => ({look: i + 1, z}));
const called = {names, looks: 30, alpha: 0.05, theory};

const charts: Record<string, Draw> = {
  regretLines: () => regretLines(regret, wide),
  "regretLines-phone": () => regretLines(regret, phone),
  allocationAreas: () => allocationAreas(allocation, wide),
  "allocationAreas-phone": () => allocationAreas(allocation, phone),
  densities: () => densities(beliefs, {...wide, ...belief}),
  "densities-phone": () => densities(beliefs, {...phone, ...belief, zero: 0.2}),
  effectForest: () => effectForest(effects, {...wide, format: formatPoints}),
  "effectForest-phone": () => effectForest(effects, {...phone, format: formatPoints}),
  dailyEffect: () => dailyEffect(days, {...wide, format: formatPoints}),
  "dailyEffect-phone": () => dailyEffect(days, {...phone, format: formatPoints}),
  wayIntervals: () => wayIntervals(ways, {...wide, ...truth}),
  "wayIntervals-phone": () => wayIntervals(ways, {...phone, ...truth}),
  repeatIntervals: () => repeatIntervals(campaigns, {...wide, ...truth}),
  "repeatIntervals-phone": () => repeatIntervals(campaigns, {...phone, ...truth}),
  calledLines: () => calledLines(rising(30), {...wide, ...called}),
  "calledLines-phone": () => calledLines(rising(30), {...phone, ...called, alpha: null}),
  stopBars: () => stopBars(stops, {...wide, looks: 30}),
  "stopBars-phone": () => stopBars(stops, {...phone, looks: 30}),
  lookPath: () => lookPath(path, {...wide, looks: 30, effect: 0, cap: 0.05, stop: path[6]}),
  "lookPath-phone": () => lookPath(path, {...phone, looks: 30, effect: 0.01, cap: 0.05}),
  boundaryLines: () => boundaryLines(boundaries, {...wide, looks: 4, two: true, usual: 1.96}),
  "boundaryLines-phone": () => boundaryLines(boundaries, {...phone, looks: 4, two: false})
};

describe("every chart of an experiment draws what its snapshot shows, without a warning", () => {
  it.each(Object.entries(charts))("%s", async (name, draw) => {
    await expect(drawn(draw)).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });
});

const still = regret.map((row) => ({...row, mean: 0, low: 0, high: 0}));
const flat = days.map((day) => ({...day, difference: 0, low: null, high: null}));
const sure = campaigns.map((row) => ({...row, difference: 0, low: 0, high: 0, covers: true}));

const degenerate: Record<string, Draw> = {
  "regretLines of nothing": () => regretLines([], wide),
  "regretLines of one point": () => regretLines(regret.slice(0, 1), wide),
  "regretLines of arms alike": () => regretLines(still, wide),
  "allocationAreas of nothing": () => allocationAreas([], wide),
  "allocationAreas of one arm": () => allocationAreas([{...allocation[0], share: 1}], phone),
  "densities of nothing": () => densities([], {...wide, ...belief}),
  "densities of one point": () => densities(beliefs.slice(0, 1), {...wide, ...belief}),
  "densities of one arm": () => densities(bell("control", 0, 1e-9), {...wide, ...belief, zero: 0}),
  "effectForest of nothing": () => effectForest([], {...wide, format: formatPoints}),
  "effectForest of no effect": () =>
    effectForest([{effect: "variant", value: 0, low: 0, high: 0}], {...wide, format: formatPoints}),
  "effectForest open at both ends": () =>
    effectForest([{effect: "variant", value: -1, low: null, high: null}], {...phone, format: formatPoints}),
  "dailyEffect of nothing": () => dailyEffect([], {...wide, format: formatPoints}),
  "dailyEffect of one day": () => dailyEffect(days.slice(0, 1), {...wide, format: formatPoints}),
  "dailyEffect of no effect": () => dailyEffect(flat, {...wide, format: formatPoints}),
  "wayIntervals of nothing": () => wayIntervals([], {...wide, ...truth}),
  "wayIntervals of no effect": () =>
    wayIntervals([{...ways[0], difference: 0}], {...wide, ...truth, truth: 0}),
  "repeatIntervals of nothing": () => repeatIntervals([], {...wide, ...truth}),
  "repeatIntervals of one draw": () => repeatIntervals(campaigns.slice(0, 1), {...wide, ...truth}),
  "repeatIntervals of no effect": () => repeatIntervals(sure, {...wide, ...truth, truth: 0}),
  "calledLines of nothing": () => calledLines([], {...wide, ...called}),
  "calledLines of one look": () => calledLines(rising(1), {...wide, ...called, looks: 1}),
  "calledLines of tests never called": () =>
    calledLines(
      rising(30).map((row) => ({...row, share: 0, low: 0, high: 0})),
      {...phone, ...called}
    ),
  "stopBars of nothing": () => stopBars([], {...wide, looks: 1}),
  "stopBars of one look": () => stopBars([{from: 1, to: 1, tests: 1}], {...wide, looks: 1}),
  "lookPath of nothing": () => lookPath([], {...wide, looks: 1, effect: 0, cap: 0}),
  "lookPath of one look": () => lookPath(path.slice(0, 1), {...wide, looks: 1, effect: 0, cap: 0.1}),
  "boundaryLines of nothing": () => boundaryLines([], {...wide, looks: 3, two: true}),
  "boundaryLines of one look": () => boundaryLines([{look: 1, z: 1.96}], {...phone, looks: 1, two: true}),
  "boundaryLines of many looks": () =>
    boundaryLines(
      Array.from({length: 100}, (_, i) => ({look: i + 1, z: 30 / Math.sqrt(i + 1)})),
      {...phone, looks: 100, two: true, usual: 1.96}
    )
};

describe("every chart of an experiment draws degenerate rows without a warning", () => {
  it.each(Object.entries(degenerate))("%s", (_, draw) => {
    expect(drawn(draw)).toContain("<svg");
  });
});

it("writes small differences on the axes with the digits that tell them apart", () => {
  const small = path.map((row) => ({...row, low: row.low / 1e4, high: row.high / 1e4}));
  expect(drawn(() => lookPath(small, {...wide, looks: 30, effect: 0, cap: 5e-6}))).toContain(
    formatFine(0.0002)
  );
});
