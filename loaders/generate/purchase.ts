import type {RandomSource} from "../../lib/random/source.js";
import {fillBasket, limitShipping} from "./basket.js";
import type {Shop} from "./basket.js";
import {endOfTrade} from "./calendar.js";
import {months} from "./calibration/months.js";
import {abandoned, delivered} from "./calibration/statuses.js";
import {deliver, handOver, promise} from "./delivery.js";
import {identifier} from "./identifier.js";
import type {Order} from "./order.js";
import {approvedAt, pay} from "./payment.js";
import type {Place, Places} from "./places.js";
import type {Plan} from "./plan.js";
import {isReviewed, writeReview} from "./review.js";

/** All that a block of people is simulated from. */
export interface World {
  plan: Plan;
  places: Places;
  shop: Shop;
}

const typicalGrams = 700;
/** Whether a month is of regular trade, or of the tail that was canceled. */
export const regular = months.map(({start}) => start <= endOfTrade);

/** An order that has been placed and nothing more. */
export function place(
  personId: string,
  at: Place,
  month: number,
  purchased: number,
  random: RandomSource
): Order {
  return {
    id: identifier(random),
    customerId: identifier(random),
    personId,
    place: at,
    kind: regular[month] ? delivered : abandoned,
    month,
    purchased,
    approved: null,
    handedOver: null,
    delivered: null,
    estimated: purchased,
    category: NaN,
    lines: [],
    payments: [],
    reviews: []
  };
}

/** Takes an order through basket, payment, delivery and review, as far as its kind goes. */
export function complete(
  {shop}: World,
  order: Order,
  category: number,
  debut: number | null,
  random: RandomSource,
  normal: () => number
): void {
  const {kind} = order;
  if (kind.items) fillBasket(shop, order, category, debut, random);
  pay(order, random, normal);
  if (kind.approved) order.approved = approvedAt(order, random);
  limitShipping(order, random);
  const grams = kind.items ? shop.catalogue.weight[order.lines[0].product] : typicalGrams;
  const own = promise(order, grams, random);
  if (kind.delivered) deliver(order, grams, own, random);
  else if (kind.handedOver) handOver(order, normal);
  if (isReviewed(order, random)) order.reviews.push(writeReview(order, random, normal));
}
