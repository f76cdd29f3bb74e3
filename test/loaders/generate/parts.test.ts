import {randomNormal} from "d3";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {randomSource} from "../../../lib/random/source.js";
import {freightCents} from "../../../loaders/generate/basket.js";
import {endOfTrade, monthOf, purchaseIn, weekday} from "../../../loaders/generate/calendar.js";
import {cities} from "../../../loaders/generate/calibration/cities.js";
import {months} from "../../../loaders/generate/calibration/months.js";
import {states} from "../../../loaders/generate/calibration/states.js";
import {salePrice} from "../../../loaders/generate/catalogue.js";
import {amount, quoted, timestamp} from "../../../loaders/generate/csv.js";
import {distance} from "../../../loaders/generate/distance.js";
import {identifier} from "../../../loaders/generate/identifier.js";
import {dayOf, daysLate} from "../../../loaders/generate/order.js";
import {makePlaces} from "../../../loaders/generate/places.js";
import {makePlan} from "../../../loaders/generate/plan.js";
import {sides} from "../../../loaders/generate/products.js";
import {plain, townName} from "../../../loaders/generate/towns.js";

describe("cells", () => {
  test("texts are quoted as in Kaggle's files", () => {
    expect(quoted("09790")).toBe('"09790"');
    expect(["sao paulo", "1a", 'o "bom"', "a,b", "a\nb", "a\\b", ""].map(quoted)).toEqual([
      "sao paulo",
      '"1a"',
      '"o ""bom"""',
      '"a,b"',
      '"a\nb"',
      '"a\\b"',
      ""
    ]);
  });

  test("times and amounts have their fixed forms", () => {
    expect(timestamp(1511481600)).toBe("2017-11-24 00:00:00");
    expect(timestamp(1511481600 + 86_399)).toBe("2017-11-24 23:59:59");
    expect(timestamp(null)).toBe("");
    expect([1329, 5, 0, 10_000].map(amount)).toEqual(["13.29", "0.05", "0.00", "100.00"]);
  });

  test("ids are 32 hexadecimal digits and do not repeat", () => {
    const random = randomSource(1);
    const ids = Array.from({length: 5000}, () => identifier(random));
    expect(new Set(ids).size).toBe(5000);
    expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  });
});

describe("time", () => {
  test("days and weekdays are counted from Thursday, 1 January 1970", () => {
    expect([weekday(0), weekday(86_400 * 3)]).toEqual([4, 0]);
    expect([dayOf(86_399), dayOf(86_400), daysLate(86_400 * 3, 86_400)]).toEqual([0, 1, 2]);
  });

  test("purchases fall into their month, and November 2016 has none", () => {
    const random = randomSource(2);
    months.forEach(({start, end}, month) => {
      for (let i = 0; i < 50; i++) {
        const purchased = purchaseIn(month, random);
        expect([purchased >= start, purchased <= end, monthOf(purchased)]).toEqual([true, true, month]);
      }
    });
    expect(months.some(({start}) => timestamp(start).startsWith("2016-11"))).toBe(false);
    expect(timestamp(endOfTrade)).toBe("2018-08-28 23:59:59");
  });
});

describe("places", () => {
  const places = makePlaces(makePlan({scale: 1, seed: 1}));

  test("there are 27 states with as many customer orders as the published files, and named cities in each", () => {
    expect(states.length).toBe(27);
    expect(states.reduce((sum, {orders}) => sum + orders, 0)).toBe(99_441);
    expect(new Set(cities.map(([, uf]) => uf)).size).toBe(27);
  });

  test("every prefix is a state's, has five digits and stands once", () => {
    const all = [...places.listed, ...places.unlisted];
    const strange = all.filter(
      ({zip, state}) =>
        !/^\d{5}$/.test(zip) ||
        !states[state].zipRanges.some(([from, to]) => Number(zip) >= from && Number(zip) <= to)
    );
    expect(strange).toEqual([]);
    expect(new Set(all.map(({zip}) => zip)).size).toBe(all.length);
  });

  test("names are lower case, without accents in one spelling and the same but for them in the other", () => {
    expect(
      places.listed.every(({city, spelled}) => /^[a-z' -]+$/.test(city) && plain(spelled) === city)
    ).toBe(true);
    const random = randomSource(3);
    expect(
      Array.from({length: 500}, () => townName(random)).every((name) => name === name.toLowerCase())
    ).toBe(true);
    expect(plain("são joão")).toBe("sao joao");
  });

  test("distance agrees with the great circle", () => {
    expect(Math.round(distance({lat: -23.56, lng: -46.65}, {lat: -22.92, lng: -43.29}))).toBe(351);
    expect(distance({lat: 1, lng: 2}, {lat: 1, lng: 2})).toBe(0);
  });
});

describe("goods", () => {
  test("a parcel's sides keep to the carrier's limits", () => {
    const normal = randomNormal.source(randomSource(4))();
    fc.assert(
      fc.property(fc.double({min: 1, max: 1e7, noNaN: true}), (volume) => {
        const [length, height, width] = sides(volume, normal);
        expect([length >= 16, height >= 2, width >= 11]).toEqual([true, true, true]);
        expect(Math.max(length, height, width)).toBeLessThanOrEqual(105);
      })
    );
  });

  test("a sale at another price than the list's keeps its ending", () => {
    const random = randomSource(5);
    const prices = Array.from({length: 2000}, () => salePrice(8990, random));
    expect(prices.every((price) => price % 100 === 90)).toBe(true);
    const atList = prices.filter((price) => price === 8990).length / 2000;
    expect(atList).toBeGreaterThan(0.7);
    expect(atList).toBeLessThan(0.8);
  });

  test("freight grows with weight and distance and is lower within a state", () => {
    const parcel = {grams: 700, km: 400, sameState: false, price: 7500, state: 1, month: 10};
    const usual = freightCents(parcel, 0.5);
    expect(freightCents({...parcel, grams: 10_000}, 0.5)).toBeGreaterThan(1.5 * usual);
    expect(freightCents({...parcel, km: 2000}, 0.5)).toBeGreaterThan(1.2 * usual);
    expect(freightCents({...parcel, sameState: true}, 0.5)).toBeLessThan(usual);
  });
});
