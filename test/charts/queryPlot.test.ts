// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {queryPlot} from "../../src/components/charts/queryPlot.js";
import {drawn} from "../support/drawn.js";

const states = [
  {state: "SP", orders: 41746, score: 4.17, at: new Date("2017-01-01")},
  {state: "RJ", orders: 12852, score: 3.88, at: new Date("2017-02-01")},
  {state: null, orders: 3, score: null, at: new Date("2017-03-01")}
];
const channels = {x: "state", y: "orders", color: ""};

describe("a query's picture", () => {
  it.each([
    ["queryPlot-bars.svg", "bar", channels, 640],
    ["queryPlot-bars-phone.html", "bar", {...channels, color: "state"}, 350],
    ["queryPlot-line.svg", "line", {...channels, x: "at"}, 640],
    ["queryPlot-dots.html", "dot", {x: "orders", y: "score", color: "state"}, 640]
  ] as const)("draws what its snapshot shows, without a warning: %s", async (name, mark, shown, width) => {
    await expect(drawn(() => queryPlot(states, {width, mark, channels: shown}))).toMatchFileSnapshot(
      `snapshots/${name}`
    );
  });

  it.each(["bar", "line", "dot"] as const)(
    "draws text against text, times as bars, and nothing of nothing: %s",
    (mark) => {
      expect(
        drawn(() => queryPlot(states, {width: 640, mark, channels: {x: "state", y: "state", color: ""}}))
      ).toMatch(/<svg/);
      expect(
        drawn(() => queryPlot(states, {width: 640, mark, channels: {x: "at", y: "orders", color: ""}}))
      ).toMatch(/<svg/);
      expect(drawn(() => queryPlot([], {width: 640, mark, channels}))).toMatch(/<svg/);
    }
  );
});
