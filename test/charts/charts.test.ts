// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {categoryBars} from "../../src/components/charts/categoryBars.js";
import {bandName, freightByPrice} from "../../src/components/charts/freightByPrice.js";
import {lateTrend} from "../../src/components/charts/lateTrend.js";
import {rankedBars} from "../../src/components/charts/rankedBars.js";
import {revenueTrend} from "../../src/components/charts/revenueTrend.js";
import {scoreTrend} from "../../src/components/charts/scoreTrend.js";
import {segmentBars} from "../../src/components/charts/segmentBars.js";
import {segmentMap} from "../../src/components/charts/segmentMap.js";
import {segmentSizes} from "../../src/components/charts/segmentSizes.js";
import {stateTiles} from "../../src/components/charts/stateTiles.js";
import {sparkline} from "../../src/components/charts/sparkline.js";
import {formatMoneyShort, formatMoneyWhole, formatShare} from "../../lib/format.js";
import {trendLine} from "../../src/components/charts/trendLine.js";
import {color} from "../../src/components/colors.js";
import {drawn} from "../support/drawn.js";
import * as shop from "./shop.js";

const wide = {width: 640};
const phone = {width: 350};
const money = {
  label: "Revenue, R$",
  format: formatMoneyWhole,
  short: (cents: number) => formatMoneyShort(cents).slice(3)
};
const shares = shop.months.map(({date}, i) => ({date, value: 0.1 + (i % 5) / 50, cases: 30 * (i % 3)}));
const line = {label: "Share", format: formatShare, cases: "orders", stroke: color("good")};
const bars = ["Recency", "Orders", "Mean review score"].map((label, i) => {
  const value = 0.3 / (i + 1);
  return {label, value, text: formatShare(value), fill: color("accent")};
});
type Draw = () => Element;

const charts: Record<string, Draw> = {
  "revenueTrend-month": () => revenueTrend(shop.months, {...wide, grain: "month"}),
  "revenueTrend-day": () => revenueTrend(shop.days, {...wide, grain: "day"}),
  "revenueTrend-week-phone": () => revenueTrend(shop.weeks, {...phone, grain: "week"}),
  stateTiles: () => stateTiles(shop.states, {...wide, ...money}),
  "stateTiles-phone": () => stateTiles(shop.states, {...phone, ...money}),
  categoryBars: () => categoryBars(shop.categories, wide),
  "categoryBars-phone": () => categoryBars(shop.categories, phone),
  segmentBars: () => segmentBars(shop.segments, wide),
  freightByPrice: () => freightByPrice(shop.bands, wide),
  lateTrend: () => lateTrend(shop.months, wide),
  scoreTrend: () => scoreTrend(shop.months, wide),
  trendLine: () => trendLine(shares, {...wide, ...line}),
  "trendLine-phone": () => trendLine(shares, {...phone, ...line, domain: [0, 0.5]}),
  rankedBars: () => rankedBars(bars, wide),
  "rankedBars-phone": () => rankedBars(bars, phone),
  segmentMap: () => segmentMap(shop.cells, wide),
  "segmentMap-phone": () => segmentMap(shop.cells, phone),
  segmentSizes: () => segmentSizes(shop.segments, wide),
  "segmentSizes-phone": () => segmentSizes(shop.segments, phone),
  sparkline: () => sparkline(shop.months.map(({date, revenue_cents}) => ({date, value: revenue_cents})))
};

describe("every chart draws what its snapshot shows, without a warning", () => {
  it.each(Object.entries(charts))("%s", async (name, draw) => {
    await expect(drawn(draw)).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });
});

const none = null as unknown as number;
const nameless = {date: new Date("2017-01-01"), revenue_cents: none, orders: none, lateShare: null, dated: 0};
const scoreless = {date: new Date("2017-01-01"), reviewScore: NaN, reviews: 0};

const degenerate: Record<string, Draw> = {
  "revenueTrend of nothing": () => revenueTrend([], {...wide, grain: "month"}),
  "revenueTrend of one month": () => revenueTrend(shop.months.slice(0, 1), {...wide, grain: "month"}),
  "revenueTrend of missing values": () =>
    revenueTrend([nameless, {...nameless, revenue_cents: NaN}], {...wide, grain: "day"}),
  "stateTiles of nothing": () => stateTiles([], {...wide, ...money}),
  "stateTiles of one state": () => stateTiles([{state: "SP", value: 5}], {...wide, ...money}),
  "stateTiles of missing values": () =>
    stateTiles(
      ["SP", "RJ", "??"].map((state) => ({state, value: state === "SP" ? null : NaN})),
      {...wide, ...money}
    ),
  "stateTiles of equal values": () =>
    stateTiles(
      shop.states.map((row) => ({...row, value: 7})),
      {...wide, ...money}
    ),
  "categoryBars of nothing": () => categoryBars([], wide),
  "categoryBars of one category": () => categoryBars(shop.categories.slice(0, 1), wide),
  "categoryBars of no revenue": () => categoryBars([{category: "Toys", price_cents: 0}], wide),
  "categoryBars of missing values": () => categoryBars([{category: "Toys", price_cents: NaN}], wide),
  "segmentBars of nothing": () => segmentBars([], wide),
  "segmentBars of nobody": () => segmentBars([{segment: "Champions", customers: 0}], wide),
  "freightByPrice of nothing": () => freightByPrice([], wide),
  "freightByPrice of one band": () => freightByPrice(shop.bands.slice(0, 1), wide),
  "freightByPrice of an empty band": () =>
    freightByPrice([{band: 0, items: 0, price_cents: 0, freight_cents: 0}], wide),
  "lateTrend of nothing": () => lateTrend([], wide),
  "lateTrend of one month": () => lateTrend(shop.months.slice(-1), wide),
  "lateTrend of missing values": () => lateTrend([nameless], wide),
  "scoreTrend of nothing": () => scoreTrend([], wide),
  "scoreTrend of missing values": () => scoreTrend([scoreless], wide),
  "trendLine of nothing": () => trendLine([], {...wide, ...line}),
  "trendLine of too few cases": () => trendLine([{...shares[0], cases: 1}], {...wide, ...line}),
  "rankedBars of nothing": () => rankedBars([], wide),
  "rankedBars of missing values": () => rankedBars([{...bars[0], value: NaN}], wide),
  "segmentMap of nothing": () => segmentMap([], wide),
  "segmentSizes of nothing": () => segmentSizes([], wide),
  "segmentSizes of nobody": () =>
    segmentSizes([{segment: "Champions", customers: 0, monetary_cents: 0}], wide),
  "sparkline of nothing": () => sparkline([]),
  "sparkline of missing values": () => sparkline([{date: new Date("2017-01-01"), value: null}])
};

describe("no chart shows a number that is none", () => {
  it.each(Object.entries(degenerate))("%s", (_, draw) => {
    expect(drawn(draw)).toMatch(/^<svg/);
  });
});

describe("charts say what their rows say", () => {
  const texts = (element: Element) =>
    [...element.querySelectorAll("text")].map((node) => node.textContent ?? "");

  it("marks Black Friday only where the period holds it", () => {
    expect(charts["revenueTrend-month"]().textContent).toContain("Black Friday, 24 Nov 2017");
    const twoYears = Array.from({length: 24}, (_, month) => ({
      date: new Date(Date.UTC(2023, 8 + month, 1)),
      ...{revenue_cents: 1000 + month, orders: 9}
    }));
    for (const size of [wide, phone]) {
      const marks = texts(revenueTrend(twoYears, {...size, grain: "month"})).filter((text) =>
        /Friday/.test(text)
      );
      expect(marks.map((text) => text.replace(/\s*(?=\d)/, " "))).toEqual([
        "Black Friday 24 Nov 2023",
        "Black Friday 29 Nov 2024"
      ]);
    }
    const before = shop.months.filter(({date}) => date < new Date("2017-11-01"));
    expect(revenueTrend(before, {...wide, grain: "month"}).textContent).not.toContain("Black Friday");
  });

  it("sums the categories beyond the tenth, and those summed already, into one last bar", () => {
    const some = [{category: "Other categories", price_cents: 1e12}, ...shop.categories];
    const labels = texts(categoryBars(some, wide));
    expect(labels.slice(0, 11)).toEqual([
      ...shop.categories.slice(0, 10).map(({category}) => category),
      "Other categories"
    ]);
    expect(labels.filter((label) => label.includes("%"))).toHaveLength(11);
  });

  it("shows 27 tiles with their values and says none where there is none", () => {
    const labels = texts(stateTiles(shop.states.slice(0, 2), {...wide, ...money}));
    expect(labels.filter((label) => /^[A-Z]{2}$/.test(label))).toHaveLength(27);
    expect(labels.filter((label) => label === "none")).toHaveLength(25);
  });

  it("names all 25 cells of the segment map", () => {
    expect(segmentMap(shop.cells, wide).querySelectorAll("rect")).toHaveLength(25);
  });

  it("leaves months that rest on fewer than thirty cases out of lines of shares", () => {
    const few = shop.months.map((month) => ({...month, dated: 29}));
    expect(lateTrend(few, wide).querySelectorAll("circle")).toHaveLength(0);
  });

  it("names price bands by their bounds", () => {
    expect(bandName(25, 50)).toBe("R$ 25–50");
    expect(bandName(1000, undefined)).toBe("R$ 1,000 +");
  });

  it("keeps a hostile category name as text", () => {
    const hostile = "<img src=x onerror=alert(1)>";
    const chart = categoryBars([{category: hostile, price_cents: 100}], wide);
    expect(chart.querySelector("img")).toBeNull();
    expect(texts(chart)).toContain(hostile);
  });
});
