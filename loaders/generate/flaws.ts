import type {RandomSource} from "../../lib/random/source.js";
import {orderFlaws} from "./calibration/dirt.js";
import {identifier} from "./identifier.js";
import {day, due} from "./order.js";
import type {Order} from "./order.js";
import type {Plan} from "./plan.js";

interface Flaw {
  fits(order: Order): boolean;
  apply(order: Order, random: RandomSource): void;
}

const seconds = (date: string) => Date.parse(`${date}T00:00:00Z`) / 1000;
const approvedLate = (order: Order) => (order.approved ?? 0) - order.purchased;
const arrived = (order: Order) => order.kind.status === "delivered" && order.delivered !== null;
const paidOnce = (order: Order) => arrived(order) && order.payments.length === 1;
const paidInParts = (order: Order) => paidOnce(order) && order.payments[0].installments > 1;
const silent = (order: Order) =>
  arrived(order) &&
  order.reviews.length === 1 &&
  order.reviews[0].score > 3 &&
  order.reviews[0].message === "";

/** How each flaw of the published files is put into an order that it fits. */
const flaws: Readonly<Record<keyof typeof orderFlaws, Flaw>> = {
  deliveredWithoutApproval: {
    fits: (order) =>
      paidOnce(order) &&
      order.payments[0].type === "boleto" &&
      order.purchased > seconds("2017-01-01") &&
      order.purchased < seconds("2017-03-01"),
    apply: (order) => (order.approved = null)
  },
  deliveredWithoutDate: {fits: arrived, apply: (order) => (order.delivered = null)},
  deliveredWithoutHandover: {fits: arrived, apply: (order) => (order.handedOver = null)},
  approvedAfterHandover: {
    fits: (order) => arrived(order) && approvedLate(order) > 7200,
    apply: (order, random) =>
      (order.handedOver =
        (order.approved ?? 0) - 60 - Math.floor(random() * Math.min(approvedLate(order) - 120, 30 * 3600)))
  },
  handoverBeforePurchase: {
    fits: (order) => arrived(order),
    apply: (order, random) => (order.handedOver = order.purchased - 60 - Math.floor(random() * 5400))
  },
  deliveredBeforeHandover: {
    fits: arrived,
    apply: (order, random) =>
      (order.handedOver = (order.delivered ?? 0) + 3600 + Math.floor(random() * 5 * day))
  },
  withoutPayment: {fits: paidOnce, apply: (order) => (order.payments = [])},
  zeroPayment: {
    fits: (order) => order.payments.some(({type}) => type === "voucher"),
    apply: (order) =>
      order.payments.push({type: "voucher", installments: 1, value: 0, sequential: order.payments.length + 1})
  },
  notDefined: {
    fits: (order) => order.kind.status === "canceled" && order.lines.length === 0,
    apply: (order) => (order.payments = [{type: "not_defined", installments: 1, value: 0, sequential: 1}])
  },
  zeroInstallments: {fits: paidInParts, apply: (order) => (order.payments[0].installments = 0)},
  withoutFirstPayment: {
    fits: (order) => order.payments.length > 0,
    apply: (order) => order.payments.forEach((payment) => payment.sequential++)
  },
  paidMore: {
    fits: paidInParts,
    apply: (order, random) => (order.payments[0].value += 110 + Math.round(due(order) * 0.2 * random()))
  },
  paidLess: {
    fits: (order) => paidOnce(order) && due(order) > 2000,
    apply: (order, random) => (order.payments[0].value -= 110 + Math.round(due(order) * 0.15 * random()))
  },
  paidAboutRight: {
    fits: (order) => paidOnce(order) && order.lines.length > 1,
    apply: (order, random) => (order.payments[0].value += 2 + Math.floor(4 * random()))
  },
  zeroFreight: {
    fits: (order) => paidOnce(order) && order.lines.length === 1,
    apply: (order) => {
      order.lines[0].freight = 0;
      order.payments[0].value = due(order);
    }
  },
  shippingLimit2020: {
    fits: (order) => order.lines.length === 1,
    apply: (order, random) =>
      (order.lines[0].shippingLimit = seconds("2020-02-03") + Math.floor(random() * 66 * day))
  },
  secondReview: {
    fits: (order) => order.reviews.length === 1,
    apply: (order, random) => {
      const [review] = order.reviews;
      const later = (1 + Math.floor(random() * 9)) * day;
      order.reviews.push({
        id: identifier(random),
        score: random() < 0.45 ? 1 + Math.floor(random() * 5) : review.score,
        title: "",
        message: "",
        created: review.created + later,
        answered: review.answered + later
      });
    }
  },
  reviewBeforePurchase: {
    fits: (order) => order.kind.status === "canceled" && order.reviews.length === 1,
    apply: (order, random) => {
      const [review] = order.reviews;
      const duration = review.answered - review.created;
      review.created = Math.floor(order.purchased / day) * day - (1 + Math.floor(40 * random())) * day;
      review.answered = review.created + duration;
    }
  },
  spacesOnly: {
    fits: silent,
    apply: (order, random) => (order.reviews[0].message = " ".repeat(1 + Math.floor(3 * random())))
  },
  blankLines: {
    fits: silent,
    apply: (order, random) => (order.reviews[0].message = "\n".repeat(1 + Math.floor(3 * random())))
  }
};

/** Puts a block's share of every flaw into its orders, at most one into each. */
export function plantFlaws(plan: Plan, block: number, orders: readonly Order[], random: RandomSource): void {
  const flawed = new Set<Order>();
  Object.entries(flaws).forEach(([name, flaw], k) => {
    let left = plan.share(plan.total(orderFlaws[name as keyof typeof orderFlaws]), block, 300 + k);
    const start = Math.floor(random() * orders.length);
    for (let i = 0; i < orders.length && left > 0; i++) {
      const order = orders[(start + i) % orders.length];
      if (flawed.has(order) || !flaw.fits(order)) continue;
      flaw.apply(order, random);
      flawed.add(order);
      left--;
    }
  });
}
