import type {RandomSource} from "../../lib/random/source.js";
import {endOfTrade, monthOf, purchaseClock} from "./calendar.js";
import {categories} from "./calibration/categories.js";
import {months} from "./calibration/months.js";
import {
  moves,
  returnAfterScore,
  returnDays,
  returning,
  sameCategory,
  sameDayShare,
  sharedReview
} from "./calibration/people.js";
import {day, dayOf} from "./order.js";
import type {Order} from "./order.js";
import type {Place, Places} from "./places.js";
import {complete, place} from "./purchase.js";
import type {World} from "./purchase.js";

/** Orders without items were not fulfilled, and often placed again. */
const unfulfilled = 1.6;

/** How readily somebody places a second order within the day, and later: after category, score and time left. */
function readiness(order: Order): {sameDay: number; later: number} {
  const left = (endOfTrade - order.purchased) / day;
  if (left < 0) return {sameDay: 0, later: 0};
  const taste = Number.isNaN(order.category) ? unfulfilled : categories[order.category].repeat;
  const mood = returnAfterScore[order.reviews[0]?.score ?? 0];
  const time = left < 2 ? 0 : 1 - Math.exp(-left / returnDays);
  return {sameDay: taste * sameDayShare * 0.55, later: taste * (1 - sameDayShare) * mood * time};
}

function nextPurchase(last: Order, sameDay: boolean, random: RandomSource, normal: () => number): number {
  if (sameDay) return last.purchased + Math.max(1, Math.round(60 * Math.exp(1.6 * normal())));
  const left = (endOfTrade - last.purchased) / day - 2;
  const days = -returnDays * Math.log(1 - random() * (1 - Math.exp(-left / returnDays)));
  let next = (dayOf(last.purchased) + 1 + Math.floor(days)) * day + purchaseClock(random);
  while (next > months[monthOf(next)].end) next += 30 * day;
  return next;
}

function nextPlace(last: Place, places: Places, random: RandomSource): Place {
  if (random() >= moves.address) return last;
  const chance = random();
  if (chance < moves.state) return places.home(random());
  let next = places.within(last.state, random());
  const sameCity = chance >= moves.city;
  for (let tries = 0; sameCity && next.city !== last.city && tries < 20; tries++) {
    next = places.within(last.state, random());
  }
  return next;
}

function nextCategory({shop}: World, last: Order, sameDay: boolean, random: RandomSource): number {
  const same =
    !Number.isNaN(last.category) && random() < (sameDay ? sameCategory.sameDay : sameCategory.later);
  return same ? last.category : shop.category(random());
}

/**
 * The further orders of the people of a block. Who comes back is drawn without replacement (P. Efraimidis and
 * P. Spirakis, 2006), as many as the shares of people by number of orders ask for.
 */
export function comeBack(
  world: World,
  block: number,
  first: readonly Order[],
  random: RandomSource,
  normal: () => number
): Order[] {
  const {plan, places} = world;
  const candidates = first
    .map((order) => {
      const {sameDay, later} = readiness(order);
      return {order, sooner: sameDay / (sameDay + later), key: -Math.log(1 - random()) / (sameDay + later)};
    })
    .filter(({key}) => Number.isFinite(key))
    .sort((a, b) => a.key - b.key);
  const orders: Order[] = [];
  let next = 0;
  for (const [more, people] of [...returning].reverse()) {
    for (let left = plan.share(Math.round(people * plan.scale), block, 200 + more); left > 0; left--) {
      const candidate = candidates[next++];
      if (candidate === undefined) return orders;
      let last = candidate.order;
      for (let i = 0; i < more; i++) {
        const sameDay = random() < candidate.sooner || endOfTrade - last.purchased < 3 * day;
        const purchased = nextPurchase(last, sameDay, random, normal);
        const order = place(
          last.personId,
          nextPlace(last.place, places, random),
          monthOf(purchased),
          purchased,
          random
        );
        complete(world, order, nextCategory(world, last, sameDay, random), null, random, normal);
        if (sameDay && last.reviews.length > 0 && random() < sharedReview)
          order.reviews = [{...last.reviews[0]}];
        orders.push(order);
        last = order;
      }
    }
  }
  return orders;
}
