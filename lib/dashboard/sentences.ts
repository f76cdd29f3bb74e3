import {formatMoney, formatMoneyShort, formatDay, formatMonth, formatNumber, formatShare} from "../format.js";
import type {Grain, TrendPoint} from "./trend.js";

const largest = <T>(rows: readonly T[], value: (row: T) => number): T | undefined =>
  rows.reduce<T | undefined>(
    (best, row) => (best === undefined || value(row) > value(best) ? row : best),
    undefined
  );

const total = <T>(rows: readonly T[], value: (row: T) => number) =>
  rows.reduce((sum, row) => sum + value(row), 0);

/** Titles that say what a chart shows, made from what it draws; each has a plain form for when there is nothing. */
export const sentences = {
  revenue(points: readonly TrendPoint[], grain: Grain): string {
    const peak = largest(points, ({revenue_cents}) => revenue_cents);
    if (!peak) return `Revenue by ${grain}`;
    const when = grain === "month" ? `in ${formatMonth(peak.date)}` : `on ${formatDay(peak.date)}`;
    return `Revenue by ${grain} is highest ${grain === "week" ? `in the week of ${formatDay(peak.date)}` : when}, at ${formatMoneyShort(peak.revenue_cents)}`;
  },

  states(
    rows: readonly {state: string; value: number}[],
    name: (state: string) => string,
    sum = total(rows, ({value}) => value)
  ): string {
    const first = largest(rows, ({value}) => value);
    if (!first || sum <= 0) return "Revenue by state";
    if (rows.length === 1) return `Revenue in ${name(first.state)}`;
    return `${name(first.state)} brings ${formatShare(first.value / sum, 0)} of the revenue`;
  },

  categories(rows: readonly {category: string; price_cents: number}[], others: string): string {
    const named = rows.filter(({category}) => category !== others);
    const first = largest(named, ({price_cents}) => price_cents);
    const sum = total(rows, ({price_cents}) => price_cents);
    if (!first || sum <= 0) return "Revenue by category";
    if (rows.length === 1) return `All revenue by category: ${first.category}`;
    const share = formatShare(total(named, ({price_cents}) => price_cents) / sum, 0);
    return `${first.category} earns most of the shop's largest categories, which earn ${share} together`;
  },

  segments(rows: readonly {segment: string; customers: number}[]): string {
    const first = largest(rows, ({customers}) => customers);
    const sum = total(rows, ({customers}) => customers);
    return first && sum > 0
      ? `${formatShare(first.customers / sum, 0)} of customers are ${first.segment}, the largest segment`
      : "Customers by segment";
  },

  freight(rows: readonly {price_cents: number; freight_cents: number}[]): string {
    const sold = rows.filter(({price_cents}) => price_cents > 0);
    const [first, last] = [sold.at(0), sold.at(-1)];
    if (!first || !last || first === last) return "Freight by price";
    const share = (row: {price_cents: number; freight_cents: number}) =>
      formatShare(row.freight_cents / row.price_cents, 0);
    return `Freight adds ${share(first)} to the cheapest items and ${share(last)} to the most expensive`;
  },

  late(points: readonly TrendPoint[], fewest: number): string {
    const worst = largest(
      points.filter(({dated, lateShare}) => dated >= fewest && lateShare !== null),
      ({lateShare}) => lateShare ?? 0
    );
    return worst
      ? `Lateness is worst for orders of ${formatMonth(worst.date)}: ${formatShare(worst.lateShare)} came late`
      : "Share of orders delivered late";
  },

  score(points: readonly TrendPoint[], fewest: number): string {
    const worst = largest(
      points.filter(({reviews, reviewScore}) => reviews >= fewest && reviewScore !== null),
      ({reviewScore}) => -(reviewScore ?? 0)
    );
    return worst
      ? `Buyers are least content with orders of ${formatMonth(worst.date)}: ${formatNumber(worst.reviewScore, 2)} stars`
      : "Mean review score";
  }
} as const;

/** The mean freight of an order line, for a note. @example meanFreight([{items: 2, freight_cents: 4000}]) => "R$ 20.00" */
export const meanFreight = (rows: readonly {items: number; freight_cents: number}[]): string => {
  const items = total(rows, (row) => row.items);
  return formatMoney(items > 0 ? total(rows, (row) => row.freight_cents) / items : null);
};
