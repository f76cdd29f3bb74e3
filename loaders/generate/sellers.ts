import {randomNormal} from "d3";
import {randomStream} from "../../lib/random/streams.js";
import type {RandomSource} from "../../lib/random/source.js";
import {lateSellers, popularity, sellerSpread} from "./calibration/catalogue.js";
import {catalogueFlaws, unlistedZips} from "./calibration/dirt.js";
import {states} from "./calibration/states.js";
import {quoted} from "./csv.js";
import type {Files} from "./files.js";
import {identifier} from "./identifier.js";
import type {Place, Places} from "./places.js";
import {pickSome} from "./plan.js";
import type {Plan} from "./plan.js";

/** A seller of the marketplace. */
export interface Seller {
  id: string;
  place: Place;
  /** City as the seller typed it. */
  city: string;
  /** How much the seller sells against others. */
  weight: number;
  /** What the seller adds to ln(delivery time). */
  delay: number;
}

/** The ways in which a city field holds something else than a city's name. */
const dirty: readonly ((city: string, uf: string, zip: string) => string)[] = [
  (city, uf) => `${city} / ${uf}`,
  (_city, uf) => `${uf} / ${uf}`,
  (_city, _uf, zip) => `${zip}000`,
  (city, uf) => `${city} - ${uf}`,
  (city) => `contato@loja-${city.replaceAll(" ", "")}.example`,
  (city) => `${city} \\${city}`,
  (city, uf) => `${city}, ${uf}, brasil`,
  (city) => city.replace(/[aeiou]/, ""),
  (city) => city.replaceAll(" ", "  "),
  (city) => `${city} (centro)`
];

function typedCity(place: Place, random: RandomSource): string {
  const kind = dirty[Math.floor(random() * dirty.length)];
  return kind(place.city, states[place.state].uf.toLowerCase(), place.zip);
}

/** Makes the sellers: by state, with heavy-tailed volumes, a few of them persistently late. */
export function makeSellers(plan: Plan, places: Places): Seller[] {
  const random = randomStream("shop.sellers", plan.seed);
  const normal = randomNormal.source(random)();
  const sellers: Seller[] = [];
  states.forEach((state, index) => {
    const own: Seller[] = [];
    for (let i = 0; i < plan.total(state.sellers); i++) {
      const place = places.within(index, random());
      const weight = Math.exp(popularity.sellers * normal());
      const late = random() < lateSellers.share && weight < lateSellers.largest;
      const delay = sellerSpread * normal() + (late ? lateSellers.delay : 0);
      own.push({id: identifier(random), place, city: place.city, weight, delay});
    }
    const sum = own.reduce((total, {weight}) => total + weight, 0);
    for (const seller of own) sellers.push({...seller, weight: (seller.weight * state.itemsSold) / sum});
  });
  const sold = sellers.reduce((sum, {weight}) => sum + weight, 0);
  const usual = sellers.reduce((sum, {weight, delay}) => sum + weight * delay, 0) / sold;
  for (const seller of sellers) seller.delay -= usual;
  for (const [k, seller] of pickSome(sellers, plan.total(unlistedZips.sellers)).entries()) {
    const place = places.unlisted[k % places.unlisted.length];
    Object.assign(seller, {place, city: place.city});
  }
  for (const seller of pickSome(sellers, plan.total(catalogueFlaws.dirtySellers), 0.5)) {
    seller.city = typedCity(seller.place, random);
  }
  return sellers;
}

/** Writes the sellers file. */
export async function writeSellers(sellers: readonly Seller[], files: Files): Promise<void> {
  const rows = sellers.map(
    ({id, place, city}) => `${quoted(id)},"${place.zip}",${quoted(city)},${states[place.state].uf}\n`
  );
  await files.append("sellers", rows.join(""));
}
