import {randomSource} from "../../lib/random/source.js";
import type {Shop} from "../loaders/source/fixture.js";
import {hex, shop} from "../loaders/source/fixture.js";

const day = 86_400_000;
const opening = Date.UTC(2023, 8, 1, 9);
const closing = Date.UTC(2025, 7, 30);
const text = (time: number) => new Date(time).toISOString().slice(0, 19).replace("T", " ");
const homes = [
  ["01310", "sao paulo", "SP"],
  ["20010", "rio de janeiro", "RJ"]
];

interface LoyalShop {
  people: number;
  /** The share of them who stop buying at some point. */
  leaving: number;
  seed: number;
}

/**
 * A shop whose customers come back, from September 2023 to August 2025: each has a rhythm of 25 to 60 days, and some
 * fall silent for good. Before a silence, orders come late more often.
 */
export function loyalShop({people, leaving, seed}: LoyalShop): Shop {
  const random = randomSource(seed);
  const files = shop();
  for (const name of ["customers", "orders", "items", "payments", "reviews"]) files[name].rows = [];
  let orders = 0;
  for (let person = 1; person <= people; person++) {
    const rhythm = [25, 40, 60][Math.floor(random() * 3)];
    const end = random() < leaving ? opening + (200 + 530 * random()) * day : closing;
    let time = opening + 60 * random() * day;
    for (; time < end; time += rhythm * (0.5 + random()) * day) {
      const late = random() < (end < closing && end - time < 120 * day ? 0.5 : 0.05);
      const price = (30 + Math.floor(27_000 * random() ** 3) / 100).toFixed(2);
      orders++;
      const [order, customer] = [hex("a", orders), hex("c", orders)];
      const after = (days: number) => text(time + days * day);
      files.customers.rows.push([customer, hex("f", person), ...homes[person % 2]]);
      files.orders.rows.push([
        ...[order, customer, "delivered", after(0), after(0.1), after(2)],
        ...[after(late ? 30 : 7), `${after(20).slice(0, 10)} 00:00:00`]
      ]);
      const product = 1 + Math.floor(2 * random());
      files.items.rows.push([order, "1", hex("b", product), hex("e", product), after(3), price, "9.90"]);
      files.payments.rows.push([order, "1", "credit_card", "1", (Number(price) + 9.9).toFixed(2)]);
      const score = String(late ? 1 + Math.floor(3 * random()) : 3 + Math.floor(3 * random()));
      files.reviews.rows.push([hex("d", orders), order, score, "", "", after(31), after(32)]);
    }
  }
  files.geolocation.rows.push(["20010", "-22.90", "-43.18", "rio de janeiro", "RJ"]);
  return files;
}
