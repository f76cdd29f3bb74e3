import {quantiles} from "../../lib/random/quantiles.js";
import type {RandomSource} from "../../lib/random/source.js";
import {categories} from "./calibration/categories.js";
import * as calibration from "./calibration/review.js";
import {unreviewed} from "./calibration/statuses.js";
import {message, title} from "./comment.js";
import {identifier} from "./identifier.js";
import {day, dayOf, daysLate} from "./order.js";
import type {Order, Review} from "./order.js";

const answerHours = quantiles(calibration.answerHours.probabilities, calibration.answerHours.values);

/** The standard normal distribution function, to 1.5e-4 (S. Bowling et al., 2009). */
const normalShare = (z: number) => 1 / (1 + Math.exp(-1.5976 * z - 0.07056 * z ** 3));

function taste(order: Order): number {
  const {category, severalItems, severalSellers, lateSeller, level} = calibration.taste;
  if (order.lines.length === 0) return 0;
  const sellers = new Set(order.lines.map(({seller}) => seller));
  return (
    level +
    category * (categories[order.category].score - 4.3) +
    (order.lines.length > 1 ? severalItems : 0) +
    (sellers.size > 1 ? severalSellers : 0) +
    (order.lines[0].seller.delay > 0.25 ? lateSeller : 0)
  );
}

function score(order: Order, normal: () => number): number {
  let shares: readonly number[];
  if (order.kind.status !== "delivered") shares = calibration.scoresByStatus[order.kind.status];
  else {
    const late = order.delivered === null ? -5 : daysLate(order.delivered, order.estimated);
    shares = calibration.scoresByDelay[calibration.delays.findIndex((delay) => late >= delay)];
  }
  const level = normalShare(taste(order) + 0.97 * normal());
  let sum = 0;
  return (
    1 +
    Math.min(
      4,
      Math.max(
        0,
        shares.findIndex((share) => (sum += share) > level)
      )
    )
  );
}

function invited(order: Order, random: RandomSource): number {
  const promised = dayOf(order.estimated) + 2;
  const chance = random();
  const few = Math.floor(-2 * Math.log(1 - random()));
  if (order.delivered === null || order.kind.status !== "delivered")
    return promised + (chance < 0.8 ? 0 : few);
  const arrived = dayOf(order.delivered);
  if (chance < calibration.earlyInvitation) {
    return Math.max(dayOf(order.purchased) + 2, arrived - 1 - Math.floor(-8 * Math.log(1 - random())));
  }
  if (arrived + 1 > promised) return Math.min(arrived + 1, promised + (chance < 0.78 ? 0 : few));
  return arrived + (chance < 0.965 ? 1 : chance < 0.985 ? 0 : 2 + few);
}

/** Writes a review of an order, with or without words. */
export function writeReview(order: Order, random: RandomSource, normal: () => number): Review {
  const stars = score(order, normal);
  const created = invited(order, random) * day;
  const titled = created >= calibration.titles.since && random() < calibration.titles.shares[stars - 1];
  const shares = calibration.messages[titled ? "titled" : "untitled"];
  return {
    id: identifier(random),
    score: stars,
    title: titled ? title(stars, random) : "",
    message: random() < shares[stars - 1] ? message(order, stars, random) : "",
    created,
    answered: created + Math.round(answerHours(random()) * 3600)
  };
}

/** Whether an order is reviewed at all. */
export const isReviewed = (order: Order, random: RandomSource): boolean =>
  random() >= unreviewed[order.kind.status];
