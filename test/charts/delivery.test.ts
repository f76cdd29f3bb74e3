// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {formatCount, formatNumber, formatShare} from "../../lib/format.js";
import {groupDots} from "../../src/components/charts/groupDots.js";
import {quartileBars} from "../../src/components/charts/quartileBars.js";
import {stageBars} from "../../src/components/charts/stageBars.js";
import {drawn} from "../support/drawn.js";

const wide = {width: 640};
const phone = {width: 330};
const percent = (share: number) => formatShare(share, 0);

const dot = (label: string, value: number | null, half: number, mark?: number) => ({
  ...{label, value, mark},
  low: value === null ? null : value - half,
  high: value === null ? null : value + half,
  text: value === null ? "" : formatCount(1000 * value),
  about: label
});
const dots = [
  dot("São Paulo", 0.9, 0.02, 0.85),
  dot("⋯", null, 0),
  dot("A state with a long name", 0.7, 0.5, 0.75)
];
const shares = {axis: "Share", format: percent};
const level = {value: 0.8, label: "all 80 %"};
const quartiles = ["Approval", "In transit"].map((label, i) => ({
  ...{label, quarter: i, median: i + 0.5, threeQuarters: i + 2, ninety: i + 5},
  ...{text: `median ${formatNumber(i + 0.5, 1)} days`, about: label}
}));
const bars = ["Amapá", "São Paulo"].map((label, i) => ({
  ...{label, mean: {approval: 0.5, handover: 3, transit: 20 / (i + 1)}, total: 3.5 + 20 / (i + 1)},
  about: label
}));
const days = {axis: "Days", format: formatCount};
const oneDecimal = (value: number) => formatNumber(value, 1);

const charts: Record<string, () => Element> = {
  "groupDots-level": () => groupDots(dots, {...wide, ...shares, level}),
  "groupDots-cut": () => groupDots(dots, {...wide, ...shares, markLabel: "promised", cut: true}),
  "groupDots-phone": () => groupDots(dots, {...phone, ...shares, level}),
  quartileBars: () => quartileBars(quartiles, {...wide, ...days}),
  "quartileBars-phone": () => quartileBars(quartiles, {...phone, ...days}),
  stageBars: () => stageBars(bars, {...wide, format: oneDecimal}),
  "stageBars-phone": () => stageBars(bars, {...phone, format: oneDecimal})
};

const degenerate: Record<string, () => Element> = {
  "groupDots of nothing": () => groupDots([], {...wide, ...shares}),
  "groupDots of what cannot be drawn": () =>
    groupDots([dot("a", NaN, 0), dot("b", null, 0)], {...wide, ...shares}),
  "groupDots of one value": () => groupDots([dot("a", 0.5, 0)], {...wide, ...shares, cut: true}),
  "quartileBars of nothing": () => quartileBars([], {...wide, ...days}),
  "stageBars of nothing": () => stageBars([], {...wide, format: oneDecimal})
};

describe("charts of deliveries and scores", () => {
  it.each(Object.entries(charts))("%s", async (name, draw) => {
    await expect(drawn(draw)).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });

  it.each(Object.entries(degenerate))("%s stands", (_, draw) => {
    expect(() => drawn(draw)).not.toThrow();
  });
});
