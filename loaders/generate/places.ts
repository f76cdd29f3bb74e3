import {randomNormal} from "d3";
import {randomStream} from "../../lib/random/streams.js";
import type {RandomSource} from "../../lib/random/source.js";
import {weighted} from "../../lib/random/weighted.js";
import {cities} from "./calibration/cities.js";
import {states} from "./calibration/states.js";
import type {State} from "./calibration/states.js";
import type {Plan} from "./plan.js";
import {plain, townName} from "./towns.js";

/** A five-digit CEP prefix. */
export interface Place {
  zip: string;
  /** City without and with accents. */
  city: string;
  spelled: string;
  /** Index into `states`. */
  state: number;
  lat: number;
  lng: number;
}

/** Where people and sellers live. */
export interface Places {
  /** With coordinates in the geolocation file. */
  listed: readonly Place[];
  /** Absent from the geolocation file. */
  unlisted: readonly Place[];
  /** Draws where a person lives. */
  home(uniform: number): Place;
  /** Draws a place in a state. */
  within(state: number, uniform: number): Place;
}

interface Town {
  spelled: string;
  zips: number[];
  orders: number;
  lat: number;
  lng: number;
}

/** Different members of a pool, one from each of `count` even stretches of it. */
function evenly(pool: readonly number[], count: number, random: RandomSource): number[] {
  const chosen = Math.min(count, pool.length);
  const edge = (i: number) => Math.floor((i * pool.length) / chosen);
  return Array.from(
    {length: chosen},
    (_, i) => pool[edge(i) + Math.floor(random() * (edge(i + 1) - edge(i)))]
  );
}

const range = (from: number, to: number): number[] => Array.from({length: to - from + 1}, (_, i) => from + i);

function townsOf(state: State, plan: Plan, random: RandomSource): {towns: Town[]; spare: number[]} {
  const normal = randomNormal.source(random)();
  const named = cities.filter(([, uf]) => uf === state.uf);
  const towns: Town[] = named.map(([spelled, , orders, zips, from, to, lat, lng]) => ({
    spelled,
    zips: evenly(range(from, to), Math.max(1, plan.ground(zips)), random),
    orders,
    lat,
    lng
  }));
  const free = state.zipRanges
    .flatMap(([from, to]) => range(from, to))
    .filter((zip) => !named.some(([, , , , from, to]) => zip >= from && zip <= to));
  const used = towns.reduce((sum, {zips}) => sum + zips.length, 0);
  const wanted = Math.max(plan.ground(state.towns), plan.ground(state.zips) - used);
  const pool = evenly(free, wanted, random);
  const count = Math.min(pool.length, Math.max(1, plan.ground(Math.round(state.towns * 1.1))));
  const taken = new Set(named.map(([spelled]) => spelled));
  for (let i = 0; i < count; i++) {
    let spelled = townName(random);
    while (taken.has(spelled)) spelled = `${spelled} ${townName(random)}`;
    taken.add(spelled);
    towns.push({
      spelled,
      zips: pool.slice(Math.floor((i * pool.length) / count), Math.floor(((i + 1) * pool.length) / count)),
      orders: (state.townOrders / count) * Math.exp(1.1 * normal() - 0.6),
      lat: state.lat + 0.7 * state.latSpread * normal(),
      lng: state.lng + 0.7 * state.lngSpread * normal()
    });
  }
  const settled = new Set(pool);
  return {towns, spare: free.filter((zip) => !settled.has(zip))};
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Lays out the country: CEP prefixes by city and state, with weights after the number of customers. */
export function makePlaces(plan: Plan): Places {
  const listed: Place[] = [];
  const unlisted: Place[] = [];
  const weights: number[] = [];
  const within: ((uniform: number) => Place)[] = [];
  states.forEach((state, index) => {
    const random = randomStream("shop.places", plan.seed, index);
    const normal = randomNormal.source(random)();
    const {towns, spare} = townsOf(state, plan, random);
    const place = (town: Town, zip: number): Place => ({
      zip: String(zip).padStart(5, "0"),
      city: plain(town.spelled),
      spelled: town.spelled,
      state: index,
      lat: clamp(town.lat + 0.04 * normal(), -33.7, 5.2),
      lng: clamp(town.lng + 0.04 * normal(), -73.9, -34.83)
    });
    const first = listed.length;
    const inhabited = towns.filter((town) => town.zips.length > 0);
    const scaled = state.orders / inhabited.reduce((sum, town) => sum + town.orders, 0);
    for (const town of inhabited) {
      const shares = town.zips.map(() => Math.exp(0.9 * normal()));
      const sum = shares.reduce((a, b) => a + b);
      town.zips.forEach((zip, i) => {
        listed.push(place(town, zip));
        weights.push((town.orders * scaled * shares[i]) / sum);
      });
    }
    const own = listed.slice(first);
    const draw = weighted(weights.slice(first));
    within.push((uniform) => own[draw(uniform)]);
    const towards = inhabited[inhabited.length - 1];
    const absent = Math.round(157 * (state.orders / 99_441));
    for (const zip of evenly(spare, Math.max(1, absent), random)) unlisted.push(place(towards, zip));
  });
  const draw = weighted(weights);
  return {
    listed,
    unlisted,
    home: (uniform) => listed[draw(uniform)],
    within: (state, uniform) => within[state](uniform)
  };
}
