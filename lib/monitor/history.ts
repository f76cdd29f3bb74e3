import {sharesTest} from "../drift/goodnessOfFit.js";

/** A figure of a month that is judged by the months before it. */
export interface HistoryCheck {
  name: string;
  /** "ratio": the month's rate over the mean of the months before; "share": of `rows`; "limit": by itself. */
  kind: "ratio" | "share" | "limit";
  /** The month's figure, and what the months before lead to expect; null where there are none. */
  value: number;
  usual: number | null;
  /** Rows that a share is of. */
  rows: number;
  /** How far off: ratio to the usual, difference of shares, or the figure itself. */
  off: number | null;
  /** Of a share's difference, where it can be tested. */
  p: number | null;
}

/** What is counted of a month. */
export interface MonthFigures {
  /** Orders a day. */
  volume: number;
  /** Orders of the month. */
  orders: number;
  /** Hours, the longest without an order. */
  gap: number;
  /** Days from the last order to the day that the month is judged on. */
  age: number;
  /** Rows with a fault and rows looked at, by what is looked for. */
  faults: Readonly<Record<string, readonly [failing: number, rows: number]>>;
}

/** How many months before are looked back on. */
const volumeMonths = 3;
const faultMonths = 6;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The checks of a month against the months before it, and nothing later: orders a day against the last three months,
 * faults against the last six.
 * @param before the months before, the earliest first
 * @example historyChecks({volume: 30, orders: 900, gap: 9, age: 0, faults: {}}, [])[0].usual => null
 */
export function historyChecks(month: MonthFigures, before: readonly MonthFigures[]): HistoryCheck[] {
  const recent = before.slice(-volumeMonths).map(({volume}) => volume);
  const usual = recent.length ? mean(recent) : null;
  const faults = Object.entries(month.faults).map(([name, [failing, rows]]): HistoryCheck => {
    const past = before.slice(-faultMonths).flatMap(({faults}) => (name in faults ? [faults[name]] : []));
    const [failed, seen] = [past.reduce((sum, [n]) => sum + n, 0), past.reduce((sum, [, n]) => sum + n, 0)];
    const expected = seen ? failed / seen : null;
    const value = rows ? failing / rows : 0;
    return {
      ...{name, kind: "share", value, usual: expected, rows},
      off: expected === null || !rows ? null : value - expected,
      p: sharesTest([failed, seen], [failing, rows])?.p ?? null
    };
  });
  const limit = (name: string, value: number): HistoryCheck => ({
    ...{name, kind: "limit", value, usual: null, rows: month.orders, off: value, p: null}
  });
  return [
    {
      ...{name: "orders a day", kind: "ratio", value: month.volume, usual, rows: month.orders},
      ...{off: usual ? month.volume / usual : null, p: null}
    },
    limit("days since the last order", month.age),
    limit("hours without an order", month.gap),
    ...faults
  ];
}
