import {quantiles} from "../../lib/random/quantiles.js";
import type {RandomSource} from "../../lib/random/source.js";
import {weighted} from "../../lib/random/weighted.js";
import {weekday} from "./calendar.js";
import {deliveryHours} from "./calibration/calendar.js";
import {lateSellers, sellerSpread} from "./calibration/catalogue.js";
import * as calibration from "./calibration/delivery.js";
import {months} from "./calibration/months.js";
import {states} from "./calibration/states.js";
import {distance} from "./distance.js";
import {day, dayOf} from "./order.js";
import type {Order} from "./order.js";

const paceQuantile = quantiles(calibration.paceQuantiles.probabilities, calibration.paceQuantiles.values);
const promiseRest = quantiles(calibration.promiseRest.probabilities, calibration.promiseRest.values);
const handoverShare = quantiles(calibration.handoverShare.probabilities, calibration.handoverShare.values);
const deliveryHour = weighted(deliveryHours);

const logit = (share: number) => Math.log(share / (1 - share));
const orders = states.reduce((sum, state) => sum + state.orders, 0);
const newcomers = months.reduce((sum, month) => sum + month.newcomers, 0);
const usualLate = states.reduce((sum, s) => sum + s.orders * s.late, 0) / orders;
const usualPromise = Math.exp(
  states.reduce((sum, s) => sum + s.orders * Math.log(s.promisedDays), 0) / orders
);
const usualUse = Math.exp(
  months.reduce((sum, m) => sum + m.newcomers * Math.log(m.usedShare), 0) / newcomers
);

/**
 * Mean and spread of ln(delivery time / promised window) by state and month: the mean follows the shares of the
 * window that deliveries use, the spread is what makes the share of late deliveries come out (odds multiply).
 */
const use = states.map((state) =>
  months.map((month) => {
    const log = Math.log((state.usedShare * month.usedShare) / usualUse);
    const odds = logit(state.late) + logit(month.late) - logit(usualLate);
    const quantile = paceQuantile(1 / (1 + Math.exp(odds)));
    const spread = Math.min(0.85, Math.max(0.2, -log / quantile));
    return {mean: -spread * quantile, spread};
  })
);

/** Days that are added on average by moving a promise, and a delivery, to a day and hour on which people work. */
const promiseSnap = 0.2;
const deliverySnap = 0.3;

/** Spread among all sellers, the persistently late included. */
const sellersSpread = Math.hypot(sellerSpread, lateSellers.delay * Math.sqrt(lateSellers.share));

interface Parcel {
  /** ln(km + 20) and ln(g) around what is usual. */
  far: number;
  heavy: number;
  sameState: number;
}

function parcelOf(order: Order, grams: number): Parcel {
  const state = states[order.place.state];
  const {place} = order.lines[0].seller;
  return {
    far: Math.log(distance(order.place, place) + 20) - Math.log(state.km),
    heavy: Math.log(grams) - calibration.typicalLogWeight,
    sameState: (place.state === order.place.state ? 1 : 0) - state.itemsSold / 112_650
  };
}

/** Moves a weekend's midnight to a weekday around it, any as likely. */
function toWeekday(midnight: number, random: RandomSource): number {
  const saturday = weekday(midnight) === 6;
  if (!saturday && weekday(midnight) !== 0) return midnight;
  const days = [-2, -1, 2, 3, 4][Math.floor(random() * 5)] - (saturday ? 0 : 1);
  return midnight + days * day;
}

/**
 * Promises a delivery date: sets `estimated` after state, month, distance and weight, and gives what the promise
 * differs by from its usual length, as a logarithm.
 */
export function promise(order: Order, grams: number, random: RandomSource): number {
  const state = states[order.place.state];
  const month = months[order.month];
  const parcel = order.lines.length > 0 ? parcelOf(order, grams) : {far: 0, heavy: 0, sameState: 0};
  const own = month.promiseSpread * promiseRest(random());
  const log =
    Math.log((state.promisedDays * month.promisedDays) / usualPromise) +
    calibration.promise.distance * parcel.far +
    calibration.promise.weight * parcel.heavy +
    calibration.promise.sameState * parcel.sameState;
  const promised = order.purchased + Math.max(2, Math.exp(log + own) - promiseSnap) * day;
  order.estimated = toWeekday(Math.round(promised / day) * day, random);
  if (order.estimated < order.purchased + day) order.estimated += 7 * day;
  return Math.log((order.estimated - order.purchased) / day) - log;
}

function deliveredAt(seconds: number, purchased: number, random: RandomSource): number {
  let date = dayOf(seconds);
  const chance = random();
  if (weekday(seconds) === 6 && chance < calibration.weekendRest.saturday) date -= 1;
  if (weekday(seconds) === 0 && chance < calibration.weekendRest.sunday) date += 1;
  const snapped = date * day + deliveryHour(random()) * 3600 + Math.floor(random() * 3600);
  return snapped > purchased + 0.4 * day ? snapped : Math.max(Math.round(seconds), purchased + 36_000);
}

/** Sets the times at which an order reaches the carrier and the customer. */
export function deliver(order: Order, grams: number, ownPromise: number, random: RandomSource): void {
  const {mean, spread} = use[order.place.state][order.month];
  const {far, heavy} = parcelOf(order, grams);
  const {pace} = calibration;
  const {delay} = order.lines[0].seller;
  const moved =
    pace.promise * ownPromise +
    pace.distance * far +
    pace.weight * heavy +
    delay +
    pace.spread * paceQuantile(random());
  const scale = Math.hypot(
    pace.spread,
    0.85 * pace.promise * months[order.month].promiseSpread,
    sellersSpread,
    0.06
  );
  const days = ((order.estimated - order.purchased) / day) * Math.exp(mean + (spread * moved) / scale);
  const delivered = deliveredAt(
    order.purchased + Math.max(0.5, days - deliverySnap) * day,
    order.purchased,
    random
  );
  const approved = Math.min(
    order.approved ?? order.purchased,
    order.purchased + 0.6 * (delivered - order.purchased)
  );
  const late = delay > 0.25 ? Math.max(random(), random()) : random();
  order.approved = Math.round(approved);
  const way = delivered - order.approved;
  const share = Math.min(0.95, handoverShare(late) * Math.min(1.4, ((10 * day) / way) ** 0.3));
  order.handedOver = Math.round(order.approved + share * way);
  order.delivered = delivered;
}

/** Sets the time at which an order reaches the carrier, when it never reaches the customer. */
export function handOver(order: Order, normal: () => number): void {
  const {mean, spread} = calibration.handover;
  const from = order.approved ?? order.purchased;
  order.handedOver = from + Math.round(Math.min(60, Math.exp(mean + spread * normal())) * day);
}
