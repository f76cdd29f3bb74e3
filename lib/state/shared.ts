import {placeCodes} from "./placeCodes.js";
import {choice, day, month} from "./parameters.js";

/** What the shared filters take their defaults and bounds from: ISO times of the manifest. */
export interface Span {
  first_purchase: string;
  last_purchase: string;
  cutoff: string;
}

/**
 * The filters that pages share, for a page's declaration to spread in: `from` and `to` (months, both included),
 * `state` (a place as orders name it, or "all") and `cutoff` (a day, exclusive).
 * @example {...sharedParameters(await manifest()), top: integer(10, {min: 1, max: 50})}
 */
export function sharedParameters({first_purchase, last_purchase, cutoff}: Span) {
  const months = {min: first_purchase.slice(0, 7), max: last_purchase.slice(0, 7)};
  const ends = [cutoff, last_purchase].map((time) => time.slice(0, 10)).sort();
  return {
    from: month(months.min, months),
    to: month(months.max, months),
    state: choice("all", ["all", ...placeCodes]),
    cutoff: day(cutoff.slice(0, 10), {min: first_purchase.slice(0, 10), max: ends[1]})
  };
}

export const sharedNames = ["from", "to", "state", "cutoff"] as const;

const monthShape = (text: string) => /^\d{4}-\d\d$/.test(text);
const shapes: Record<(typeof sharedNames)[number], (text: string) => boolean> = {
  from: monthShape,
  to: monthShape,
  state: (text) => /^[A-Z]{2}$/.test(text) || placeCodes.includes(text),
  cutoff: (text) => /^\d{4}-\d\d-\d\d$/.test(text)
};

/**
 * The shared filters of an address that have the shape of one, in their order.
 * @example sharedEntries("?top=3&state=SP&from=now") => [["state", "SP"]]
 */
export function sharedEntries(search: string): [string, string][] {
  const given = new URLSearchParams(search);
  return sharedNames.flatMap((name) => {
    const text = given.get(name);
    return text !== null && shapes[name](text) ? [[name, text] satisfies [string, string]] : [];
  });
}
