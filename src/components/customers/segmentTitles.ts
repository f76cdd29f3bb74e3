import {formatCount, formatShare} from "../../lib/format.js";
import {lacks, paidOrder} from "../../lib/shop.js";
import type {Cell, SegmentTotal} from "../../lib/retention/segmentCells.js";

/** What the map of the scores shows. @example mapTitle([], false) => "Nobody to score" */
export function mapTitle(cells: readonly Cell[], repeatOnly: boolean): string {
  const people = cells.reduce((total, {customers}) => total + customers, 0);
  if (people === 0) return "Nobody to score";
  const repeated = cells.reduce((total, {orders, customers}) => total + (orders > 1 ? customers : 0), 0);
  const again = `${formatShare(repeated / people)} of ${formatCount(people)} customers ordered more than once`;
  return repeatOnly ? again : `${again}; among equals, spend decides the column`;
}

/** Which segment brings most beyond its number. @example sizesTitle([]) => "Nobody to share the revenue" */
export function sizesTitle(totals: readonly SegmentTotal[]): string {
  const people = totals.reduce((total, {customers}) => total + customers, 0);
  const cents = totals.reduce((total, {monetary_cents}) => total + monetary_cents, 0);
  if (people === 0 || cents === 0) return "Nobody to share the revenue";
  const beyond = ({customers, monetary_cents}: SegmentTotal) => monetary_cents / cents - customers / people;
  const most = totals.reduce((best, row) => (beyond(row) > beyond(best) ? row : best));
  return `${most.segment}: ${formatShare(most.customers / people)} of customers, ${formatShare(most.monetary_cents / cents)} of the revenue`;
}

/** How the map scores people. @param day until when, as it is written on the page */
export const mapNote = (day: string, repeatOnly: boolean): string =>
  `${paidOrder.title} bought before ${day}. ${
    repeatOnly
      ? "R is a midrank quintile of all customers; across, 1, 2, 3 and 4 or more orders score 1, 3, 4 and 5, and nobody scores 2."
      : "R, and F then M, are midrank quintiles of all customers, so people with equal values get equal scores."
  }`;

/** What a segment's revenue is. @param day until when, as it is written on the page */
export const sizesNote = (day: string): string =>
  `Revenue: item prices of the ${paidOrder.many} that these people bought before ${day}.`;

/** What the scores know of the time after the cutoff. */
export const lookBackText = `Scores look back only: orders after the cutoff do not count${
  lacks("outcomes")
    ? "."
    : ", with one exception that no table can avoid: whether an order was delivered is known at the end of the data, not at the cutoff."
}`;
