import {formatCount, formatShare} from "../../lib/format.js";
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
