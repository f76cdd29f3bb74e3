import {formatCount, formatDecimal} from "../format.js";
import {briefSpecs} from "../learn/families.js";
import {shopSpecs} from "../learn/shopSpecs.js";
import type {Manifest} from "../marts/manifest.js";

/** Of the tables' sizes, as much as tells how loyal a shop's customers are. */
export type Tables = Pick<Manifest, "marts">;

export const peopleIn = ({marts}: Tables): number => marts.customers.rows;

/** From this share on nearly everybody is lost. */
export const nearlyAll = 0.9;

/**
 * The share of people who have ordered once only, at the least: no more can have come back than there are orders
 * beyond each one's first.
 */
export const leastLost = (about: Tables): number =>
  Math.max(0, 1 - (about.marts.orders.rows - peopleIn(about)) / Math.max(1, peopleIn(about)));

/** Says where a shop is so small that parameters start elsewhere than the brief's; null where they do not. */
export function smallShopText(about: Tables): string | null {
  const {logistic, forest} = shopSpecs(peopleIn(about));
  const changed = [
    logistic.C === briefSpecs.logistic.C ? null : `C at ${formatDecimal(logistic.C)}`,
    forest.minLeafRows === briefSpecs.forest.minLeafRows
      ? null
      : `trees at ${formatCount(forest.minLeafRows)} rows in a leaf`
  ].filter((part) => part !== null);
  return changed.length
    ? `For a shop of ${formatCount(peopleIn(about))} people, parameters start milder than the brief’s: ${changed.join(", ")}.`
    : null;
}
