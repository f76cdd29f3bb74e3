// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {formatNumber} from "../../lib/format.js";
import {driftTiles} from "../../src/components/charts/driftTiles.js";
import {estimatedRealised} from "../../src/components/charts/estimatedRealised.js";
import {sharePairs} from "../../src/components/charts/sharePairs.js";
import {drawn} from "../support/drawn.js";

const months = ["Jan 2018", "Feb 2018", "Mar 2018", "Apr 2018", "May 2018"];
const tiles = ["avg_delivery_delay_days", "favourite_category_group", "recency_days"].flatMap((column, c) =>
  months.map((month, m) => {
    const effect = m === 4 && c === 2 ? null : (c + 1) * m * 0.09;
    return {column, month, effect, drifted: effect !== null && effect >= 0.1};
  })
);
const windows = months.map((_, m) => ({
  cutoff: new Date(Date.UTC(2018, m, 1)),
  ...{estimated: 0.55 + m / 200, estimatedLow: 0.52, estimatedHigh: 0.58 + m / 200},
  ...(m < 3
    ? {realised: 0.56 - m / 100, realisedLow: 0.5, realisedHigh: 0.6}
    : {realised: null, realisedLow: null, realisedHigh: null})
}));
const pairs = ["credit_card", "boleto", "voucher"].map((label, i) => ({
  ...{label, reference: 0.6 - 0.25 * i, current: 0.5 - 0.2 * i}
}));
const auc = {label: "ROC-AUC", format: (value: number) => formatNumber(value, 2), heldOut: 0.57};
const charts: Record<string, () => Element> = {
  driftTiles: () => driftTiles(tiles, {width: 640}),
  "driftTiles-phone": () => driftTiles(tiles, {width: 350}),
  estimatedRealised: () => estimatedRealised(windows, {width: 640, ...auc}),
  "estimatedRealised-open": () => estimatedRealised(windows.slice(3), {width: 350, ...auc, heldOut: null}),
  sharePairs: () => sharePairs(pairs, {width: 640}),
  "sharePairs-phone": () => sharePairs(pairs, {width: 350})
};

describe("every chart draws what its snapshot shows, without a warning", () => {
  it.each(Object.entries(charts))("%s", async (name, draw) => {
    await expect(drawn(draw)).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });
});
