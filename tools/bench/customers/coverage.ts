import {formatCount, formatShare} from "../../../lib/format.js";
import {wilsonInterval} from "../../../lib/metrics/wilsonInterval.js";
import {say, time} from "../churn/parts.js";
import type {Held} from "./trials.js";
import {countHeld, intervalTrials} from "./trials.js";

const nominal = 0.95;

function told({held, of, none}: Held): string {
  const interval = wilsonInterval(held, of);
  if (!interval) return `no interval in ${formatCount(none)} runs`;
  const {low, high} = interval;
  const said = low > nominal ? "above 95 %" : high < nominal ? "BELOW 95 %" : "agrees with 95 %";
  const without = none ? `; ${formatCount(none)} more runs gave no interval` : "";
  return `${formatCount(held)} of ${formatCount(of)}, ${formatShare(held / of)} [${formatShare(low)} to ${formatShare(high)}: ${said}]${without}`;
}

/**
 * How often the 95 % intervals of the pages about customers hold the truth, on simulated data; each share with its own
 * 95 % interval (Wilson).
 * @param times simulations of the slow ones; the fast ones get 20 times as many
 */
export function benchCoverage(times: number): void {
  const started = performance.now();
  say("How often 95 % intervals hold the truth");
  for (const {trial, times: factor} of intervalTrials)
    for (const [name, held] of countHeld(trial, factor * times, 21)) console.log(`  ${name}: ${told(held)}`);
  console.log(`  all in ${time(performance.now() - started)}`);
}
