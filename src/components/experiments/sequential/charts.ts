import type {Method} from "../../../lib/experiments/sequential/peeking.js";
import type {CalledByLook} from "../../../lib/experiments/sequential/peekingSummary.js";
import {calledByLook} from "../../../lib/experiments/sequential/peekingSummary.js";
import {formatCount, formatShare} from "../../../lib/format.js";
import {chart} from "../../chart.js";
import {calledLines} from "../../charts/calledLines.js";
import {stopBars} from "../../charts/stopBars.js";
import {table} from "../../table.js";
import type {PeekingOutcome} from "./run.js";
import {methodColumns, methodNames, methodRows} from "./text.js";

/** Rows for a chart to draw in a turn of its own, so that several do not hold up the page together. */
export const soon = <T>(rows: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(rows)));

/** The share of simulated tests called significant so far, by look, for each way of reading them. */
export function calledChart({peeked, options, theory}: PeekingOutcome): HTMLElement {
  const none = options.effect === 0;
  const naive = peeked.tallies.naive.stops.reduce((sum, count) => sum + count, 0) / peeked.runs;
  return chart<CalledByLook>({
    name: "sequential-called",
    title: none
      ? `Naive peeking raises ${formatShare(naive)} false alarms by look ${formatCount(options.looks)}`
      : `Naive peeking calls ${formatShare(naive)} of the tests by look ${formatCount(options.looks)}`,
    note: `Share of simulated tests called significant up to and with each look${none ? ", none of which has any difference: false alarms. Dashed: alpha; dotted: naive peeking by theory (Armitage, McPherson and Rowe 1969)" : ", all of which have the same true effect: power"}. Bands: 95 % Wilson intervals.`,
    data: soon(calledByLook(peeked)),
    counted: () => `${formatCount(peeked.runs)} simulated tests`,
    columns: {
      method: {label: "Read by", format: (method: Method) => methodNames[method]},
      look: {label: "Look"},
      share: {label: "Share called", format: (value: number) => formatShare(value, 2)},
      low: {label: "From", format: (value: number) => formatShare(value, 2)},
      high: {label: "To (95 %)", format: (value: number) => formatShare(value, 2)},
      runs: {label: "Tests"}
    },
    render: (rows, {width}) =>
      calledLines(rows, {
        width,
        names: methodNames,
        looks: options.looks,
        alpha: none ? options.alpha : null,
        theory: [...theory]
      })
  });
}

/** When naive peeking stopped: tests by the look of the stop. */
export function stopsChart({peeked, options, summary}: PeekingOutcome): HTMLElement {
  const medianLook = summary.find(({method}) => method === "naive")?.medianLook ?? null;
  const {stops} = peeked.tallies.naive;
  const wide = Math.ceil(options.looks / 50);
  const rows = Array.from({length: Math.ceil(options.looks / wide)}, (_, i) => {
    const [first, last] = [i * wide, Math.min(options.looks, (i + 1) * wide)];
    return {
      from: first + 1,
      to: last,
      tests: stops.slice(first, last).reduce((sum, count) => sum + count, 0)
    };
  });
  const stopped = rows.reduce((sum, {tests}) => sum + tests, 0);
  return chart({
    name: "sequential-stops",
    title:
      medianLook === null
        ? "Naive peeking stopped no test"
        : `Half of the stops of naive peeking come by look ${formatCount(medianLook)} of ${formatCount(options.looks)}`,
    note: `Tests that naive peeking stopped, by the look${wide > 1 ? `s (${wide} a bar)` : ""} of the stop.`,
    data: soon(stopped ? rows : []),
    counted: () => `${formatCount(stopped)} of ${formatCount(peeked.runs)} simulated tests`,
    empty: "No test was stopped: simulate more of them, or with more users.",
    columns: {from: {label: "From look"}, to: {label: "To look"}, tests: {label: "Tests stopped"}},
    render: (bars, {width}) => stopBars(bars, {width, looks: options.looks})
  });
}

/** What came of each way of reading the same tests, a row each. */
export const methodTable = (outcome: PeekingOutcome): HTMLElement =>
  table(methodRows(outcome), {caption: "The same tests, read in five ways", columns: methodColumns});
