import type {PathPoint} from "../../../lib/experiments/sequential/peekingPath.js";
import {formatCount, formatFine} from "../../../lib/format.js";
import {chart} from "../../chart.js";
import {lookPath} from "../../charts/lookPath.js";
import {soon} from "./charts.js";
import type {PeekingOutcome} from "./run.js";

/** A simulated test as its reader sees it, with the usual interval and the confidence sequence. */
export function pathChart({shown: {run, fooled, path}, options}: PeekingOutcome): HTMLElement {
  const every = Math.max(1, Math.floor(path.length / 250));
  const rows = path.filter((_, i) => i % every === 0 || i + 1 === path.length);
  const stop = path.find(({naiveLow, naiveHigh}) => naiveLow > 0 || naiveHigh < 0);
  const points = (value: number) => formatFine(100 * value);
  const cap = Math.max(
    ...path.slice(Math.floor(path.length / 10)).map(({low, high}) => Math.max(-low, high)),
    0
  );
  return chart<PathPoint>({
    name: "sequential-path",
    title:
      fooled && stop
        ? `Naive peeking stops test ${formatCount(run + 1)} at look ${formatCount(stop.look)}`
        : `Test ${formatCount(run + 1)}, look by look`,
    note: `The difference of rates so far, in percentage points, in one of the simulated tests${fooled ? ", the first that naive peeking stops early" : ""}. Inner band: the usual interval, as if each look were the only one; outer band: the confidence sequence, which holds at all looks at once. Dashed: the true difference; the widest first looks are cut off.`,
    data: soon(rows),
    counted: () => `${formatCount(2 * (path.at(-1)?.users ?? 0))} simulated users`,
    empty: "Nothing could be measured in this test: simulate with more users.",
    columns: {
      look: {label: "Look"},
      users: {label: "Users per arm"},
      difference: {label: "Difference, pp", format: points},
      naiveLow: {label: "Usual interval from", format: points},
      naiveHigh: {label: "to", format: points},
      low: {label: "Sequence from", format: points},
      high: {label: "to", format: points}
    },
    render: (drawn, {width}) =>
      lookPath(drawn, {
        width,
        looks: options.looks,
        effect: options.effect,
        cap,
        stop: fooled ? stop : undefined
      })
  });
}
