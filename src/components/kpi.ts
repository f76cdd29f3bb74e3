import {html} from "npm:htl";
import {formatNumber, formatShare, withUnit} from "../lib/format.js";
import type {TrendValue} from "./charts/sparkline.js";
import {sparkline, trendInWords} from "./charts/sparkline.js";

/** How a change is told: as a share of the value before, in percentage points, or in the value's own unit. */
export type ChangeKind = "relative" | "points" | "absolute";

export interface Change {
  /** With its sign: "+12,3 %". */
  text: string;
  /** Without signs, for screen readers: "up 12,3 %". */
  words: string;
  tone: "good" | "bad" | "even";
}

export interface KpiOptions {
  label: string;
  value: number | null;
  format: (value: number | null) => string;
  /** What the value is, in a sentence. */
  definition: string;
  /** What was counted: "98.207 orders". */
  counted: string;
  /** The latest stretch of the value, the stretch that it is compared with, and when that was: "Jun 2017". */
  recent?: {value: number | null; before: number | null; period: string};
  change?: ChangeKind;
  /** Which way is good; without it, neither is. */
  better?: "higher" | "lower";
  /** The value over time, oldest first. */
  trend?: readonly TrendValue[];
}

const units: Record<ChangeKind, (difference: number) => string> = {
  relative: (share) => formatShare(share),
  points: (share) => withUnit(formatNumber(share * 100, 1), "pp"),
  absolute: (difference) => formatNumber(difference, 2)
};

/**
 * The change from one value to another, told with its direction; null where there is nothing to compare.
 * @example changeOf(110, 100, "relative", "higher") => {text: "+10,0 %", words: "up 10,0 %", tone: "good"}
 */
export function changeOf(
  now: number | null,
  before: number | null,
  kind: ChangeKind,
  better?: "higher" | "lower"
): Change | null {
  if (now === null || before === null || (kind === "relative" && before === 0)) return null;
  const difference = kind === "relative" ? (now - before) / Math.abs(before) : now - before;
  if (!Number.isFinite(difference * 100)) return null;
  const size = units[kind](Math.abs(difference));
  if (size === units[kind](0)) return {text: `±${size}`, words: "unchanged", tone: "even"};
  const up = difference > 0;
  const tone = better === undefined ? "even" : up === (better === "higher") ? "good" : "bad";
  return {text: `${up ? "+" : "−"}${size}`, words: `${up ? "up" : "down"} ${size}`, tone};
}

function changeLine({recent, change = "relative", better, format}: KpiOptions): HTMLElement | null {
  if (!recent) return null;
  const {value, before, period} = recent;
  const told = changeOf(value, before, change, better);
  if (!told) return html`<p class="kpi-change" data-tone="even">Nothing to compare with in ${period}</p>`;
  const arrow = told.words === "unchanged" ? "" : told.words.startsWith("up") ? "▲" : "▼";
  const verdict = {good: ", better", bad: ", worse", even: ""}[told.tone];
  return html`<p class="kpi-change" data-tone=${told.tone}>
    <span class="kpi-delta"
      ><span aria-hidden="true">${arrow} ${told.text}</span
      ><span class="visually-hidden">${told.words}${verdict}</span></span
    >: ${format(value)} after ${format(before)} in ${period}
  </p>`;
}

/**
 * A card with a figure: its value, the change of its latest stretch, its trend, what it means and what was counted.
 * @example kpi({label: "Orders", value: 99441, format: formatCount, definition: "…", counted: "99.441 orders"})
 */
export function kpi(options: KpiOptions): HTMLElement {
  const {label, value, format, definition, counted, trend} = options;
  const drawn = trend?.some((point) => point.value !== null && Number.isFinite(point.value));
  return html`<section class="card kpi" aria-label=${label}>
    <h2>${label}</h2>
    <p class="kpi-value">${format(value)}</p>
    ${changeLine(options)}
    ${
      trend && drawn
        ? html`<div class="kpi-trend">
            ${sparkline(trend)}<span class="visually-hidden">Trend: ${trendInWords(trend, format)}</span>
          </div>`
        : null
    }
    <details class="kpi-definition">
      <summary>What is counted<span class="visually-hidden"> in ${label}</span></summary>
      <p>${definition}</p>
      <p>${counted} counted.</p>
    </details>
  </section>`;
}
