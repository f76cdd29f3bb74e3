import {randomNormal, shuffler} from "d3";
import {randomStream} from "../../lib/random/streams.js";
import type {RandomSource} from "../../lib/random/source.js";
import {weighted} from "../../lib/random/weighted.js";
import {purchaseIn} from "./calendar.js";
import {unlistedZips} from "./calibration/dirt.js";
import {months} from "./calibration/months.js";
import {delivered, otherKinds} from "./calibration/statuses.js";
import type {Status} from "./calibration/statuses.js";
import {plantFlaws} from "./flaws.js";
import {identifier} from "./identifier.js";
import type {Order} from "./order.js";
import {complete, place, regular} from "./purchase.js";
import type {World} from "./purchase.js";
import {comeBack} from "./returning.js";

const monthOfStatus = (status: Status) =>
  weighted(
    months.map((month, i) => {
      if (!regular[i]) return 0;
      return status in month ? Number(month[status as keyof typeof month]) : month.newcomers;
    })
  );
const kindMonths = otherKinds.map(([{status}]) => monthOfStatus(status));

/** Gives their kinds to the orders of a block that were not simply delivered. */
function assignKinds({plan}: World, block: number, orders: readonly Order[], random: RandomSource): void {
  const byMonth = months.map((_, month) => orders.filter((order) => order.month === month));
  otherKinds.forEach(([kind, count], k) => {
    for (let left = plan.share(plan.total(count), block, 100 + k); left > 0; left--) {
      for (let tries = 0; tries < 50; tries++) {
        const candidates = byMonth[kindMonths[k](random())];
        const order = candidates[Math.floor(random() * candidates.length)];
        if (order?.kind !== delivered) continue;
        order.kind = kind;
        break;
      }
    }
  });
}

/** The first orders of a block's people, in random order, placed but not completed. */
function newcomers({plan, places}: World, block: number, random: RandomSource): Order[] {
  const orders: Order[] = [];
  months.forEach((month, index) => {
    for (let left = plan.share(plan.total(month.newcomers), block, index); left > 0; left--) {
      const at = places.home(random());
      orders.push(place(identifier(random), at, index, purchaseIn(index, random), random));
    }
  });
  shuffler(random)(orders);
  for (const order of orders.slice(0, plan.share(plan.total(unlistedZips.people), block, 50))) {
    order.place = places.unlisted[Math.floor(random() * places.unlisted.length)];
  }
  return orders;
}

/**
 * Simulates a block of people: their first orders, those who come back, and the flaws of the block's rows.
 * Depends on the plan's seed and the block alone.
 */
export function simulate(world: World, block: number): Order[] {
  const {plan, shop} = world;
  const random = randomStream("shop.people", plan.seed, block);
  const normal = randomNormal.source(random)();
  const first = newcomers(world, block, random);
  assignKinds(world, block, first, random);
  const {shuffled} = shop.catalogue;
  const debuts = shuffled.subarray(
    Math.floor((shuffled.length * block) / plan.blocks),
    Math.floor((shuffled.length * (block + 1)) / plan.blocks)
  );
  let sold = debuts.length;
  for (const order of first) {
    const debut = order.kind.items && sold > 0 ? debuts[--sold] : null;
    const category = debut === null ? shop.category(random()) : shop.catalogue.category[debut];
    complete(world, order, category, debut, random, normal);
  }
  const orders = [...first, ...comeBack(world, block, first, random, normal)];
  plantFlaws(plan, block, orders, random);
  return shuffler(random)(orders);
}
