import {randomNormal} from "d3";
import {quantiles} from "../../lib/random/quantiles.js";
import {randomStream} from "../../lib/random/streams.js";
import {geolocation} from "./calibration/dirt.js";
import {states} from "./calibration/states.js";
import {quoted} from "./csv.js";
import type {Files} from "./files.js";
import type {Place, Places} from "./places.js";
import type {Plan} from "./plan.js";

const chunk = 400;

/** Points per prefix: quantiles of the published file. */
const points = quantiles(
  [0, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 0.999, 1],
  [1, 1, 9, 26, 60, 162, 320, 640, 1146]
);

/**
 * Writes the geolocation file: several points per CEP prefix, some of them repeated exactly, cities spelled with
 * and without accents, a few points outside Brazil and a few prefixes under two states.
 */
export async function writeGeolocation(plan: Plan, places: Places, files: Files): Promise<void> {
  const abroad = plan.ground(geolocation.abroad);
  const twoStates = plan.ground(geolocation.twoStates);
  const count = places.listed.length;
  for (let start = 0; start < count; start += chunk) {
    const random = randomStream("shop.geolocation", plan.seed, start);
    const normal = randomNormal.source(random)();
    const rows: string[] = [];
    const write = (place: Place, lat: number, lng: number, city: string, uf = states[place.state].uf) =>
      rows.push(`"${place.zip}",${lat},${lng},${quoted(city)},${uf}\n`);
    for (let i = start; i < Math.min(count, start + chunk); i++) {
      const place = places.listed[i];
      const total = Math.max(1, Math.round(points(random())));
      const mixed = random() < geolocation.mixedSpelling;
      const first = rows.length;
      for (let k = 0; k < total; k++) {
        if (k > 0 && random() < geolocation.repeated) {
          rows.push(rows[first + Math.floor(random() * (rows.length - first))]);
          continue;
        }
        const accented = mixed ? random() < 0.4 : false;
        const strange = mixed && random() < geolocation.strangeSpelling;
        const city = accented ? place.spelled : place.city;
        write(
          place,
          place.lat + 0.008 * normal(),
          place.lng + 0.008 * normal(),
          strange ? `${place.city} ${states[place.state].uf.toLowerCase()}` : city
        );
      }
      const turn = (what: number) => Math.floor(((i + 1) * what) / count) - Math.floor((i * what) / count);
      for (let k = 0; k < turn(abroad); k++) write(place, 38 + 6 * random(), -9 + 20 * random(), place.city);
      for (let k = 0; k < turn(twoStates); k++) {
        const other = states[(place.state + 1) % states.length].uf;
        write(place, place.lat, place.lng, place.city, other);
      }
    }
    await files.append("geolocation", rows.join(""));
  }
}
