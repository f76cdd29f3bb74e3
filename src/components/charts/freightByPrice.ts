import * as Plot from "npm:@observablehq/plot";
import {currencySign, formatCount, formatMoney, formatShare} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";

/** A price band by its lower bound in BRL, cheapest first: order lines, their prices and freight in cents. */
export interface PriceBand {
  band: number;
  items: number;
  price_cents: number;
  freight_cents: number;
}

const measures = [
  {
    name: "Share of the price",
    of: (row: PriceBand) => row.freight_cents / row.price_cents,
    format: formatShare
  },
  {name: "Freight per line", of: (row: PriceBand) => row.freight_cents / row.items, format: formatMoney}
] as const;

/** Names a band by its bounds. @example bandName(25, 50) => "R$ 25–50" */
export const bandName = (from: number, to: number | undefined): string =>
  to === undefined
    ? `${currencySign} ${formatCount(from)} +`
    : `${currencySign} ${formatCount(from)}–${formatCount(to)}`;

const [left, right] = [88, 4];

/** What freight adds to cheap and to dear things: as a share of the price, and as an amount, by price band. */
export function freightByPrice(rows: readonly PriceBand[], {width}: Size): Element {
  const bands = rows.filter(({items, price_cents}) => items > 0 && price_cents > 0);
  const data = measures.flatMap(({name, of, format}) => {
    const most = bands.reduce((max, row) => Math.max(max, of(row)), 0) || 1;
    return bands.map((row) => ({
      measure: name,
      band: bandName(row.band, rows[rows.indexOf(row) + 1]?.band),
      length: of(row) / most,
      text: format(of(row)),
      items: row.items
    }));
  });
  const y = {fx: "measure", y: "band"} as const;
  const panel = 0.47 * (width - left - right);
  const label = data.reduce((most, {text}) => Math.max(most, text.length), 0) * 7 + 8;
  return Plot.plot({
    width,
    height: bands.length * 27 + 34,
    marginTop: 30,
    marginBottom: 4,
    marginLeft: left,
    marginRight: right,
    fx: {domain: measures.map(({name}) => name), label: null, padding: 0.06, axis: "top", tickSize: 0},
    x: {axis: null, domain: [0, panel / Math.max(panel / 3, panel - label)]},
    y: {domain: [...new Set(data.map(({band}) => band))], label: null, tickSize: 0, padding: 0.25},
    style: {fontSize: "11.5px"},
    marks: [
      Plot.barX(data, {...y, x: "length", fill: color("accent"), rx2: 2}),
      Plot.text(data, {...y, x: "length", text: "text", textAnchor: "start", dx: 5})
    ]
  });
}
