import * as Plot from "npm:@observablehq/plot";
import {
  currencySign,
  formatCount,
  formatMoneyWhole,
  formatNumber,
  formatShare,
  shortMoney
} from "../../lib/format.js";
import type {ProfitPoint} from "../../lib/decide/profitCurve.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";
import {tickDecimals} from "./tickDecimals.js";

/** A point of the curve that is to be named. */
export interface ProfitMark {
  flagged: number;
  threshold: number | null;
  /** In cents. */
  profit: number;
}

interface ProfitOptions extends Size {
  /** What runs along the bottom: customers contacted, from the highest score, or the lowest score contacted. */
  by: "rows" | "threshold";
  best?: ProfitMark;
  /** Contacts that there is room for; drawn by rows only. */
  capacity?: number;
  /** What the reader chose. */
  chosen?: ProfitMark;
}

/** Cents in few letters, with a minus where they are a loss. */
const money = (cents: number): string =>
  (cents < 0 ? "−" : "") +
  (Math.abs(cents) < 100_000 ? formatCount(Math.abs(cents) / 100) : shortMoney(Math.abs(cents)));

const anchors = ["start", "middle", "end"] as const;

/** The profit by customers contacted or by threshold with its bootstrap band, the best and the chosen point marked. */
export function profitCurve(
  rows: readonly ProfitPoint[],
  {width, by, best, chosen, capacity}: ProfitOptions
): Element {
  const x = by === "rows" ? "flagged" : "threshold";
  const points = rows.filter((row) => drawable(row[x]) && drawable(row.profit));
  const ends = points.map((row) => row[x] ?? 0);
  const [left, right] = [Math.min(...ends), Math.max(...ends)];
  const ticks = isNarrow({width}) ? 4 : 8;
  const decimals = tickDecimals(left, right, ticks);
  const stroke = color("accent");
  const marks = (mark: ProfitMark | undefined) => (mark && drawable(mark[x]) ? [mark] : []);
  const where = ({flagged, threshold}: ProfitMark) =>
    by === "rows" ? `${formatCount(flagged)} contacts` : `threshold ${formatNumber(threshold, decimals)}`;
  const named = (mark: ProfitMark | undefined, name: string, fill: string, dy: number) =>
    marks(mark).flatMap((it) => [
      Plot.dot([it], {x, y: "profit", fill, r: 5}),
      Plot.text([it], {
        x,
        y: "profit",
        text: () => `${name}: ${formatMoneyWhole(it.profit)} at ${where(it)}`,
        textAnchor: anchors[Math.min(2, Math.floor((3 * ((it[x] ?? 0) - left)) / (right - left || 1)))],
        dy,
        fontWeight: 600,
        stroke: color("card"),
        strokeWidth: 4,
        fill
      })
    ]);
  return Plot.plot({
    width,
    height: isNarrow({width}) ? 260 : 320,
    marginLeft: 60,
    marginRight: 20,
    marginTop: 32,
    marginBottom: 38,
    x: {
      label: by === "rows" ? "Customers contacted, from the highest score" : "Lowest score that is contacted",
      ticks,
      tickFormat: (value: number) => (by === "rows" ? formatCount(value) : formatNumber(value, decimals))
    },
    y: {
      label: `Profit, ${currencySign}`,
      zero: true,
      nice: true,
      grid: true,
      ticks: 5,
      tickFormat: money
    },
    marks: [
      Plot.areaY(points, {x, y1: "low", y2: "high", fill: stroke, fillOpacity: 0.15}),
      Plot.ruleY([0], {stroke: color("muted")}),
      Plot.lineY(points, {x, y: "profit", stroke, strokeWidth: 2}),
      ...(by === "rows" && drawable(capacity)
        ? [
            Plot.ruleX([capacity], {stroke: color("muted"), strokeDasharray: "4,3"}),
            Plot.text([capacity], {
              x: (at: number) => at,
              frameAnchor: "bottom",
              text: () => "capacity",
              textAnchor: capacity < (left + right) / 2 ? "start" : "end",
              dx: capacity < (left + right) / 2 ? 4 : -4,
              dy: -6,
              stroke: color("card"),
              strokeWidth: 4,
              fill: color("muted")
            })
          ]
        : []),
      ...named(chosen, "chosen", color("bad"), 16),
      ...named(best, "best", color("ink"), -14),
      Plot.tip(
        points,
        Plot.pointerX({
          x,
          y: "profit",
          fill: color("card"),
          title: (row: ProfitPoint) =>
            [
              `${formatCount(row.flagged)} contacts (${formatShare(row.share)})`,
              row.threshold === null ? "" : `score from ${formatNumber(row.threshold, 3)}`,
              formatMoneyWhole(row.profit),
              `95 % interval ${formatMoneyWhole(row.low)} to ${formatMoneyWhole(row.high)}`
            ]
              .filter(Boolean)
              .join("\n")
        })
      )
    ]
  });
}
