import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {DailyRow, RepeatOrderRow} from "../../../lib/dashboard/cube.js";
import {
  addMonths,
  monthStart,
  monthsBetween,
  period,
  select,
  selectMonths
} from "../../../lib/dashboard/cube.js";
import {indicators, months, yearOnYear} from "../../../lib/dashboard/indicators.js";
import {people} from "../../../lib/dashboard/people.js";
import {bucketStart, grains, trend} from "../../../lib/dashboard/trend.js";

interface Order {
  person: number;
  day: Date;
  state: string;
  status: string;
}

const order = fc.record<Order>({
  person: fc.integer({min: 1, max: 12}),
  day: fc.integer({min: 0, max: 700}).map((n) => new Date(Date.UTC(2017, 0, 1 + n))),
  state: fc.constantFrom("SP", "RJ", "AC"),
  status: fc.constantFrom("delivered", "canceled")
});

const daily = (orders: readonly Order[]): DailyRow[] =>
  orders.map(({day, state, status}) => ({
    ...{day, state, status, orders: 1, price_cents: 1000, items: 1},
    ...{delivered: status === "delivered" ? 1 : 0, late: 0, reviews: 1, score_sum: 4}
  }));

const repeatOrders = (orders: readonly Order[]): RepeatOrderRow[] =>
  orders
    .filter(({person}) => orders.filter((other) => other.person === person).length > 1)
    .map(({person, day, state, status}) => ({customer_key: person, day, state, status}));

describe("a selection", () => {
  it("holds whole months, whichever is named first", () => {
    const selection = selectMonths("2017-11", "2018-01", "SP");
    expect(selection).toEqual({from: new Date("2017-11-01"), until: new Date("2018-02-01"), state: "SP"});
    expect(selectMonths("2018-01", "2017-11", "SP")).toEqual(selection);
    expect(selectMonths("2018-01", "2018-01", "all").state).toBeNull();
  });

  it("says its months in words", () => {
    expect(period(selectMonths("2017-11", "2018-01", "SP"))).toBe("Nov 2017 to Jan 2018");
    expect(period(selectMonths("2017-11", "2017-11", "SP"))).toBe("Nov 2017");
  });

  it("lists the months between two", () => {
    expect(monthsBetween("2017-11", "2018-01")).toEqual(["2017-11", "2017-12", "2018-01"]);
    expect(monthsBetween("2018-01", "2017-11")).toEqual([]);
  });
});

describe("people", () => {
  it("counts the distinct people and repeaters of any period and state exactly", () => {
    fc.assert(
      fc.property(
        fc.array(order),
        fc.nat(23),
        fc.nat(23),
        fc.constantFrom("all", "SP"),
        (orders, a, b, state) => {
          const month = (n: number) => addMonths(monthStart("2017-01"), n).toISOString().slice(0, 7);
          const selection = selectMonths(month(Math.min(a, b)), month(Math.max(a, b)), state);
          const counts = new Map<number, number>();
          for (const {person} of select(orders, selection).filter(({status}) => status === "delivered"))
            counts.set(person, (counts.get(person) ?? 0) + 1);
          expect(people(daily(orders), repeatOrders(orders), selection)).toEqual({
            customers: counts.size,
            repeaters: [...counts.values()].filter((n) => n > 1).length
          });
        }
      )
    );
  });
});

describe("indicators", () => {
  it("has no shares or means where nothing is counted", () => {
    expect(indicators([], [], selectMonths("2017-01", "2017-02", "all"))).toMatchObject({
      ...{revenue: 0, orders: 0, customers: 0, revenuePerCustomer: null},
      ...{repeatRate: null, lateShare: null, reviewScore: null}
    });
  });

  it("counts revenue and lateness of delivered orders only, and every order as an order", () => {
    const day = new Date("2017-05-05");
    const rows: DailyRow[] = [
      {
        ...{day, state: "SP", status: "delivered", orders: 4, price_cents: 800, items: 4},
        ...{delivered: 4, late: 1, reviews: 2, score_sum: 9}
      },
      {
        ...{day, state: "SP", status: "canceled", orders: 1, price_cents: 500, items: 1},
        ...{delivered: 0, late: 0, reviews: 1, score_sum: 1}
      }
    ];
    expect(indicators(rows, [], selectMonths("2017-05", "2017-05", "SP"))).toMatchObject({
      ...{revenue: 800, orders: 5, deliveredOrders: 4, customers: 4, revenuePerCustomer: 200},
      ...{lateShare: 0.25, reviewScore: 10 / 3, reviews: 3}
    });
  });

  it("compares the last three months with deliveries with the same three a year before", () => {
    const rows = Array.from({length: 20}, (_, n) => addMonths(monthStart("2017-01"), n)).flatMap((day) =>
      daily([{person: 1, day, state: "SP", status: "delivered"}])
    );
    const compared = yearOnYear(rows, selectMonths("2017-01", "2018-10", "all"));
    expect(compared?.now).toEqual(selectMonths("2018-06", "2018-08", "all"));
    expect(compared?.before).toEqual(selectMonths("2017-06", "2017-08", "all"));
    expect(yearOnYear(rows, selectMonths("2017-01", "2017-10", "all"))).toBeNull();
    expect(yearOnYear([], selectMonths("2017-01", "2018-10", "all"))).toBeNull();
  });

  it("lists the months of a selection", () => {
    expect(months(selectMonths("2017-11", "2018-02", "all"))).toHaveLength(4);
  });
});

describe("trend", () => {
  it("starts weeks on Monday and months on the first", () => {
    expect(bucketStart(new Date("2017-11-24"), "day")).toEqual(new Date("2017-11-24"));
    expect(bucketStart(new Date("2017-11-26"), "week")).toEqual(new Date("2017-11-20"));
    expect(bucketStart(new Date("2017-11-20"), "week")).toEqual(new Date("2017-11-20"));
    expect(bucketStart(new Date("2017-11-24"), "month")).toEqual(new Date("2017-11-01"));
  });

  it("loses no order and no cent, whatever the grain", () => {
    fc.assert(
      fc.property(fc.array(order), fc.constantFrom(...grains), (orders, grain) => {
        const points = trend(daily(orders), grain);
        const delivered = orders.filter(({status}) => status === "delivered").length;
        expect(points.reduce((sum, point) => sum + point.orders, 0)).toBe(orders.length);
        expect(points.reduce((sum, point) => sum + point.deliveredOrders, 0)).toBe(delivered);
        expect(points.reduce((sum, point) => sum + point.revenue_cents, 0)).toBe(1000 * delivered);
        expect(points.map(({date}) => +date)).toEqual(points.map(({date}) => +date).sort((a, b) => a - b));
      })
    );
  });
});
