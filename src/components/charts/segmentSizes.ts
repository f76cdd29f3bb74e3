import * as Plot from "npm:@observablehq/plot";
import {formatShare} from "../../lib/format.js";
import {color, segmentColor} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** A segment's customers and what they spent, in cents. */
export interface SegmentSize {
  segment: string;
  customers: number;
  monetary_cents: number;
}

/** Each segment's share of customers (ring) beside its share of revenue (dot): who pays more than their number says. */
export function segmentSizes(rows: readonly SegmentSize[], {width}: Size): Element {
  const sum = (read: (row: SegmentSize) => number) => rows.reduce((total, row) => total + read(row), 0);
  const [customers, cents] = [sum((row) => row.customers), sum((row) => row.monetary_cents)];
  const data = segmentColor.keys.flatMap((segment) => {
    const row = rows.find((candidate) => candidate.segment === segment);
    return row && customers > 0 && cents > 0
      ? [{segment, people: row.customers / customers, money: row.monetary_cents / cents}]
      : [];
  });
  type Datum = (typeof data)[number];
  const narrow = isNarrow({width});
  const rowHeight = narrow ? 42 : 30;
  const y = {y: "segment", dy: narrow ? 8 : 0} as const;
  const fill = ({segment}: Datum) => segmentColor(segment);
  const shareText = (of: "people" | "money", rising: boolean) =>
    Plot.text(
      data.filter(({people, money}) => money >= people === rising),
      {
        ...y,
        x: of,
        text: (row: Datum) => formatShare(row[of]),
        ...((of === "money") === rising ? {textAnchor: "start", dx: 9} : {textAnchor: "end", dx: -9})
      }
    );
  return Plot.plot({
    width,
    height: data.length * rowHeight + 34,
    marginTop: 30,
    marginBottom: 4,
    marginLeft: narrow ? 48 : 186,
    marginRight: 52,
    style: {fontSize: "11.5px"},
    x: {
      axis: null,
      domain: [0, data.reduce((most, {people, money}) => Math.max(most, people, money), 0) || 1]
    },
    y: {type: "band", axis: null, domain: data.map(({segment}) => segment), padding: 0},
    marks: [
      Plot.text(["○ share of customers   ● share of revenue"], {
        frameAnchor: "top-left",
        dx: narrow ? -46 : 0,
        dy: -24,
        fill: color("muted"),
        text: (text: string) => text
      }),
      Plot.text(data, {
        y: "segment",
        dy: narrow ? -10 : 0,
        frameAnchor: "left",
        textAnchor: narrow ? "start" : "end",
        dx: narrow ? -46 : -56,
        text: "segment",
        fontSize: 12
      }),
      Plot.link(data, {
        y1: "segment",
        y2: "segment",
        dy: y.dy,
        x1: "people",
        x2: "money",
        stroke: fill,
        strokeWidth: 2.5
      }),
      Plot.dot(data, {...y, x: "people", r: 5, fill: color("card"), stroke: fill, strokeWidth: 2.5}),
      Plot.dot(data, {...y, x: "money", r: 6, fill}),
      shareText("people", true),
      shareText("money", true),
      shareText("people", false),
      shareText("money", false)
    ]
  });
}
