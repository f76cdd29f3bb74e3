import type {RandomSource} from "../../lib/random/source.js";
import {categories} from "./calibration/categories.js";
import {phrases, things, titlePhrases} from "./calibration/phrases.js";
import type {Order} from "./order.js";
import {plain} from "./towns.js";

type Topic = keyof typeof phrases;

const pick = <T>(from: readonly T[], random: RandomSource): T => from[Math.floor(random() * from.length)];

/** A title for a review of 1 to 5 stars. */
export function title(stars: number, random: RandomSource): string {
  const text = pick(titlePhrases[stars > 3 ? "good" : stars === 3 ? "middling" : "bad"], random);
  return random() < 0.3 ? text.toLowerCase() : text;
}

/** What a message is about, sentence by sentence. */
function topics(order: Order, stars: number, random: RandomSource): Topic[] {
  const {delivered, estimated} = order;
  const missing = delivered === null;
  const late = delivered !== null && delivered >= estimated;
  const result: Topic[] = [];
  if (stars >= 4) {
    result.push(random() < 0.45 ? "quick" : "pleased");
    if (random() < 0.6) result.push("pleased");
    if (late && random() < 0.3) result.push("late");
    if (stars === 4 && random() < 0.35) result.push("fair");
  } else if (stars === 3) {
    result.push(missing ? "missing" : late ? "late" : "fair");
    if (random() < 0.9) result.push("fair");
    if (random() < 0.5) result.push("pleased");
  } else {
    result.push(missing ? "missing" : late ? (random() < 0.5 ? "late" : "missing") : "faulty");
    if (random() < 0.5) result.push(late ? "late" : missing ? "missing" : "faulty");
    result.push("demand");
    if (random() < 0.45) result.push("demand");
  }
  if (stars > 2 && random() < 0.2) result.push("padding");
  return result;
}

const capital = (text: string) => text[0].toUpperCase() + text.slice(1);

/** A message in Portuguese about an order, put together from sentences; some over several lines. */
export function message(order: Order, stars: number, random: RandomSource): string {
  const key = Number.isNaN(order.category) ? "" : categories[order.category].key;
  const [, article, noun] = things.find(([start]) => key.startsWith(start)) ?? things[things.length - 1];
  const used = new Set<string>();
  const sentences = topics(order, stars, random).flatMap((topic) => {
    const phrase = pick(phrases[topic], random);
    if (used.has(phrase)) return [];
    used.add(phrase);
    return phrase
      .replace("{X}", capital(noun))
      .replace("{do}", article === "o" ? "do" : "da")
      .replace("{o}", article)
      .replace("{x}", noun)
      .replace("{d}", String(2 + Math.floor(random() * 28)));
  });
  const text = sentences.join(random() < 0.06 ? "\n" : random() < 0.02 ? "\n\n" : " ");
  const habit = random();
  if (habit < 0.04) return text.toUpperCase();
  if (habit < 0.14) return plain(text).toLowerCase();
  if (habit < 0.2) return text.replace(/\.$/, "...");
  return text;
}
