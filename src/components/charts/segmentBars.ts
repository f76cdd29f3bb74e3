import {formatCount, formatShare} from "../../lib/format.js";
import {segmentColor} from "../colors.js";
import {rankedBars} from "./rankedBars.js";
import type {Size} from "./size.js";

/** A segment's name and how many customers it has. */
export interface SegmentCustomers {
  segment: string;
  customers: number;
}

/** Customers by segment, from the best segment to the one longest gone, each with its share. */
export function segmentBars(rows: readonly SegmentCustomers[], {width}: Size): Element {
  const total = rows.reduce((sum, {customers}) => sum + customers, 0);
  const bars = segmentColor.keys.flatMap((segment) => {
    const row = rows.find((candidate) => candidate.segment === segment);
    if (!row) return [];
    const share = formatShare(total > 0 ? row.customers / total : null);
    return [
      {
        label: segment,
        value: row.customers,
        text: `${formatCount(row.customers)} · ${share}`,
        fill: segmentColor(segment)
      }
    ];
  });
  return rankedBars(bars, {width});
}
