import type {Interval} from "../../metrics/percentileInterval.js";
import {wilsonInterval} from "../../metrics/wilsonInterval.js";
import type {Method, Peeked, PeekingOptions, Tally} from "./peeking.js";
import {methods} from "./peeking.js";

/** What came of reading all tests by one method. */
export interface MethodSummary {
  method: Method;
  /** Tests called significant at some look, and their share with its 95 % Wilson interval. */
  called: number;
  share: number;
  interval: Interval;
  /** Mean share of all users that a test has had when it ends, stopped or not. */
  users: number;
  /** Median look of the stops; `null` without any. */
  medianLook: number | null;
  /** Mean size of the difference of rates at the stops, whichever way; `null` without any. */
  meanSize: number | null;
  /** Mean difference at the stops over the true one; `null` without stops or without an effect. */
  exaggeration: number | null;
  /** Of the stops, the share that points the wrong way; `null` without stops or without an effect. */
  wrongWay: number | null;
}

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

/**
 * What came of each method.
 * @example peekingSummary(peeked, options)[0] => {method: "naive", share: 0.19, interval: {low: 0.18, high: 0.2}, ...}
 */
export function peekingSummary(peeked: Peeked, options: PeekingOptions): MethodSummary[] {
  const {effect, looks, usersPerLook} = options;
  return methods.map((method) => {
    const tally = peeked.tallies[method];
    const called = total(tally.stops);
    const perUser = (sums: Float64Array) =>
      sums.reduce((sum, value, look) => sum + value / (usersPerLook * (look + 1)), 0) / called;
    const early = tally.stops.reduce((sum, stops, look) => sum + stops * (1 - (look + 1) / looks), 0);
    const ahead = total(tally.ahead) / called;
    const any = called > 0;
    return {
      method,
      called,
      share: called / peeked.runs,
      interval: wilsonInterval(called, peeked.runs) ?? {low: 0, high: 1},
      users: 1 - early / peeked.runs,
      medianLook: any ? medianLook(tally, called) : null,
      meanSize: any ? perUser(tally.sizes) : null,
      exaggeration: any && effect !== 0 ? perUser(tally.differences) / effect : null,
      wrongWay: any && effect !== 0 ? (effect > 0 ? 1 - ahead : ahead) : null
    };
  });
}

function medianLook({stops}: Tally, called: number): number {
  let seen = 0;
  return stops.findIndex((count) => (seen += count) >= called / 2) + 1;
}

/** A method's share of tests called up to and with a look. */
export interface CalledByLook {
  method: Method;
  look: number;
  share: number;
  low: number;
  high: number;
  runs: number;
}

/**
 * The share of tests called significant so far, by method and look; of many looks about a hundred.
 * @example calledByLook(peeked).find(({method, look}) => method === "naive" && look === 5).share => 0.142
 */
export function calledByLook(peeked: Peeked): CalledByLook[] {
  const looks = peeked.tallies.naive.stops.length;
  const every = Math.max(1, Math.floor(looks / 100));
  return methods.flatMap((method) => {
    let sum = 0;
    const rows: CalledByLook[] = [];
    peeked.tallies[method].stops.forEach((count, i) => {
      sum += count;
      if ((i + 1) % every !== 0 && i !== 0 && i + 1 !== looks) return;
      const {low, high} = wilsonInterval(sum, peeked.runs) ?? {low: 0, high: 1};
      rows.push({method, look: i + 1, share: sum / peeked.runs, low, high, runs: peeked.runs});
    });
    return rows;
  });
}
